import {
  addSums,
  SLICE_SECONDS,
  subtractSums,
  sumSlices,
  type Slice,
  type SliceSums,
} from '@arctiq/plugin-slo-common';
import { InputError } from '@backstage/errors';
import { hourOf } from './slicePacking';
import type { HourSegment, StoredObjective } from './sliceRows';

/** What writing slices changes of one objective. */
export interface Merge {
  /** Hours to write, oldest first. */
  segments: HourSegment[];
  watermark: number;
  /** To be added to the sums of all hours after the last of `segments`. */
  shift: SliceSums;
}

/**
 * Checks that slices may be written to an objective, and sorts them.
 *
 * @throws InputError naming the objective and the slice
 */
export function checkSlices(
  objective: StoredObjective,
  slices: readonly Slice[],
): Slice[] {
  const sorted = [...slices].sort((a, b) => a.end - b.end);
  let next = objective.watermark + SLICE_SECONDS;
  for (const [index, { end }] of sorted.entries()) {
    if (end % SLICE_SECONDS !== 0 || end === sorted[index - 1]?.end) {
      throw refusal(objective, end, 'is given twice or is not aligned');
    }
    if (end <= Math.max(objective.measuredSince, objective.compactedUntil)) {
      throw refusal(objective, end, 'is older than what may be replaced');
    }
    if (end > objective.watermark) {
      if (end !== next) {
        throw refusal(objective, end, `does not follow ${objective.watermark}`);
      }
      next += SLICE_SECONDS;
    }
  }
  return sorted;
}

/**
 * Puts slices into hours.
 *
 * @param objective - as it is stored
 * @param loaded - its stored hours from the first that is touched, or from the
 *   one of the watermark, whichever is earlier; oldest first
 * @param slices - from {@link checkSlices}, at least one
 */
export function mergeSlices(
  objective: StoredObjective,
  loaded: readonly HourSegment[],
  slices: readonly Slice[],
): Merge {
  const hours = new Map<number, Map<number, Slice>>();
  for (const slice of slices) {
    const hour = hourOf(slice.end);
    const inHour = hours.get(hour) ?? new Map<number, Slice>();
    hours.set(hour, inHour.set(slice.end, slice));
  }
  const stored = new Map(loaded.map(segment => [segment.hour, segment]));
  const first = Math.min(...hours.keys(), loaded[0]?.hour ?? Infinity);
  const last = Math.max(...hours.keys());
  let before = sumsBefore(objective, loaded[0]);
  let shift = subtractSums(before, before);
  const segments: HourSegment[] = [];
  for (let hour = first; hour <= last; hour += 3600) {
    const old = stored.get(hour);
    const replaced = hours.get(hour);
    if (!replaced && old && !old.slices) {
      before = old.end;
      continue;
    }
    const merged = mergeHour(old?.slices ?? [], replaced ?? new Map());
    const end = addSums(before, sumSlices(merged));
    shift = subtractSums(end, old?.end ?? end);
    before = end;
    segments.push({ hour, end, slices: merged });
  }
  const watermark = Math.max(
    objective.watermark,
    slices[slices.length - 1].end,
  );
  return { segments, watermark, shift };
}

function mergeHour(old: Slice[], replaced: Map<number, Slice>): Slice[] {
  const kept = old.filter(slice => !replaced.has(slice.end));
  return [...kept, ...replaced.values()].sort((a, b) => a.end - b.end);
}

/** Sums of everything before the first loaded hour. */
function sumsBefore(
  objective: StoredObjective,
  first: HourSegment | undefined,
): SliceSums {
  if (!first) {
    return objective.base;
  }
  return first.slices
    ? subtractSums(first.end, sumSlices(first.slices))
    : first.end;
}

function refusal(objective: StoredObjective, end: number, why: string) {
  return new InputError(
    `Slices of ${objective.key} were not written: the slice that ends at ${end} ${why}. ` +
      `The objective is measured from ${objective.measuredSince} to ${objective.watermark}.`,
  );
}
