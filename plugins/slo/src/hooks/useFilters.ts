import { useRouteRef } from '@backstage/frontend-plugin-api';
import { useNavigate, useParams, useSearchParams } from 'react-router-dom';
import type { SloName } from '../api';
import { rootRouteRef, scoreboardRouteRef, sloRouteRef } from '../routes';
import { type Filters, parseFilters, toSearch } from './filters';

/** The filters of the page, as they stand in its address. */
export function useFilters(): Filters {
  const [parameters] = useSearchParams();
  return parseFilters(parameters);
}

/** Which SLO the address names. */
export function useSloName(): SloName {
  const { namespace = '', component = '', name = '' } = useParams();
  return { namespace, component, name };
}

/** Addresses of the plugin; undefined where the app does not show its pages. */
export interface SloLinks {
  list(filters: Partial<Filters>): string | undefined;
  slo(id: string): string | undefined;
  scoreboard(): string | undefined;
}

/** Makes addresses of the plugin's pages. */
export function useSloLinks(): SloLinks {
  const root = useRouteRef(rootRouteRef);
  const slo = useRouteRef(sloRouteRef);
  const scoreboard = useRouteRef(scoreboardRouteRef);
  return {
    list(filters) {
      return root && `${root()}${toSearch(filters)}`;
    },
    slo(id) {
      const [namespace, component, name] = id.split('/');
      return slo?.({ namespace, component, name });
    },
    scoreboard() {
      return scoreboard?.();
    },
  };
}

/** Goes to the list with other filters, from its first page. */
export function useChangeFilters(): (filters: Partial<Filters>) => void {
  const navigate = useNavigate();
  const links = useSloLinks();
  return filters => {
    const href = links.list({ ...filters, cursor: undefined });
    if (href) {
      navigate(href);
    }
  };
}
