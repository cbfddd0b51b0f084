import { PullRequestQuery } from '@arctiq/plugin-pull-requests-common';

/** Which pull requests the page shows. */
export type View = 'involved' | 'review' | 'mine' | 'team' | 'all';

/** The views in the order of the page, with their names. */
export const views: ReadonlyArray<{ id: View; label: string }> = [
  { id: 'involved', label: 'For you' },
  { id: 'review', label: 'To review' },
  { id: 'mine', label: 'Yours' },
  { id: 'team', label: "Your teams'" },
  { id: 'all', label: 'All' },
];

/** Everything that the address of the page says. */
export interface Filters {
  view: View;
  /** Entity ref of the only component to show. */
  entityRef?: string;
  /** Where the page starts; absent for the first. */
  cursor?: string;
}

const PAGE_SIZE = 30;

const queries: Record<View, PullRequestQuery> = {
  involved: { involves: 'me' },
  review: { reviewer: 'me' },
  mine: { author: 'me' },
  team: { owner: 'me' },
  all: {},
};

function isView(text: string | null): text is View {
  return views.some(({ id }) => id === text);
}

/**
 * Reads the filters from an address. For one component everything is shown
 * unless the address says otherwise, and an unknown view counts as none.
 */
export function parseFilters(parameters: URLSearchParams): Filters {
  const view = parameters.get('view');
  const entityRef = parameters.get('entityRef') ?? undefined;
  const fallback = entityRef ? 'all' : 'involved';
  return {
    view: isView(view) ? view : fallback,
    entityRef,
    cursor: parameters.get('cursor') ?? undefined,
  };
}

/** The query string of an address with these filters, with its `?`. */
export function toSearch(filters: Filters): string {
  const parameters = new URLSearchParams({ view: filters.view });
  if (filters.entityRef) {
    parameters.set('entityRef', filters.entityRef);
  }
  if (filters.cursor) {
    parameters.set('cursor', filters.cursor);
  }
  return `?${parameters}`;
}

/** What to ask the backend for these filters. */
export function toQuery(filters: Filters): PullRequestQuery {
  const { view, entityRef, cursor } = filters;
  return { ...queries[view], entityRef, cursor, limit: PAGE_SIZE };
}
