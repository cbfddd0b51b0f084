import { SLICE_SECONDS, type Correction, type TimeRange } from '../types';

/** Start of the slice grid at or before `time`, both in Unix seconds. */
export function floorToSlice(time: number): number {
  return Math.floor(time / SLICE_SECONDS) * SLICE_SECONDS;
}

/** Start of the slice grid at or after `time`, both in Unix seconds. */
export function ceilToSlice(time: number): number {
  return Math.ceil(time / SLICE_SECONDS) * SLICE_SECONDS;
}

/** The stretches of time that any of the ranges covers: sorted, apart from each other, none empty. */
export function mergeRanges(ranges: readonly TimeRange[]): TimeRange[] {
  const merged: TimeRange[] = [];
  const sorted = ranges
    .filter(range => range.from < range.to)
    .sort((a, b) => a.from - b.from);
  for (const range of sorted) {
    const previous = merged.at(-1);
    if (previous && range.from <= previous.to) {
      previous.to = Math.max(previous.to, range.to);
    } else {
      merged.push({ from: range.from, to: range.to });
    }
  }
  return merged;
}

/** What the corrections in force exclude; those that were revoked exclude nothing. */
export function excludedRanges(
  corrections: readonly Correction[],
): TimeRange[] {
  return mergeRanges(
    corrections
      .filter(correction => correction.revoked === undefined)
      .map(correction => correction.range),
  );
}

/** Seconds of `range` that the merged ranges cover. */
export function overlapSeconds(
  merged: readonly TimeRange[],
  range: TimeRange,
): number {
  let seconds = 0;
  for (const { from, to } of merged) {
    seconds += Math.max(0, Math.min(to, range.to) - Math.max(from, range.from));
  }
  return seconds;
}
