import type { Slice, SliceSums } from '../types';

/** Fields of {@link SliceSums}, in the order in which a timeline stores them. */
export const SUM_FIELDS = [
  'expected',
  'known',
  'noTraffic',
  'noData',
  'good',
  'total',
  'goodTimeslices',
  'timeslices',
  'ratio',
] as const satisfies readonly (keyof SliceSums)[];

/** Sums over nothing. */
export function emptySums(): SliceSums {
  return {
    expected: 0,
    known: 0,
    noTraffic: 0,
    noData: 0,
    good: 0,
    total: 0,
    goodTimeslices: 0,
    timeslices: 0,
    ratio: 0,
  };
}

function combine(a: SliceSums, b: SliceSums, sign: 1 | -1): SliceSums {
  return {
    expected: a.expected + sign * b.expected,
    known: a.known + sign * b.known,
    noTraffic: a.noTraffic + sign * b.noTraffic,
    noData: a.noData + sign * b.noData,
    good: a.good + sign * b.good,
    total: a.total + sign * b.total,
    goodTimeslices: a.goodTimeslices + sign * b.goodTimeslices,
    timeslices: a.timeslices + sign * b.timeslices,
    ratio: a.ratio + sign * b.ratio,
  };
}

/** Sums of two stretches that do not overlap. Exact: all fields are integers. */
export function addSums(a: SliceSums, b: SliceSums): SliceSums {
  return combine(a, b, 1);
}

/** Sums of `a` without its part `b`, for example of two cumulative points. */
export function subtractSums(a: SliceSums, b: SliceSums): SliceSums {
  return combine(a, b, -1);
}

/** What one closed slice adds. Slices that are not known count as expected, and as nothing else. */
export function sumsOfSlice(slice: Slice): SliceSums {
  const measured = slice.state === 'measured';
  const known = measured || slice.state === 'no-traffic';
  const closes = known && slice.timeslice !== undefined;
  return {
    expected: 1,
    known: known ? 1 : 0,
    noTraffic: slice.state === 'no-traffic' ? 1 : 0,
    noData: slice.state === 'no-data' ? 1 : 0,
    good: measured ? slice.good : 0,
    total: measured ? slice.total : 0,
    goodTimeslices: closes && slice.timeslice === 'good' ? 1 : 0,
    timeslices: closes ? 1 : 0,
    ratio: closes ? slice.ratio ?? 0 : 0,
  };
}

/** Sums of many slices, in any order. */
export function sumSlices(slices: readonly Slice[]): SliceSums {
  return slices.reduce(
    (sums, slice) => addSums(sums, sumsOfSlice(slice)),
    emptySums(),
  );
}
