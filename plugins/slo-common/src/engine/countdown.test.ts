import fc from 'fast-check';
import type { BudgetingMethod, Slice } from '../types';
import { anyMethod } from './__testUtils__/arbitraries';
import {
  DAY,
  inputOf,
  lasting,
  NOVEMBER,
  objective,
  rolling,
  slicesFrom,
  type Happening,
  type Scene,
} from './__testUtils__/fixtures';
import { evaluate } from './evaluate';
import { requiredTimes } from './requiredTimes';
import { Timeline } from './timeline';

function countdownOf(scene: Scene) {
  return evaluate(inputOf(scene)).status.countdown;
}

/** Bad and all of one slice, read without the engine. */
function countOf(slice: Slice, method: BudgetingMethod): [number, number] {
  if (slice.state !== 'measured') {
    return [0, 0];
  }
  if (method === 'Occurrences') {
    return [slice.total - slice.good, slice.total];
  }
  return method === 'Timeslices'
    ? [slice.timeslice === 'bad' ? 1 : 0, 1]
    : [1e9 - (slice.ratio ?? 0), 1e9];
}

function add(counts: [number, number][]): [number, number] {
  return counts.reduce(([a, b], [c, d]) => [a + c, b + d], [0, 0]);
}

/**
 * Plays the future slice by slice: appends slices with the error ratio of the
 * last hour and the mean traffic of the window, and adds up the window anew
 * each time. Answers what is left after each.
 */
function replay(
  slices: Slice[],
  method: BudgetingMethod,
  budget: number,
  length: number,
): number[] {
  const counts = slices.slice(-length).map(slice => countOf(slice, method));
  const known = slices
    .slice(-length)
    .filter(({ state }) => state === 'measured' || state === 'no-traffic');
  const mean = add(counts)[1] / known.length;
  const [bad, all] = add(counts.slice(-12));
  const ratio = all > 0 ? bad / all : 0;
  const future = Array.from({ length }, (): [number, number] => [
    ratio * mean,
    mean,
  ]);
  const whole = [...counts, ...future];
  return Array.from({ length: length + 1 }, (_, ahead) => {
    const [badThen, allThen] = add(whole.slice(ahead, ahead + length));
    return 1 - badThen / (budget * allThen);
  });
}

describe('rolling countdown', () => {
  const W = 60;
  const END = NOVEMBER + W * 300;

  /** A window in five parts, each with its own share of errors; slices without traffic between. */
  const anyWindow: fc.Arbitrary<Happening[]> = fc
    .tuple(
      fc.array(fc.constantFrom(0, 0, 30, 80, 200, 600), {
        minLength: 5,
        maxLength: 5,
      }),
      fc.array(fc.nat(5000), { minLength: W, maxLength: W }),
    )
    .map(([perMille, totals]) =>
      totals.map((total, index): Happening => {
        const part = perMille[Math.floor(index / (W / 5))];
        return total < 50
          ? 'no-traffic'
          : { good: total - Math.floor((total * part) / 1000), total };
      }),
    );

  /** Kind of answer, and the number of the slice from now in which the budget ends. */
  function slicesUntil(scene: Scene) {
    const answer = countdownOf(scene);
    return answer.kind === 'at'
      ? { kind: 'at', slice: Math.ceil((answer.time - END) / 300) }
      : { kind: answer.kind };
  }

  function kindOf(ends: number) {
    if (ends === -1) {
      return 'never';
    }
    return ends === 0 ? 'exhausted' : 'at';
  }

  it('equals a replay of the future slice by slice, within one slice', () => {
    const seen = { at: 0, never: 0, exhausted: 0 };
    fc.assert(
      fc.property(
        anyWindow,
        anyMethod,
        fc.constantFrom('0.5', '0.8', '0.9', '0.95'),
        (happenings, method, target) => {
          const slices = slicesFrom(NOVEMBER, happenings);
          const left = replay(slices, method, 1 - Number(target), W);
          const [recent] = add(slices.slice(-12).map(s => countOf(s, method)));
          fc.pre(recent > 0 || left[0] < 0);
          fc.pre(left.every(remaining => Math.abs(remaining) > 1e-9));
          const ends = left.findIndex(remaining => remaining < 0);
          const kind = kindOf(ends);
          seen[kind] += 1;
          const window = rolling(W * 5, 'm');
          expect(slicesUntil({ happenings, method, target, window })).toEqual(
            kind === 'at' ? { kind, slice: ends } : { kind },
          );
        },
      ),
      { numRuns: 600 },
    );
    expect(Math.min(seen.at, seen.never, seen.exhausted)).toBeGreaterThan(10);
  });

  const fine = { good: 1000, total: 1000 };

  it('never ends while nothing burns, even if much good traffic leaves', () => {
    const happenings = [
      ...lasting(12 * 3600, { good: 10_000, total: 10_000 }),
      ...lasting(300, { good: 700, total: 1000 }),
      ...lasting(12 * 3600 - 300, fine),
    ];
    const scene = { happenings, window: rolling(1), target: '0.9998' };
    const { status } = evaluate(inputOf(scene));
    expect(status.remaining).toBeGreaterThan(0);
    expect(status.countdown).toEqual({ kind: 'never' });
  });

  it('is the pace r W / b while nothing ages out', () => {
    const burning = { good: 996, total: 1000 };
    const happenings = [...lasting(29 * DAY, fine), ...lasting(DAY, burning)];
    const { status } = evaluate(inputOf({ happenings }));
    const expected =
      ((status.remaining ?? 0) * 30 * DAY) / (status.currentBurn ?? 1);
    const time = status.countdown.kind === 'at' ? status.countdown.time : 0;
    expect(time - (status.watermark ?? 0)).toBeCloseTo(expected, -1);
  });

  it('never ends while old errors leave faster than new ones come', () => {
    const old = { good: 990, total: 1000 };
    const slow = { good: 9995, total: 10_000 };
    const happenings = [
      ...lasting(DAY, old),
      ...lasting(28 * DAY, fine),
      ...lasting(DAY, slow),
    ];
    expect(countdownOf({ happenings })).toEqual({ kind: 'never' });
  });

  it('ends before the old errors leave, although the pace says later', () => {
    // 80 % was spent on the 15th day; 1.5 times the even pace needs 4 days for the rest.
    const happenings = [
      ...lasting(14 * DAY, fine),
      ...lasting(DAY, { good: 976, total: 1000 }),
      ...lasting(15 * DAY - 3600, fine),
      ...lasting(3600, { good: 9985, total: 10_000 }),
    ];
    const answer = countdownOf({ happenings });
    expect(answer.kind).toBe('at');
    const inDays =
      answer.kind === 'at' ? (answer.time - NOVEMBER) / DAY - 30 : 0;
    expect(inDays).toBeGreaterThan(3.5);
    expect(inDays).toBeLessThan(4.2);
  });

  it.each([
    [
      'nothing burns',
      [...lasting(DAY, { good: 999, total: 1000 }), ...lasting(3600, fine)],
      'never',
    ],
    [
      'no traffic for 6 h',
      [
        ...lasting(DAY, { good: 999, total: 1000 }),
        ...lasting(21_600, 'no-traffic'),
      ],
      'never',
    ],
    [
      'not measured for 6 h',
      [
        ...lasting(DAY, { good: 999, total: 1000 }),
        ...lasting(21_600, 'unmeasured'),
      ],
      'unknown',
    ],
  ] as const)('when %s', (_name, happenings, kind) => {
    expect(countdownOf({ happenings, target: '0.9' }).kind).toBe(kind);
  });

  it('is no further from the truth on the points of a round than their distance', () => {
    const happenings = [
      ...lasting(10 * DAY, fine),
      ...lasting(7200, { good: 900, total: 1000 }),
      ...lasting(20 * DAY - 7200 - 3600, { good: 9997, total: 10_000 }),
      ...lasting(3600, { good: 9985, total: 10_000 }),
    ];
    const input = inputOf({ happenings });
    const [timeline] = input.timelines.values();
    const times = requiredTimes(input.definition, timeline.last, []);
    const coarse = Timeline.fromPoints(
      times.map(time => ({ time, sums: timeline.at(time) })),
      { measuredSince: timeline.first },
    );
    const exact = evaluate(input).status;
    const quick = evaluate({
      ...input,
      timelines: new Map([[objective().key, coarse]]),
    }).status;
    expect({ ...quick, countdown: 0 }).toEqual({ ...exact, countdown: 0 });
    const ends = [exact, quick].map(({ countdown }) =>
      countdown.kind === 'at' ? countdown.time : 0,
    );
    expect(ends[0]).toBeGreaterThan(0);
    expect(Math.abs(ends[0] - ends[1])).toBeLessThan(8 * 3600);
  });
});
