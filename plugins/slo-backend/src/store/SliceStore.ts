import type { Slice, SliceSums, TimeRange } from '@arctiq/plugin-slo-common';

/** Sums of everything measured of an objective up to a time. */
export interface CumulativePoint {
  /** Unix seconds, a multiple of SLICE_SECONDS. */
  time: number;
  /** Sums over (first slice, time]. */
  sums: SliceSums;
}

/** How far an objective is measured. */
export interface MeasurementState {
  key: string;
  /** Start of the first stored slice, Unix seconds. */
  measuredSince: number;
  /** End of the last stored slice. */
  watermark: number;
  /** ISO 8601 of the last write. */
  measuredAt: string;
}

/**
 * Measured slices of objectives. Slices are appended without holes (a slice
 * that could not be measured is stored as such), may be replaced within the
 * late-data window, and are thinned to hours once old; sums stay exact.
 */
export interface SliceStore {
  /** Objectives that have slices; unknown keys are left out. */
  states(keys?: string[]): Promise<Map<string, MeasurementState>>;

  /**
   * Writes slices of several objectives in one transaction per objective.
   * Slices after the watermark must follow it without a hole; slices at or
   * before it replace what is stored. Writing the same slices twice changes
   * nothing.
   */
  write(entries: { key: string; slices: Slice[] }[]): Promise<void>;

  /** Stored slices with `range.from < end <= range.to`, oldest first. */
  slices(key: string, range: TimeRange): Promise<Slice[]>;

  /**
   * Cumulative points of one objective: the last point at or before
   * `range.from`, then every hour (every slice with `resolution: 'slice'`) up
   * to the last point at or before `range.to`, and always exact points at
   * `exactAt`.
   */
  points(
    key: string,
    range: TimeRange,
    options?: { resolution?: 'slice' | 'hour'; exactAt?: number[] },
  ): Promise<CumulativePoint[]>;

  /**
   * The same for many objectives at once, for the round of evaluation: for
   * each key the exact cumulative points at the given times (times before the
   * first slice give zero sums), oldest first.
   */
  pointsAt(
    requests: { key: string; times: number[] }[],
  ): Promise<Map<string, CumulativePoint[]>>;

  /** Drops single slices older than `before` (Unix seconds), keeping sums per hour. */
  compact(before: number): Promise<void>;

  /** Removes everything older than `before`; sums of younger stretches stay exact. */
  prune(before: number): Promise<void>;
}
