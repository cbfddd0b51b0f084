/** Seconds of a slice, the unit of measurement. Slices are aligned to the Unix epoch. */
export const SLICE_SECONDS = 300;

/** Counts are stored as integer thousandths of an event, so that sums are exact in any order. */
export const COUNT_SCALE = 1000;

/** Sums of ratios (RatioTimeslices) are integers in units of 1/RATIO_SCALE. */
export const RATIO_SCALE = 1_000_000_000;

/**
 * What is known of a slice.
 *
 * - `measured`: there was traffic, and it was counted
 * - `no-traffic`: the source answered, and nothing happened
 * - `no-data`: the source answered, and does not know the series
 * - `unmeasured`: the source could not be asked, or its answer could not be used
 */
export type SliceState = 'measured' | 'no-traffic' | 'no-data' | 'unmeasured';

/** One closed slice of one objective. */
export interface Slice {
  /** End of the slice in Unix seconds, a multiple of SLICE_SECONDS; it covers (end - 300, end]. */
  end: number;
  state: SliceState;
  /** Thousandths of events (integers); 0 unless measured. 0 <= good <= total. */
  good: number;
  total: number;
  /** Set when the slice closes a time slice: whether that was good. */
  timeslice?: 'good' | 'bad';
  /** Share of good of that time slice in units of 1/RATIO_SCALE (RatioTimeslices). */
  ratio?: number;
  /** Why it could not be measured, or what is doubtful about it (partial answer, good above total). */
  reason?: string;
}

/**
 * Sums over a stretch of closed slices. All are integers; sums of neighbouring
 * stretches add up exactly.
 */
export interface SliceSums {
  /** Slices that the stretch should hold. */
  expected: number;
  /** Slices with state measured or no-traffic. */
  known: number;
  noTraffic: number;
  noData: number;
  /** Thousandths of events. */
  good: number;
  total: number;
  goodTimeslices: number;
  timeslices: number;
  /** In units of 1/RATIO_SCALE, over `timeslices`. */
  ratio: number;
}

/** A stretch of time, in Unix seconds, from (exclusive) to (inclusive), both multiples of SLICE_SECONDS. */
export interface TimeRange {
  from: number;
  to: number;
}

/** Time that does not count, because somebody who may decided so. Append-only; `revokes` ends another. */
export interface Correction {
  id: string;
  sloId: string;
  kind: 'planned-maintenance' | 'exclusion';
  range: TimeRange;
  reason: string;
  /** Entity ref of the person. */
  createdBy: string;
  /** ISO 8601 UTC. */
  createdAt: string;
  /** Set once revoked; the record itself stays. */
  revoked?: { by: string; at: string; reason: string };
}

/** Something that happened to a component and may have spent budget. */
export interface ReliabilityEvent {
  id: string;
  kind: 'deploy' | 'incident';
  entityRef: string;
  title: string;
  url?: string;
  /** Unix seconds. A deploy has no end; an incident without end is open. */
  start: number;
  end?: number;
  environment?: string;
  /** Version deployed, or priority of the incident (P1 to P4). */
  label?: string;
  actor?: string;
}
