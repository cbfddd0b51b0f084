import {
  SLICE_SECONDS,
  type Correction,
  type Slice,
  type SliceSums,
  type TimeRange,
} from '../types';
import { excludedRanges, mergeRanges, overlapSeconds } from './ranges';
import {
  addSums,
  emptySums,
  subtractSums,
  sumsOfSlice,
  SUM_FIELDS,
} from './sums';

const WIDTH = SUM_FIELDS.length;

/** Cumulative sums at one time: of everything measured up to it. */
export interface TimelinePoint {
  /** Unix seconds, a multiple of SLICE_SECONDS. */
  time: number;
  sums: SliceSums;
}

/**
 * What was measured of one objective, as cumulative sums: any stretch is the
 * difference of two points, whatever its length. Immutable.
 */
export class Timeline {
  /** Times of the points, ascending, Unix seconds. */
  readonly times: readonly number[];
  /** Start of the first measured slice, Unix seconds. */
  readonly first: number;
  /** End of the last closed slice, Unix seconds: the watermark. */
  readonly last: number;
  /** Stretches that corrections took out, merged. */
  readonly excluded: readonly TimeRange[];
  /** One row of WIDTH numbers for each point. */
  readonly #rows: Float64Array;

  private constructor(
    points: readonly TimelinePoint[],
    first: number,
    excluded: readonly TimeRange[],
  ) {
    this.times = points.map(point => point.time);
    this.#rows = new Float64Array(points.length * WIDTH);
    points.forEach((point, row) =>
      SUM_FIELDS.forEach((field, column) => {
        this.#rows[row * WIDTH + column] = point.sums[field];
      }),
    );
    this.first = first;
    this.last = this.times.at(-1) ?? first;
    this.excluded = excluded;
  }

  /**
   * @param points - cumulative points in any order; of two at one time the later given holds
   * @param options - `measuredSince`: start of the first slice, Unix seconds, where all sums are zero
   */
  static fromPoints(
    points: readonly TimelinePoint[],
    options: { measuredSince: number },
  ): Timeline {
    const byTime = new Map(points.map(point => [point.time, point]));
    const sorted = [...byTime.values()].sort((a, b) => a.time - b.time);
    const { measuredSince } = options;
    if (sorted.length === 0 || sorted[0].time > measuredSince) {
      sorted.unshift({ time: measuredSince, sums: emptySums() });
    }
    return new Timeline(sorted, measuredSince, []);
  }

  /** Timeline with a point at the end of each slice. Slices may come in any order; at least one. */
  static fromSlices(slices: readonly Slice[]): Timeline {
    const sorted = [...slices].sort((a, b) => a.end - b.end);
    if (sorted.length === 0) {
      throw new RangeError(
        'A timeline needs at least one slice, because its start would be unknown. Leave objectives without slices out.',
      );
    }
    let sums = emptySums();
    const points = sorted.map(slice => {
      sums = addSums(sums, sumsOfSlice(slice));
      return { time: slice.end, sums };
    });
    return Timeline.fromPoints(points, {
      measuredSince: sorted[0].end - SLICE_SECONDS,
    });
  }

  /** Cumulative sums at the last point at or before `time`; zero before the first point. */
  at(time: number): SliceSums {
    const row = this.#rowAt(time);
    return row < 0 ? emptySums() : this.#sumsOf(row);
  }

  /** Sums over (from, to]; exact where points stand at both ends. */
  between(range: TimeRange): SliceSums {
    return subtractSums(this.at(range.to), this.at(range.from));
  }

  /**
   * Cumulative sums at `time`, spread evenly between the points around it
   * (fractions of slices): what countdowns need, which look between points.
   */
  interpolated(time: number): SliceSums {
    const row = this.#rowAt(time);
    if (row < 0) {
      return emptySums();
    }
    const sums = this.#sumsOf(row);
    if (row + 1 >= this.times.length || this.times[row] === time) {
      return sums;
    }
    const span = this.times[row + 1] - this.times[row];
    const share = (time - this.times[row]) / span;
    SUM_FIELDS.forEach((field, column) => {
      const next = this.#rows[(row + 1) * WIDTH + column];
      sums[field] += share * (next - sums[field]);
    });
    return sums;
  }

  /** Seconds of the range that corrections took out. */
  excludedSeconds(range: TimeRange): number {
    return overlapSeconds(this.excluded, range);
  }

  /**
   * The timeline without the stretches of the corrections: they vanish from
   * every sum, expected slices included. Overlapping corrections count once,
   * revoked ones not at all. Exact where points stand at their bounds (see
   * `requiredTimes`). A time slice belongs to the stretch in which it closes.
   */
  withCorrections(corrections: readonly Correction[]): Timeline {
    const ranges = excludedRanges(corrections);
    if (ranges.length === 0) {
      return this;
    }
    const bounds = ranges
      .flatMap(range => [range.from, range.to])
      .filter(time => time > this.times[0] && time < this.last);
    const times = [...new Set([...this.times, ...bounds])].sort(
      (a, b) => a - b,
    );
    let removed = emptySums();
    let next = 0;
    const points = times.map(time => {
      while (next < ranges.length && ranges[next].to <= time) {
        removed = addSums(removed, this.between(ranges[next]));
        next += 1;
      }
      const open = ranges[next];
      const inside = open && open.from < time;
      const reached = this.at(inside ? open.from : time);
      return { time, sums: subtractSums(reached, removed) };
    });
    const excluded = mergeRanges([...this.excluded, ...ranges]);
    return new Timeline(points, this.first, excluded);
  }

  /** Index of the last point at or before `time`, -1 when there is none. */
  #rowAt(time: number): number {
    let low = 0;
    let high = this.times.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.times[middle] <= time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  #sumsOf(row: number): SliceSums {
    const rows = this.#rows;
    const start = row * WIDTH;
    return {
      expected: rows[start],
      known: rows[start + 1],
      noTraffic: rows[start + 2],
      noData: rows[start + 3],
      good: rows[start + 4],
      total: rows[start + 5],
      goodTimeslices: rows[start + 6],
      timeslices: rows[start + 7],
      ratio: rows[start + 8],
    };
  }
}
