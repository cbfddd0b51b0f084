import {
  RATIO_SCALE,
  SLICE_SECONDS,
  type Slice,
} from '@arctiq/plugin-slo-common';
import type { CollectedObjective } from './objectives';

/**
 * Judges the time slices of an objective (OpenSLO Timeslices, RatioTimeslices)
 * at the slices that close them. A time slice of which a part is not known, or
 * in which nothing happened, is neither good nor bad.
 *
 * @param slices - in the order of time, without holes
 */
export function judgeTimeSlices(
  objective: CollectedObjective,
  slices: readonly Slice[],
): Slice[] {
  if (objective.method === 'Occurrences') {
    return [...slices];
  }
  const count = objective.timeSliceSeconds / SLICE_SECONDS;
  return slices.map((slice, index) => {
    const members = slices.slice(Math.max(0, index + 1 - count), index + 1);
    const closes =
      slice.end % objective.timeSliceSeconds === 0 && members.length === count;
    return closes && members.every(isKnown)
      ? judge(objective, slice, members)
      : slice;
  });
}

function judge(
  objective: CollectedObjective,
  slice: Slice,
  members: readonly Slice[],
): Slice {
  const good = members.reduce((sum, one) => sum + one.good, 0);
  const total = members.reduce((sum, one) => sum + one.total, 0);
  if (total === 0) {
    return slice;
  }
  const target = objective.timeSliceTarget ?? objective.target;
  return {
    ...slice,
    timeslice: reaches(good, total, target) ? 'good' : 'bad',
    ratio: Math.round((good / total) * RATIO_SCALE),
  };
}

/** Whether good / total >= target, without rounding. */
function reaches(good: number, total: number, target: string): boolean {
  const [whole, fraction = ''] = target.split('.');
  const scale = 10n ** BigInt(fraction.length);
  return BigInt(good) * scale >= BigInt(whole + fraction) * BigInt(total);
}

/** Whether the source told what happened in a slice. */
export function isKnown(slice: Slice): boolean {
  return slice.state === 'measured' || slice.state === 'no-traffic';
}
