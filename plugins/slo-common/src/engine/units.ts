import {
  COUNT_SCALE,
  RATIO_SCALE,
  SLICE_SECONDS,
  type BudgetingMethod,
  type SliceSums,
  type SloObjective,
} from '../types';

/** Bad and all, in the unit that the method counts: thousandths of events, time slices, or billionths of them. */
export interface Units {
  bad: number;
  base: number;
}

/**
 * What sums mean under a method (OpenSLO v1).
 *
 * - Occurrences: bad events of all events
 * - Timeslices: bad time slices of the time slices that are known; what is not
 *   known is neither good nor bad
 * - RatioTimeslices: shortfall of the ratios of the known time slices
 */
export function unitsOf(method: BudgetingMethod, sums: SliceSums): Units {
  switch (method) {
    case 'Occurrences':
      return { bad: sums.total - sums.good, base: sums.total };
    case 'Timeslices':
      return {
        bad: sums.timeslices - sums.goodTimeslices,
        base: sums.timeslices,
      };
    default: {
      const base = sums.timeslices * RATIO_SCALE;
      return { bad: base - sums.ratio, base };
    }
  }
}

/** Units of one event or one time slice. */
export function unitSize(method: BudgetingMethod): number {
  if (method === 'Occurrences') {
    return COUNT_SCALE;
  }
  return method === 'Timeslices' ? 1 : RATIO_SCALE;
}

/** Seconds of one time slice. */
export function timeSliceSeconds(objective: SloObjective): number {
  return objective.timeSliceMinutes === undefined
    ? SLICE_SECONDS
    : objective.timeSliceMinutes * 60;
}
