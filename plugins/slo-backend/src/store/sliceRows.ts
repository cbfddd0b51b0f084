import {
  emptySums,
  type Slice,
  type SliceSums,
} from '@arctiq/plugin-slo-common';
import type { MeasurementState } from './SliceStore';
import { packSlices, unpackSlices } from './slicePacking';

/** PostgreSQL gives integers of 64 bits as text. */
type Integer = number | string;

/** One hour of one objective. */
export interface HourSegment {
  /** End of the hour, Unix seconds. */
  hour: number;
  /** Sums of everything up to the end of the hour. */
  end: SliceSums;
  /** Absent once compacted. */
  slices?: Slice[];
}

/** A row of `slice_hours`. */
export interface HourRow {
  key: string;
  hour: Integer;
  expected: Integer;
  known: Integer;
  no_traffic: Integer;
  no_data: Integer;
  good: Integer;
  total: Integer;
  good_timeslices: Integer;
  timeslices: Integer;
  ratio: Integer;
  packed: string | null;
}

/** A row of `measured_objectives`. */
export interface ObjectiveRow {
  key: string;
  measured_since: Integer;
  watermark: Integer;
  compacted_until: Integer;
  measured_at: Date | string | number;
  base: string | null;
}

/** Columns of sums, and the field that each holds. */
export const SUM_COLUMNS: readonly (readonly [
  keyof HourRow,
  keyof SliceSums,
])[] = [
  ['expected', 'expected'],
  ['known', 'known'],
  ['no_traffic', 'noTraffic'],
  ['no_data', 'noData'],
  ['good', 'good'],
  ['total', 'total'],
  ['good_timeslices', 'goodTimeslices'],
  ['timeslices', 'timeslices'],
  ['ratio', 'ratio'],
];

/** An objective as its row tells. */
export interface StoredObjective extends MeasurementState {
  compactedUntil: number;
  base: SliceSums;
}

/** Sums of a row of `slice_hours`. */
export function toSums(row: HourRow): SliceSums {
  const sums = emptySums();
  for (const [column, field] of SUM_COLUMNS) {
    sums[field] = Number(row[column]);
  }
  return sums;
}

/** An hour from its row. */
export function toSegment(row: HourRow): HourSegment {
  let slices: Slice[] | undefined;
  return {
    hour: Number(row.hour),
    end: toSums(row),
    // Unpacked when somebody looks, because most hours are read for their end.
    get slices() {
      if (row.packed !== null) {
        slices ??= unpackSlices(row.packed);
      }
      return slices;
    },
  };
}

/**
 * The row of an hour.
 *
 * @throws Error when a sum is too large to be exact
 */
export function toHourRow(key: string, segment: HourSegment): HourRow {
  for (const [, field] of SUM_COLUMNS) {
    if (!Number.isSafeInteger(segment.end[field])) {
      throw new Error(
        `The sum '${field}' of ${key} is ${segment.end[field]}, which cannot be kept exactly. Divide the counter of the query by a constant.`,
      );
    }
  }
  return {
    key,
    hour: segment.hour,
    expected: segment.end.expected,
    known: segment.end.known,
    no_traffic: segment.end.noTraffic,
    no_data: segment.end.noData,
    good: segment.end.good,
    total: segment.end.total,
    good_timeslices: segment.end.goodTimeslices,
    timeslices: segment.end.timeslices,
    ratio: segment.end.ratio,
    packed: segment.slices ? packSlices(segment.slices) : null,
  };
}

/** An objective from its row. */
export function toObjective(row: ObjectiveRow): StoredObjective {
  return {
    key: row.key,
    measuredSince: Number(row.measured_since),
    watermark: Number(row.watermark),
    compactedUntil: Number(row.compacted_until),
    measuredAt: new Date(row.measured_at).toISOString(),
    base: row.base === null ? emptySums() : JSON.parse(row.base),
  };
}
