import fc from 'fast-check';
import { anyHappening, anyTarget } from './__testUtils__/arbitraries';
import {
  inputOf,
  lasting,
  NOVEMBER,
  slicesFrom,
} from './__testUtils__/fixtures';
import { status, summary, summaryOf } from './__testUtils__/summaries';
import { ofWholeWindow, rollUp, type RollupMember } from './rollup';
import { emptySums, sumSlices } from './sums';

const identity = { ref: 'group:default/orders', title: 'Orders' };

function member(
  id: string,
  overrides: Partial<RollupMember['summary']> = {},
  good = 999,
  total = 1000,
): RollupMember {
  return {
    summary: summary({ id, ...overrides }),
    sums: {
      ...emptySums(),
      expected: 1,
      known: 1,
      good: good * 1000,
      total: total * 1000,
    },
    target: '0.999',
  };
}

describe('rollUp', () => {
  it('adds events, never percentages', () => {
    const answer = rollUp(
      [member('large', {}, 9990, 10_000), member('small', {}, 0, 10)],
      identity,
    );
    expect(answer).toMatchObject({ ...identity, slos: 2 });
    expect(answer.sli).toBeCloseTo(9990 / 10_010, 12);
    expect(answer.remaining).toBeCloseTo(1 - 20 / 10.01, 10);
  });

  it('names the worst and the fastest member and counts states', () => {
    const answer = rollUp(
      [
        member('a', {
          status: status({
            remaining: -0.2,
            state: 'exhausted',
            currentBurn: 0,
          }),
        }),
        member('b', {
          status: status({ remaining: 0.9, currentBurn: 12, state: 'at-risk' }),
        }),
        member('c', {
          status: status({
            remaining: undefined,
            state: 'no-data',
            quality: 'partial',
            currentBurn: undefined,
          }),
        }),
        member('d'),
      ],
      identity,
    );
    expect(answer.worst?.id).toBe('a');
    expect(answer.fastest?.id).toBe('b');
    expect(answer.states).toEqual({
      exhausted: 1,
      'at-risk': 1,
      'no-data': 1,
      healthy: 1,
    });
    expect(answer.quality).toBe('partial');
  });

  it('has no fastest member when nothing burns', () => {
    const calm = status({ currentBurn: 0 });
    expect(
      rollUp([member('a', { status: calm })], identity).fastest,
    ).toBeUndefined();
  });

  it('leaves members that count minutes out of the sums, but not out of the rest', () => {
    const answer = rollUp(
      [
        member('a', {
          budgetingMethod: 'Timeslices',
          status: status({ remaining: 0.1, state: 'critical' }),
        }),
      ],
      identity,
    );
    expect(answer).toMatchObject({
      slos: 1,
      sli: undefined,
      remaining: undefined,
    });
    expect(answer.worst?.id).toBe('a');
  });

  it.each([
    [['complete', 'complete'], 'complete'],
    [['complete', 'partial'], 'partial'],
    [['complete', 'not-measured'], 'partial'],
    [['not-measured', 'not-measured'], 'not-measured'],
    [['partial', 'stale'], 'stale'],
    [[], 'not-measured'],
  ] as const)('of qualities %p is %s', (qualities, expected) => {
    const members = qualities.map((quality, index) =>
      member(`${index}`, { status: status({ quality }) }),
    );
    expect(rollUp(members, identity).quality).toBe(expected);
  });

  it('counts what was never measured as not covered, and is as old as its oldest figure', () => {
    const answer = rollUp(
      [
        member('a', { status: status({ watermark: NOVEMBER }) }),
        member('b', { status: status({ watermark: NOVEMBER + 300 }) }),
        member('c', { status: status({ watermark: undefined, coverage: 0 }) }),
        member('d', { status: status({ watermark: NOVEMBER + 300 }) }),
      ],
      identity,
    );
    expect(answer.coverage).toBe(0.75);
    expect(answer.asOf).toBe('2026-11-01T00:00:00.000Z');
  });

  it('is empty without members', () => {
    expect(rollUp([], identity)).toEqual({
      ...identity,
      slos: 0,
      states: {},
      coverage: 0,
      quality: 'not-measured',
      sli: undefined,
      remaining: undefined,
      worst: undefined,
      fastest: undefined,
      asOf: undefined,
    });
  });

  it('counts an SLO given once for each objective once', () => {
    const answer = rollUp([member('a'), member('a'), member('b')], identity);
    expect(answer.slos).toBe(2);
    expect(answer.states).toEqual({ healthy: 2 });
  });

  it('equals the recomputation from its members, and one member equals itself', () => {
    const team = fc.array(
      fc.tuple(
        fc.array(anyHappening, { minLength: 1, maxLength: 30 }),
        anyTarget,
      ),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(team, slos => {
        const members = slos.map(
          ([happenings, target], index): RollupMember => {
            const input = inputOf({ happenings, target });
            return {
              summary: { ...summaryOf(input), id: `${index}` },
              sums: sumSlices(slicesFrom(NOVEMBER, happenings)),
              target,
            };
          },
        );
        const answer = rollUp(members, identity);
        let bad = 0;
        let total = 0;
        let allowed = 0;
        for (const [happenings, target] of slos) {
          for (const each of happenings) {
            if (typeof each !== 'string') {
              bad += each.total - each.good;
              total += each.total;
              allowed += each.total * (1 - Number(target));
            }
          }
        }
        expect(answer.remaining === undefined).toBe(total === 0);
        fc.pre(total > 0);
        expect(answer.sli).toBeCloseTo((total - bad) / total, 10);
        const remaining = 1 - bad / allowed;
        expect(Math.abs((answer.remaining ?? 0) - remaining)).toBeLessThan(
          1e-9 * Math.max(1, Math.abs(remaining)),
        );
        const alone =
          members.length === 1
            ? members[0].summary.status.remaining
            : remaining;
        expect(Math.abs((alone ?? 0) - remaining)).toBeLessThan(
          1e-9 * Math.max(1, Math.abs(remaining)),
        );
        const left = members.map(
          ({ summary: { status: each } }) => each.remaining ?? Infinity,
        );
        expect(answer.worst?.status.remaining).toBe(Math.min(...left));
      }),
    );
  });

  it('is as complete as a whole day without a gap', () => {
    const input = inputOf({
      happenings: lasting(30 * 86_400, { good: 1, total: 1 }),
    });
    expect(
      rollUp(
        [{ summary: summaryOf(input), sums: emptySums(), target: '0.9' }],
        identity,
      ).quality,
    ).toBe('complete');
  });
});

describe('ofWholeWindow', () => {
  const empty = rollUp([], { ref: 'x', title: 'X' });

  it.each([
    [0.4, 0.5, 0.7],
    [-1, 0.25, 0.5],
    [0.4, 1, 0.4],
  ])('has of %d after %d of the window %d', (remaining, measured, expected) => {
    expect(
      ofWholeWindow({ ...empty, remaining }, measured).remaining,
    ).toBeCloseTo(expected, 12);
  });

  it('knows nothing of what was not measured', () => {
    expect(ofWholeWindow(empty, 0.5).remaining).toBeUndefined();
  });
});
