import fc from 'fast-check';
import {
  anyHappening,
  anyMethod,
  anyTarget,
} from './__testUtils__/arbitraries';
import {
  DAY,
  inputOf,
  lasting,
  monthly,
  NOVEMBER,
  objective,
  rolling,
} from './__testUtils__/fixtures';
import { summaryOf } from './__testUtils__/summaries';
import { evaluate, evaluateAt } from './evaluate';
import { decideGate } from './gate';
import type { EvaluateInput } from './options';
import { budgetSeries } from './series';

const fine = { good: 1000, total: 1000 };

/** A composite of two members with the same measurements. */
function doubled(input: EvaluateInput): EvaluateInput {
  const [only] = input.definition.objectives;
  const [timeline] = input.timelines.values();
  const second = objective({ ...only, key: 'second', weight: 0.25 });
  return {
    ...input,
    definition: { ...input.definition, objectives: [only, second] },
    timelines: new Map([
      [only.key, timeline],
      ['second', timeline],
    ]),
  };
}

describe('budgetSeries', () => {
  it('ends with what evaluate answers, and with what the gate says is left', () => {
    fc.assert(
      fc.property(
        fc.array(anyHappening, { minLength: 1, maxLength: 80 }),
        anyMethod,
        anyTarget,
        fc.constantFrom(rolling(60, 'm'), rolling(1), monthly()),
        fc.boolean(),
        fc.integer({ min: 1, max: 2000 }),
        (happenings, method, target, window, composite, stepSeconds) => {
          const single = inputOf({ happenings, method, target, window });
          const input = composite ? doubled(single) : single;
          const { status } = evaluate(input);
          const series = budgetSeries(input, {
            from: NOVEMBER,
            to: input.now,
            stepSeconds,
          });
          const last = series.at(-1);
          expect(last).toMatchObject({
            time: status.watermark,
            coverage: status.coverage,
          });
          const gate = decideGate({
            entityRef: 'component:default/order-service',
            environment: 'prod',
            summaries: [summaryOf(input)],
            policy: input.policy,
            exemptions: [],
            now: input.now,
            maxAgeSeconds: 1800,
          });
          expect(gate.budgetRemaining).toBe(status.remaining);
          expect(last?.remaining).toBe(status.remaining);
        },
      ),
    );
  });

  it('shows at each point what evaluate answered then', () => {
    const input = inputOf({
      happenings: [
        ...lasting(DAY, fine),
        ...lasting(DAY, { good: 997, total: 1000 }),
      ],
      window: rolling(1),
    });
    const series = budgetSeries(input, {
      from: NOVEMBER,
      to: NOVEMBER + 2 * DAY,
      stepSeconds: 3 * 3600,
    });
    expect(series).toHaveLength(16);
    for (const { time, remaining } of series) {
      expect(remaining).toBe(evaluateAt(input, time).status.remaining);
    }
    expect(series[7]).toMatchObject({ remaining: 1, burn: 0 });
    expect(series[15].burn).toBeCloseTo(3, 10);
    expect(series[15].remaining).toBeCloseTo(-2, 10);
  });

  it('has a gap, not a guess, where nothing was known', () => {
    const input = inputOf({
      happenings: [
        ...lasting(7200, fine),
        ...lasting(7200, 'no-data'),
        ...lasting(3600, fine),
      ],
      window: rolling(60, 'm'),
    });
    const series = budgetSeries(input, {
      from: NOVEMBER,
      to: input.now,
      stepSeconds: 3600,
    });
    expect(series.map(({ remaining }) => remaining)).toEqual([
      1,
      1,
      undefined,
      undefined,
      1,
    ]);
    expect(series.map(({ coverage }) => coverage)).toEqual([1, 1, 0, 0, 1]);
  });

  it('starts with the first measurement and stops at the end asked for', () => {
    const input = inputOf({ happenings: lasting(DAY, fine) });
    const series = budgetSeries(input, {
      from: NOVEMBER - 10 * DAY,
      to: NOVEMBER + 7200 + 17,
      stepSeconds: 3600,
    });
    expect(series.map(({ time }) => time)).toEqual([
      NOVEMBER + 3600,
      NOVEMBER + 7200,
    ]);
  });

  it('ends at the watermark when asked for more', () => {
    const input = inputOf({ happenings: lasting(DAY, fine) });
    const series = budgetSeries(input, {
      from: NOVEMBER,
      to: NOVEMBER + 5 * DAY,
      stepSeconds: 3600,
    });
    expect(series).toHaveLength(24);
    expect(series.at(-1)?.time).toBe(NOVEMBER + DAY);
  });

  it('is empty for what was never measured, and refuses a step of 0', () => {
    const input = inputOf({ happenings: [fine] });
    const range = { from: NOVEMBER, to: NOVEMBER + DAY, stepSeconds: 3600 };
    expect(budgetSeries({ ...input, timelines: new Map() }, range)).toEqual([]);
    expect(() => budgetSeries(input, { ...range, stepSeconds: 0 })).toThrow(
      'multiple of 300',
    );
  });

  it('falls back to a full budget when a new month starts', () => {
    const october = NOVEMBER - DAY;
    const input = inputOf({
      start: october,
      happenings: [
        ...lasting(DAY, { good: 990, total: 1000 }),
        ...lasting(3600, fine),
      ],
      window: monthly(),
    });
    const series = budgetSeries(input, {
      from: NOVEMBER - 7200,
      to: NOVEMBER + 3600,
      stepSeconds: 3600,
    });
    expect(series.map(({ remaining }) => Math.round(remaining ?? 0))).toEqual([
      -9, -9, 1,
    ]);
  });
});
