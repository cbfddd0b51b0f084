import type { Slice } from '@arctiq/plugin-slo-common';
import { judgeTimeSlices } from './judgeTimeSlices';
import type { CollectedObjective } from './objectives';

const hour = 1_795_262_400;

function objective(changes: Partial<CollectedObjective>): CollectedObjective {
  return {
    ...{ key: 'k', sloId: 'k', measurementHash: 'one', target: '0.99' },
    indicator: {
      ...{ kind: 'threshold', op: 'lt', value: 1 },
      metric: { query: 'q', type: 'prometheus' },
    },
    ...{ method: 'Timeslices', timeSliceTarget: '0.9', timeSliceSeconds: 900 },
    ...changes,
  };
}

/** Slices from the hour on: `[good, total]`, or a state without counts. */
function slices(...values: ([number, number] | Slice['state'])[]): Slice[] {
  return values.map((value, index) => {
    const [state, good, total] =
      typeof value === 'string'
        ? [value, 0, 0]
        : ['measured' as const, ...value];
    return { end: hour + (index + 1) * 300, state, good, total };
  });
}

function judged(changes: Partial<CollectedObjective>, all: Slice[]) {
  return judgeTimeSlices(objective(changes), all).map(
    ({ timeslice, ratio }) => timeslice && [timeslice, ratio],
  );
}

describe('judgeTimeSlices', () => {
  it.each<[string, Slice[], unknown]>([
    [
      'at the slice that closes it',
      slices([9, 10], [8, 10], [10, 10]),
      ['good', 900_000_000],
    ],
    ['bad just below', slices([9, 10], [8, 10], [9, 10]), ['bad', 866_666_667]],
    [
      'by its traffic, not by its slices',
      slices([0, 1], [0, 1], [98, 98]),
      ['good', 980_000_000],
    ],
    [
      'when a part had no traffic',
      slices('no-traffic', [9, 10], 'no-traffic'),
      ['good', 900_000_000],
    ],
    [
      'not without traffic',
      slices('no-traffic', 'no-traffic', 'no-traffic'),
      undefined,
    ],
    [
      'not when a part is missing',
      slices([9, 10], 'no-data', [9, 10]),
      undefined,
    ],
    [
      'not when it could not be measured',
      slices([9, 10], [9, 10], 'unmeasured'),
      undefined,
    ],
  ])('judges %s', (_, all, expected) => {
    expect(judged({}, all)).toEqual([undefined, undefined, expected]);
  });

  it('does not judge what it does not see whole', () => {
    const all = slices([1, 1], [1, 1], [1, 1], [1, 1]);
    expect(judged({}, all.slice(1))).toEqual([undefined, undefined, undefined]);
  });

  it.each<[string, [number, number], string, string]>([
    ['0.9995', [9995, 10_000], 'good', 'exactly at the target'],
    ['0.9995', [9994, 10_000], 'bad', 'below'],
    ['0.3', [3_000_000_000_003, 10_000_000_000_010], 'good', 'beyond doubles'],
    ['1', [10, 10], 'good', 'all'],
  ])('target %s, %j is %s: %s', (timeSliceTarget, counts, expected) => {
    const [found] = judgeTimeSlices(
      objective({ timeSliceTarget, timeSliceSeconds: 300 }),
      slices(counts),
    );
    expect(found.timeslice).toBe(expected);
  });

  it('keeps the ratio of RatioTimeslices', () => {
    const [found] = judgeTimeSlices(
      objective({
        ...{ method: 'RatioTimeslices', timeSliceTarget: undefined },
        timeSliceSeconds: 300,
      }),
      slices([1, 3]),
    );
    expect(found).toMatchObject({ timeslice: 'bad', ratio: 333_333_333 });
  });

  it('leaves Occurrences alone', () => {
    const all = slices([1, 2], [1, 2], [1, 2]);
    expect(judgeTimeSlices(objective({ method: 'Occurrences' }), all)).toEqual(
      all,
    );
  });
});
