export { createLimitedFetch } from './limitedFetch';
