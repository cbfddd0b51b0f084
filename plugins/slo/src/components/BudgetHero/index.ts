export { BudgetHero } from './BudgetHero';
