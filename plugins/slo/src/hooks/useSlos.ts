import type { SloPage, SloSummary } from '@arctiq/plugin-slo-common';
import { type Filters, isNarrowed, toQuery } from './filters';
import { type Read, useRead } from './useRead';

/** A list of SLOs, and whose it turned out to be. */
export interface SlosResult {
  /** As asked, with the view decided. */
  filters: Filters;
  page: Read<SloPage>;
}

function useList(filters: Filters, enabled = true): Read<SloPage> {
  const query = toQuery(filters);
  return useRead(
    JSON.stringify(query),
    (api, options) => api.list(query, options),
    { enabled, keep: true },
  );
}

/**
 * Lists SLOs. When the address does not say whose, it is the person's own, or
 * everybody's for who owns none.
 */
export function useSlos(filters: Filters): SlosResult {
  const undecided = filters.view === 'default';
  const first = useList(filters);
  const ownsNone =
    undecided &&
    first.state === 'ready' &&
    !first.pending &&
    first.value.totalItems === 0 &&
    !isNarrowed(filters);
  const all = { ...filters, view: 'all' as const };
  const everybody = useList(all, ownsNone);
  if (ownsNone) {
    return { filters: all, page: everybody };
  }
  return {
    filters: undecided ? { ...filters, view: 'mine' } : filters,
    page: first,
  };
}

/**
 * The SLO that burns first: the first of the page where that is how it is
 * sorted, else asked for.
 *
 * @returns undefined when there is none or it is not known yet
 */
export function useWorst(
  filters: Filters,
  page: SloPage,
): SloSummary | undefined {
  const inPage = filters.sort === 'burn' && filters.cursor === undefined;
  const query = {
    ...toQuery({ ...filters, sort: 'burn', cursor: undefined }),
    limit: 1,
  };
  const asked = useRead(
    JSON.stringify(query),
    (api, options) => api.list(query, options),
    { enabled: !inPage },
  );
  if (inPage) {
    return page.items[0];
  }
  return asked.state === 'ready' ? asked.value.items[0] : undefined;
}
