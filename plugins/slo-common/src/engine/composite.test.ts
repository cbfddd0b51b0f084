import fc from 'fast-check';
import type { BudgetingMethod } from '../types';
import { anyHappening } from './__testUtils__/arbitraries';
import {
  DAY,
  definition,
  lasting,
  NOVEMBER,
  objective,
  rolling,
  slicesFrom,
  type Happening,
} from './__testUtils__/fixtures';
import { evaluate } from './evaluate';
import type { EvaluateInput } from './options';
import { defaultPolicy } from './policy';
import { Timeline } from './timeline';

const fine = { good: 1000, total: 1000 };

interface Member {
  happenings: readonly Happening[];
  weight?: number;
  target?: string;
}

function journey(
  members: readonly Member[],
  method: BudgetingMethod = 'Occurrences',
): EvaluateInput {
  const objectives = members.map(({ weight = 1, target = '0.99' }, index) =>
    objective({ key: `shop/journey/checkout~${index + 1}`, weight, target }),
  );
  const timelines = members.flatMap(({ happenings }, index) =>
    happenings.length > 0
      ? [
          [
            objectives[index].key,
            Timeline.fromSlices(slicesFrom(NOVEMBER, happenings)),
          ] as const,
        ]
      : [],
  );
  return {
    definition: definition({
      objectives,
      budgetingMethod: method,
      window: rolling(1),
    }),
    timelines: new Map(timelines),
    policy: defaultPolicy,
    now: NOVEMBER + DAY + 60,
  };
}

/** One day in which this share of the budget of 99 % is spent in the last hour. */
function spending(share: number): Happening[] {
  const bad = (share * 288_000 * 0.01) / 12;
  return [
    ...lasting(DAY - 3600, fine),
    ...lasting(3600, { good: 1000 - bad, total: 1000 }),
  ];
}

describe('composites', () => {
  it.each(['Occurrences', 'RatioTimeslices'] as const)(
    'add what members spend by weight, not divided by the weights (%s)',
    method => {
      const { status, members } = evaluate(
        journey(
          [
            { happenings: spending(0.2), weight: 1 },
            { happenings: spending(0.4), weight: 0.5 },
          ],
          method,
        ),
      );
      expect(members.map(({ key }) => key)).toEqual([
        'shop/journey/checkout~1',
        'shop/journey/checkout~2',
      ]);
      expect(status.consumed).toBeCloseTo(0.2 + 0.5 * 0.4, 9);
      expect(status.remaining).toBeCloseTo(0.6, 9);
      const [first, second] = members.map(member => member.status);
      expect(status.currentBurn).toBeCloseTo(
        (first.currentBurn ?? 0) + 0.5 * (second.currentBurn ?? 0),
        9,
      );
      expect(status.sli).toBeCloseTo(
        ((first.sli ?? 0) + 0.5 * (second.sli ?? 0)) / 1.5,
        12,
      );
      expect(status.budget).toBeUndefined();
    },
  );

  it('take the upper bound for Timeslices and tell the range', () => {
    const bad = (count: number) => [
      ...lasting(DAY - count * 300, fine),
      ...lasting(count * 300, { good: 0, total: 1000 }),
    ];
    const two = evaluate(
      journey(
        [{ happenings: bad(1) }, { happenings: bad(1), weight: 5 }],
        'Timeslices',
      ),
    ).status;
    expect(two.consumed).toBeCloseTo(2 / 2.88, 12);
    expect(two.reasons.join()).toContain(
      'between 34.72 % and 69.44 % is spent',
    );
    const one = evaluate(
      journey([{ happenings: bad(1) }, { happenings: bad(0) }], 'Timeslices'),
    ).status;
    expect(one.consumed).toBeCloseTo(1 / 2.88, 12);
    expect(one.reasons).toEqual([]);
  });

  it('are not known while a member was never measured, and name it', () => {
    const { status, members } = evaluate(
      journey([{ happenings: spending(0) }, { happenings: [] }]),
    );
    expect(members[1].status.state).toBe('not-measured');
    expect(status).toMatchObject({
      state: 'no-data',
      quality: 'partial',
      coverage: 0,
      countdown: { kind: 'unknown' },
      reasons: ['shop/journey/checkout~2: Never measured yet.'],
    });
    expect(status.currentBurn).toBeUndefined();
    expect(status.burn.every(({ rate }) => rate === undefined)).toBe(true);
  });

  it('are not known while a member has no traffic', () => {
    const { status } = evaluate(
      journey([
        { happenings: spending(0.2) },
        { happenings: lasting(DAY, 'no-traffic') },
      ]),
    );
    expect(status).toMatchObject({
      state: 'no-data',
      coverage: 1,
      reasons: ['shop/journey/checkout~2: No traffic in the window.'],
    });
    expect(status.remaining).toBeCloseTo(0.8, 9);
  });

  it('were never measured when no member was', () => {
    const { status } = evaluate(
      journey([{ happenings: [] }, { happenings: [] }]),
    );
    expect(status.state).toBe('not-measured');
  });

  it('are evaluated at the last slice that all members closed', () => {
    const input = journey([
      { happenings: spending(0.5) },
      { happenings: lasting(DAY - 3600, fine) },
    ]);
    const { status, members } = evaluate(input);
    expect(status.watermark).toBe(NOVEMBER + DAY - 3600);
    expect(members[0].status.consumed).toBe(0);
    expect(status.quality).toBe('stale');
  });

  it('end before each of their members alone', () => {
    const { status, members } = evaluate(
      journey([{ happenings: spending(0.3) }, { happenings: spending(0.3) }]),
    );
    const [whole, first] = [status, members[0].status].map(({ countdown }) =>
      countdown.kind === 'at' ? countdown.time : 0,
    );
    expect(whole).toBeGreaterThan(NOVEMBER + DAY);
    expect(whole).toBeLessThan(first);
    const pace = (0.4 * DAY) / (status.currentBurn ?? 1);
    expect(whole - NOVEMBER - DAY).toBeCloseTo(pace, -1);
  });

  it('count members by weight in the countdown and in the smallest step', () => {
    const { status, members } = evaluate(
      journey([
        { happenings: spending(0.3) },
        { happenings: spending(0.3), weight: 0.25 },
      ]),
    );
    const time = status.countdown.kind === 'at' ? status.countdown.time : 0;
    const pace = (0.625 * DAY) / (status.currentBurn ?? 1);
    expect(time - NOVEMBER - DAY).toBeCloseTo(pace, -1);
    const light = evaluate(
      journey([
        { happenings: spending(0), weight: 0.5 },
        { happenings: spending(0), weight: 0.25 },
      ]),
    );
    expect(light.status.smallestStep).toBe(
      0.5 * (members[0].status.smallestStep ?? 0),
    );
  });

  it('with one member are that member', () => {
    const day = fc.array(anyHappening, { minLength: 12, maxLength: 40 });
    fc.assert(
      fc.property(day, happenings => {
        const alone = evaluate(journey([{ happenings }])).status;
        const beside = evaluate(
          journey([
            { happenings },
            { happenings: happenings.map(() => fine), weight: 0.0001 },
          ]),
        ).status;
        expect(beside.remaining ?? 1).toBeCloseTo(alone.remaining ?? 1, 9);
        expect(beside.coverage).toBe(alone.coverage);
      }),
    );
  });
});
