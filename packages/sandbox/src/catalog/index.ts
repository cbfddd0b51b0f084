export { catalogRepositories } from './catalogRepositories';
export { summarize } from './summary';
export type { CompanySummary } from './summary';
export type { CatalogOptions, CatalogSeed } from './types';
