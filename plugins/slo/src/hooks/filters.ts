import type { SloState } from '@arctiq/plugin-slo-common';
import type { SloQuery, SloSort } from '../api';

/** Whose SLOs the page shows; `default` is mine, or all for who owns none. */
export type View = 'default' | 'mine' | 'all';

/** Everything that the address of the page says. */
export interface Filters {
  view: View;
  owner?: string;
  system?: string;
  tier?: number;
  state?: SloState;
  q?: string;
  sort: SloSort;
  /** Where the page starts; absent for the first. */
  cursor?: string;
}

const PAGE_SIZE = 25;

/** The ways to sort, the first by default. */
export const sorts: ReadonlyArray<{ id: SloSort; label: string }> = [
  { id: 'burn', label: 'What burns first' },
  { id: 'remaining', label: 'Least budget left' },
  { id: 'ends', label: 'Ends soonest' },
  { id: 'name', label: 'Name' },
];

const states: readonly string[] = [
  'exhausted',
  'frozen',
  'critical',
  'at-risk',
  'no-data',
  'not-measured',
  'healthy',
] satisfies SloState[];

function isState(text: string | null): text is SloState {
  return text !== null && states.includes(text);
}

function isSort(text: string | null): text is SloSort {
  return sorts.some(({ id }) => id === text);
}

/**
 * Reads the filters from an address. What names a team or system shows all of
 * it unless the address says otherwise; unknown values count as none.
 */
export function parseFilters(parameters: URLSearchParams): Filters {
  const text = (name: string) => parameters.get(name)?.trim() || undefined;
  const view = parameters.get('view');
  const state = parameters.get('state');
  const sort = parameters.get('sort');
  const tier = Number(parameters.get('tier'));
  const owner = text('owner');
  const system = text('system');
  const fallback = owner || system ? 'all' : 'default';
  return {
    view: view === 'mine' || view === 'all' ? view : fallback,
    owner,
    system,
    tier: [1, 2, 3].includes(tier) ? tier : undefined,
    state: isState(state) ? state : undefined,
    q: text('q'),
    sort: isSort(sort) ? sort : 'burn',
    cursor: text('cursor'),
  };
}

/** The query string of an address with these filters, with its `?`. */
export function toSearch(filters: Partial<Filters>): string {
  const parameters = new URLSearchParams();
  for (const name of [
    'view',
    'owner',
    'system',
    'tier',
    'state',
    'q',
    'sort',
    'cursor',
  ] as const) {
    const value = filters[name];
    if (value !== undefined && value !== 'default' && value !== 'burn') {
      parameters.set(name, String(value));
    }
  }
  const search = parameters.toString();
  return search && `?${search}`;
}

/** What to ask the backend for these filters; `view` must be decided. */
export function toQuery(filters: Filters): SloQuery {
  const { view, sort, ...rest } = filters;
  return {
    ...rest,
    mine: view === 'all' ? undefined : true,
    sort,
    limit: PAGE_SIZE,
  };
}

/** Whether anything narrows the list besides whose it is. */
export function isNarrowed(filters: Filters): boolean {
  const { owner, system, tier, state, q } = filters;
  return [owner, system, tier, state, q].some(value => value !== undefined);
}
