import type { SloDefinition } from '../types';
import type { CalendarBudget } from './account';
import type { ErrorBudgetPolicy } from './policy';
import type { Timeline } from './timeline';

/** What may be chosen; every field has a default. */
export interface EvaluateOptions {
  /** Share of slices that must be known before a figure says anything, 0 to 1. Default 0.9. */
  minimumCoverage?: number;
  /** Age of the last closed slice from which figures are stale, seconds. Default 900. */
  staleAfterSeconds?: number;
  /** A budget that ends sooner than this is at risk, seconds. Default 3 days. */
  atRiskWithinSeconds?: number;
  /**
   * Budget of Occurrences in a calendar window that still runs. Default
   * `projected`: measured by the traffic so far, a few errors in the first hours
   * of a month would exhaust it and freeze the gate.
   */
  calendarBudget?: CalendarBudget;
}

/** All that the figures of one SLO depend on. */
export interface EvaluateInput {
  definition: SloDefinition;
  /** By key of the objective, with corrections taken out; objectives without one were never measured. */
  timelines: ReadonlyMap<string, Timeline>;
  policy: ErrorBudgetPolicy;
  /** The clock, Unix seconds. Only staleness depends on it. */
  now: number;
  options?: EvaluateOptions;
}

/** Share of slices that must be known: the floor of OpenObserve's model of missing data. */
export const DEFAULT_MINIMUM_COVERAGE = 0.9;

/** Options with the defaults filled in. */
export function withDefaults(
  options: EvaluateOptions = {},
): Required<EvaluateOptions> {
  return {
    minimumCoverage: options.minimumCoverage ?? DEFAULT_MINIMUM_COVERAGE,
    staleAfterSeconds: options.staleAfterSeconds ?? 900,
    atRiskWithinSeconds: options.atRiskWithinSeconds ?? 3 * 86_400,
    calendarBudget: options.calendarBudget ?? 'projected',
  };
}
