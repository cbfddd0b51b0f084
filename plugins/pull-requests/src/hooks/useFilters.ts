import { useRouteRef } from '@backstage/frontend-plugin-api';
import { useSearchParams } from 'react-router-dom';
import { rootRouteRef } from '../routes';
import { Filters, parseFilters, toSearch } from './filters';

/** The filters of the page, as they stand in its address. */
export function useFilters(): Filters {
  const [parameters] = useSearchParams();
  return parseFilters(parameters);
}

/**
 * Makes addresses of the page of pull requests.
 *
 * @returns undefined when the app does not show that page
 */
export function useFiltersHref(): ((filters: Filters) => string) | undefined {
  const path = useRouteRef(rootRouteRef)?.();
  return path === undefined
    ? undefined
    : filters => `${path}${toSearch(filters)}`;
}
