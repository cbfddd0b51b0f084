export { HomeBudgets } from './HomeBudgets';
