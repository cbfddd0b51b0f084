import { SLICE_SECONDS, type TimeRange } from '@arctiq/plugin-slo-common';
import type { MeasurementNote } from '../store/MeasurementNoteStore';
import type { MeasurementState } from '../store/SliceStore';
import type { CollectedObjective } from './objectives';

/** A stretch that is measured at once when an objective is behind. */
export const CHUNK_SECONDS = 86_400;

/** How the collector works, in seconds. */
export interface RangeOptions {
  /** Slices of this age are measured again, because samples may come late. */
  lateDataSeconds: number;
  /** How far back a new objective is measured. */
  backfillSeconds: number;
  /** Time between the end of a slice and its measurement. */
  settleSeconds: number;
}

/** End of the last slice that is closed and settled, Unix seconds. */
export function lastClosed(now: number, options: RangeOptions): number {
  return floorTo(now - options.settleSeconds, SLICE_SECONDS);
}

/** Where a new objective starts: a whole hour, not before what the source remembers. */
export function backfillStart(
  now: number,
  options: RangeOptions,
  retention: number | undefined,
): number {
  const length = Math.min(options.backfillSeconds, retention ?? Infinity);
  return floorTo(now - length, 3600) + 3600;
}

/**
 * The range in which an objective that is not behind is measured: what is new,
 * and what may have changed by late samples, from the start of a time slice.
 * What an earlier definition measured is left alone.
 *
 * @returns undefined when there is nothing new
 */
export function currentRange(
  objective: CollectedObjective,
  state: MeasurementState,
  note: MeasurementNote | undefined,
  target: number,
  options: RangeOptions,
): TimeRange | undefined {
  if (state.watermark >= target) {
    return undefined;
  }
  const late = Math.min(state.watermark, target - options.lateDataSeconds);
  const from = Math.max(
    floorTo(late, objective.timeSliceSeconds),
    state.measuredSince,
    note?.measuredFrom ?? 0,
  );
  return { from, to: target };
}

/** The next stretch of an objective that is behind. */
export function nextChunk(
  objective: CollectedObjective,
  start: number,
  target: number,
): TimeRange {
  const end = floorTo(start + CHUNK_SECONDS, objective.timeSliceSeconds);
  return { from: start, to: Math.min(end, target) };
}

/** The largest multiple of a step at or below a number. */
export function floorTo(value: number, step: number): number {
  return Math.floor(value / step) * step;
}
