import type { Countdown } from '@arctiq/plugin-slo-common';
import type { EvaluatedSlo, StatusSort } from './StatusStore';

/** Sorts after every figure that is known. */
const LAST = 1e18;

/** One row of `statuses`. */
export interface StatusRow {
  id: string;
  entity_ref: string;
  owner_ref: string | null;
  system_ref: string | null;
  tier: number | null;
  state: string;
  search: string;
  sort_burn: number;
  sort_remaining: number;
  sort_ends: number;
  sort_name: string;
  document: string;
}

/** Column that each order goes by, upwards. */
export const SORT_COLUMNS = {
  burn: 'sort_burn',
  remaining: 'sort_remaining',
  ends: 'sort_ends',
  name: 'sort_name',
} as const satisfies Record<StatusSort, keyof StatusRow>;

/** The row of a budget. */
export function toStatusRow(evaluated: EvaluatedSlo): StatusRow {
  const { summary } = evaluated;
  const { status } = summary;
  return {
    id: summary.id,
    entity_ref: summary.entityRef,
    owner_ref: summary.ownerRef ?? null,
    system_ref: summary.systemRef ?? null,
    tier: summary.tier ?? null,
    state: status.state,
    search: [
      summary.id,
      summary.displayName,
      summary.entityTitle,
      summary.ownerRef,
      summary.systemRef,
    ]
      .join(' ')
      .toLowerCase(),
    // What burns fastest comes first.
    sort_burn: status.currentBurn === undefined ? LAST : -status.currentBurn,
    sort_remaining: status.remaining ?? LAST,
    sort_ends: endsAt(status.countdown),
    sort_name: `${summary.entityTitle} ${summary.displayName}`
      .toLowerCase()
      .slice(0, 600),
    document: JSON.stringify(evaluated),
  };
}

function endsAt(countdown: Countdown): number {
  switch (countdown.kind) {
    case 'exhausted':
      return 0;
    case 'at':
      return countdown.time;
    case 'survives-window':
    case 'never':
      return LAST / 10;
    default:
      return LAST;
  }
}

/** The budget of a row. */
export function mapStatus(row: Pick<StatusRow, 'document'>): EvaluatedSlo {
  return JSON.parse(row.document);
}
