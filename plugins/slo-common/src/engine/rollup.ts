import type {
  Quality,
  Rollup,
  SliceSums,
  SloState,
  SloSummary,
} from '../types';
import { budgetShare, shareValue } from './target';

/** One measured objective of a roll-up; a composite may give several with one summary. */
export interface RollupMember {
  summary: SloSummary;
  /** Sums over its own window. */
  sums: SliceSums;
  /** Decimal string. */
  target: string;
}

function extreme(
  summaries: readonly SloSummary[],
  figure: (summary: SloSummary) => number | undefined,
): SloSummary | undefined {
  let best: SloSummary | undefined;
  let highest = -Infinity;
  for (const summary of summaries) {
    const value = figure(summary);
    if (value !== undefined && value > highest) {
      best = summary;
      highest = value;
    }
  }
  return best;
}

function countStates(summaries: readonly SloSummary[]) {
  const states: Partial<Record<SloState, number>> = {};
  for (const { status } of summaries) {
    states[status.state] = (states[status.state] ?? 0) + 1;
  }
  return states;
}

function qualityOf(summaries: readonly SloSummary[]): Quality {
  const qualities = new Set(summaries.map(({ status }) => status.quality));
  if (qualities.has('stale')) {
    return 'stale';
  }
  if (qualities.size === 0) {
    return 'not-measured';
  }
  const [only] = qualities;
  return qualities.size === 1 ? only : 'partial';
}

/** The oldest watermark, ISO 8601: nothing in the roll-up is older. */
function oldest(summaries: readonly SloSummary[]): string | undefined {
  const watermarks = summaries.flatMap(({ status }) =>
    status.watermark === undefined ? [] : [status.watermark],
  );
  return watermarks.length > 0
    ? new Date(Math.min(...watermarks) * 1000).toISOString()
    : undefined;
}

/**
 * Figures of several SLOs together, as GitLab rolls up its teams: sum of good
 * over sum of total, never a mean of percentages, with the worst and the
 * fastest burning member beside it. The budget is the sum of what each member
 * allows: 1 - sum(bad) / sum((1 - T) total), signed.
 *
 * Only members that count events (Occurrences) enter these two sums, since
 * minutes and events do not add. Coverage is the mean over all SLOs, where one
 * that was never measured counts as nothing. An SLO that is given several
 * times, once for each objective, counts once.
 *
 * @param identity - entity ref of the group or system, or `company`, and its title
 */
export function rollUp(
  members: readonly RollupMember[],
  identity: { ref: string; title: string },
): Rollup {
  const byId = new Map(
    members.map(({ summary }) => [summary.id, summary] as const),
  );
  const summaries = [...byId.values()];
  let good = 0;
  let total = 0;
  let allowed = 0;
  for (const { summary, sums, target } of members) {
    if (summary.budgetingMethod === 'Occurrences') {
      good += sums.good;
      total += sums.total;
      allowed += sums.total * shareValue(budgetShare(target));
    }
  }
  const covered = summaries.reduce(
    (sum, { status }) => sum + status.coverage,
    0,
  );
  return {
    ...identity,
    slos: summaries.length,
    states: countStates(summaries),
    sli: total > 0 ? good / total : undefined,
    remaining: total > 0 ? 1 - (total - good) / allowed : undefined,
    coverage: summaries.length > 0 ? covered / summaries.length : 0,
    worst: extreme(summaries, ({ status }) =>
      status.remaining === undefined ? undefined : -status.remaining,
    ),
    fastest: extreme(summaries, ({ status }) =>
      status.currentBurn !== undefined && status.currentBurn > 0
        ? status.currentBurn
        : undefined,
    ),
    asOf: oldest(summaries),
    quality: qualityOf(summaries),
  };
}

/**
 * A roll-up against the budget of a whole window of which only a part is
 * measured: the traffic to come is taken as even, so that what is spent of the
 * part is spent of the whole in proportion.
 *
 * @param measured - share of the window that is measured, 0 to 1
 */
export function ofWholeWindow(rollup: Rollup, measured: number): Rollup {
  const { remaining } = rollup;
  return remaining === undefined
    ? rollup
    : { ...rollup, remaining: 1 - (1 - remaining) * measured };
}
