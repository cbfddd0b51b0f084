export {
  catalogIndexRouteRef,
  useRemoveFromCatalog,
} from './useRemoveFromCatalog';
