import {
  SLICE_SECONDS,
  type BurnRate,
  type SloDefinition,
  type SloObjective,
} from '../types';

import { burnOf, budgetShare } from './target';
import type { Timeline } from './timeline';
import { unitsOf, type Units } from './units';

/** Look-backs of the multi-window alerts (Site Reliability Workbook, table 5-8), and the three between. */
export const BURN_LOOKBACKS = [
  { label: '5m', seconds: 300 },
  { label: '30m', seconds: 1800 },
  { label: '1h', seconds: 3600 },
  { label: '2h', seconds: 7200 },
  { label: '6h', seconds: 21_600 },
  { label: '1d', seconds: 86_400 },
  { label: '3d', seconds: 259_200 },
] as const;

/** The look-back that lists sort by, and the one that stands in when it is not covered. */
const CURRENT = ['1h', '6h'];

/** What one look-back holds. */
export interface Lookback {
  label: string;
  units: Units;
  /** Known slices divided by those that the whole look-back should hold, 0 to 1. */
  coverage: number;
  covered: boolean;
  rate?: number;
}

/**
 * Looks back from `at`. A look-back that reaches back before the first
 * measurement is not covered: an hour of data says nothing about 3 days.
 *
 * @param seconds - length of the look-back
 * @param minimumCoverage - share of slices from which it is covered
 */
export function lookBack(
  definition: Pick<SloDefinition, 'budgetingMethod'>,
  objective: SloObjective,
  timeline: Timeline,
  at: number,
  { label, seconds }: { label: string; seconds: number },
  minimumCoverage: number,
): Lookback {
  const range = { from: at - seconds, to: at };
  const sums = timeline.between(range);
  const due = (seconds - timeline.excludedSeconds(range)) / SLICE_SECONDS;
  const coverage = due > 0 ? Math.min(1, sums.known / due) : 0;
  const covered = due > 0 && coverage >= minimumCoverage;
  const units = unitsOf(definition.budgetingMethod, sums);
  const rate =
    covered && units.base > 0
      ? burnOf(units.bad, units.base, budgetShare(objective.target))
      : undefined;
  return { label, units, coverage, covered, rate };
}

/**
 * Burn rates of one objective: b(w) = error ratio over w / (1 - T). At rate 1
 * the budget lasts exactly one window.
 */
export function burnRates(
  definition: Pick<SloDefinition, 'budgetingMethod'>,
  objective: SloObjective,
  timeline: Timeline,
  at: number,
  minimumCoverage: number,
): Lookback[] {
  return BURN_LOOKBACKS.map(lookback =>
    lookBack(definition, objective, timeline, at, lookback, minimumCoverage),
  );
}

/** The look-back that stands for now: 1 h, or 6 h when the hour is not covered or had no traffic. */
export function currentLookback(
  lookbacks: readonly Lookback[],
): Lookback | undefined {
  const candidates = CURRENT.map(label =>
    lookbacks.find(lookback => lookback.label === label),
  );
  return (
    candidates.find(lookback => lookback?.rate !== undefined) ??
    candidates.find(lookback => lookback?.covered)
  );
}

/** What the status says of the look-backs. */
export function toBurnRates(lookbacks: readonly Lookback[]): BurnRate[] {
  return lookbacks.map(({ label, rate, coverage }) => ({
    lookback: label,
    rate,
    coverage,
  }));
}
