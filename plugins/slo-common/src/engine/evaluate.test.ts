import fc from 'fast-check';
import {
  anyHappening,
  anyMethod,
  anyTarget,
} from './__testUtils__/arbitraries';
import {
  correction,
  DAY,
  definition,
  inputOf,
  lasting,
  monthly,
  NOVEMBER,
  objective,
  rolling,
} from './__testUtils__/fixtures';
import { days, DOWN, FINE, statusOf } from './__testUtils__/scenes';
import { evaluate } from './evaluate';
import { defaultPolicy } from './policy';

describe('calendar windows', () => {
  const half = lasting(15 * DAY, FINE);

  it('know the minutes of the whole month, and spend of them', () => {
    const status = statusOf({
      happenings: [...half, ...lasting(600, DOWN)],
      method: 'Timeslices',
      window: monthly(),
    });
    expect(status.window.end).toBe(Date.UTC(2026, 11, 1) / 1000);
    expect(status.budget?.total).toBe(43.2);
    expect(status.consumed).toBeCloseTo(10 / 43.2, 12);
    expect(status.budget?.left).toBeCloseTo(33.2, 10);
  });

  it('leave out of the month what maintenance will take, before it comes', () => {
    const planned = correction(NOVEMBER + 20 * DAY, NOVEMBER + 25 * DAY);
    const happenings = [...half, ...lasting(600, DOWN)];
    const status = statusOf({
      happenings,
      method: 'Timeslices',
      window: monthly(),
      corrections: [planned],
    });
    expect(status.budget?.total).toBe(36);
    expect(status.consumed).toBeCloseTo(10 / 36, 12);
    const ratio = statusOf({
      happenings,
      method: 'RatioTimeslices',
      window: monthly(),
      corrections: [planned],
    });
    expect(ratio.consumed).toBeCloseTo(10 / 36, 12);
  });

  it('estimate the minutes of a month that began before the first measurement', () => {
    const status = statusOf({
      start: NOVEMBER + 10 * DAY,
      happenings: half,
      method: 'Timeslices',
      window: monthly(),
    });
    expect(status).toMatchObject({
      coverage: 1,
      budget: { total: 43.2, estimated: true },
    });
  });

  it('project the events to come from the traffic so far, and say that it is an estimate', () => {
    const happenings = [...half, { good: 0, total: 1000 }];
    const soFar = statusOf({
      happenings,
      window: monthly(),
      options: { calendarBudget: 'so-far' },
    });
    expect(soFar.budget).toMatchObject({ unit: 'events', estimated: true });
    expect(soFar.budget?.total).toBeCloseTo(4321, 6);
    expect(soFar.consumed).toBeCloseTo(1000 / 4321, 12);
    const projected = statusOf({ happenings, window: monthly() });
    expect(projected.budget?.estimated).toBe(true);
    expect(projected.budget?.total).toBeCloseTo(8640, 6);
    expect(projected.consumed).toBeCloseTo(1000 / 8640, 12);
  });

  it('are complete and no estimate on their last slice', () => {
    const status = statusOf({
      happenings: lasting(30 * DAY, FINE),
      window: monthly(),
    });
    expect(status.window).toEqual({
      from: NOVEMBER,
      to: NOVEMBER + 30 * DAY,
      end: NOVEMBER + 30 * DAY,
    });
    expect(status.budget?.estimated).toBe(false);
    expect(status.countdown).toEqual({
      kind: 'survives-window',
      windowEnd: NOVEMBER + 30 * DAY,
    });
  });
});

describe('states', () => {
  // Of 30 days with 8,640,000 events, 99.9 % allows 8,640 bad ones; all on the first day.
  it.each([
    [4320, 'healthy'],
    [4321, 'at-risk'],
    [6480, 'at-risk'],
    [6481, 'critical'],
    [7776, 'critical'],
    [7777, 'frozen'],
    [8640, 'frozen'],
    [8641, 'exhausted'],
  ])('%d bad events are %s', (bad, state) => {
    const spread = Array.from({ length: 10 }, (_, index) => {
      const share =
        index < bad % 10 ? Math.ceil(bad / 10) : Math.floor(bad / 10);
      return { good: 1000 - share, total: 1000 };
    });
    const first = spread.map(({ good }) => ({ good, total: 1000 }));
    expect(
      statusOf({ happenings: [...first, ...days(30).slice(10)] }).state,
    ).toBe(state);
  });

  it('is not at risk by one bad event in little traffic', () => {
    const rare = { good: 1, total: 1 };
    const status = statusOf({
      happenings: [
        ...lasting(30 * DAY - 3600, rare),
        { good: 0, total: 1 },
        ...lasting(3300, rare),
      ],
      options: { atRiskWithinSeconds: 30 * DAY },
    });
    expect(status.currentBurn).toBeCloseTo(1000 / 12, 8);
    expect(status.countdown.kind).toBe('at');
    expect(status).toMatchObject({ confidence: 'low', state: 'healthy' });
  });

  it('is at risk when it burns so fast that it ends within 3 days', () => {
    const happenings = [
      ...lasting(30 * DAY - 3600, FINE),
      ...lasting(3600, { good: 985, total: 1000 }),
    ];
    const status = statusOf({ happenings });
    expect(status.remaining).toBeGreaterThan(0.9);
    expect(status.state).toBe('at-risk');
    expect(
      statusOf({ happenings, options: { atRiskWithinSeconds: 3600 } }).state,
    ).toBe('healthy');
  });
});

describe('properties', () => {
  it('remaining + consumed = 1, for any method, target and window', () => {
    fc.assert(
      fc.property(
        fc.array(anyHappening, { minLength: 1, maxLength: 100 }),
        anyMethod,
        anyTarget,
        fc.constantFrom(rolling(1), rolling(60, 'm'), monthly()),
        (happenings, method, target, window) => {
          const { status } = evaluate(
            inputOf({ happenings, method, target, window }),
          );
          const { remaining, consumed, budget, state } = status;
          const known = remaining !== undefined;
          expect([consumed !== undefined, budget !== undefined]).toEqual([
            known,
            known,
          ]);
          expect(known || state === 'no-data').toBe(true);
          fc.pre(known && consumed !== undefined && budget !== undefined);
          expect(remaining + consumed).toBeCloseTo(1, 9);
          expect(remaining).toBeLessThanOrEqual(1);
          expect(budget.left / budget.total).toBeCloseTo(remaining, 9);
        },
      ),
    );
  });

  it('depends on the clock in nothing but staleness', () => {
    fc.assert(
      fc.property(
        fc.array(anyHappening, { minLength: 1, maxLength: 50 }),
        fc.integer({ min: 0, max: 10 * DAY }),
        (happenings, lag) => {
          const now = statusOf({ happenings, lag: 0 });
          const later = statusOf({ happenings, lag });
          expect({ ...later, quality: 0, reasons: 0 }).toEqual({
            ...now,
            quality: 0,
            reasons: 0,
          });
        },
      ),
    );
  });
});

it('refuses a target that leaves no budget', () => {
  const input = {
    ...inputOf({ happenings: [FINE] }),
    definition: definition({ objectives: [objective({ target: '1' })] }),
    policy: defaultPolicy,
  };
  expect(() => evaluate(input)).toThrow('is no target');
});
