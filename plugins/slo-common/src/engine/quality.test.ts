import {
  correction,
  DAY,
  inputOf,
  lasting,
  NOVEMBER,
  rolling,
  type Scene,
} from './__testUtils__/fixtures';
import { days, DOWN, FINE, rate, statusOf } from './__testUtils__/scenes';
import { evaluate } from './evaluate';

describe('quality', () => {
  it('says that nothing was ever measured', () => {
    const input = { ...inputOf({ happenings: [FINE] }), timelines: new Map() };
    expect(evaluate(input)).toMatchObject({
      members: [],
      status: {
        state: 'not-measured',
        quality: 'not-measured',
        reasons: ['Never measured yet.'],
      },
    });
  });

  it('keeps the last figures when stale, with their age', () => {
    const fresh = statusOf({ happenings: days(30), lag: 900 });
    const stale = statusOf({ happenings: days(30), lag: 5 * 3600 });
    expect(fresh.quality).toBe('complete');
    expect(fresh.reasons).toEqual([]);
    expect(stale).toEqual({
      ...fresh,
      quality: 'stale',
      reasons: ['The last measurement is 5 h old (2026-12-01 00:00 UTC).'],
    });
  });

  it('counts what is expected from the first measurement on, and says so', () => {
    const status = statusOf({ happenings: days(3) });
    expect(status).toMatchObject({
      coverage: 1,
      quality: 'partial',
      state: 'healthy',
      reasons: [
        'Measured only since 2026-11-01 00:00 UTC; the window starts at 2026-10-05 00:00 UTC.',
      ],
    });
  });

  it('tells apart why slices are missing', () => {
    const status = statusOf({
      happenings: [
        ...lasting(6 * 300, FINE),
        ...lasting(900, 'no-data'),
        'unmeasured',
      ],
      window: rolling(50, 'm'),
    });
    expect(status.reasons).toEqual([
      '60 % of the slices in the window are known, less than the 90 % that a statement needs: of 10 slices the source does not know the series in 3, 1 could not be measured.',
    ]);
  });

  it('does not burn over look-backs that are not covered or had no traffic', () => {
    const status = statusOf({
      happenings: [...lasting(3600, FINE), 'no-traffic'],
    });
    expect(status.burn).toEqual([
      { lookback: '5m', rate: undefined, coverage: 1 },
      { lookback: '30m', rate: 0, coverage: 1 },
      { lookback: '1h', rate: 0, coverage: 1 },
      { lookback: '2h', rate: undefined, coverage: 13 / 24 },
      { lookback: '6h', rate: undefined, coverage: 13 / 72 },
      { lookback: '1d', rate: undefined, coverage: 13 / 288 },
      { lookback: '3d', rate: undefined, coverage: 13 / 864 },
    ]);
    expect(status.currentBurn).toBe(0);
  });

  it('covers a look-back in which maintenance was', () => {
    const start = NOVEMBER + DAY;
    const status = statusOf({
      happenings: [...days(1), ...lasting(1800, DOWN), ...lasting(1800, FINE)],
      corrections: [correction(start, start + 1800)],
    });
    expect(status.burn.find(({ lookback }) => lookback === '1h')).toEqual({
      lookback: '1h',
      rate: 0,
      coverage: 1,
    });
  });

  it('takes the 6 h when the last hour was not measured', () => {
    const status = statusOf({
      happenings: [
        ...lasting(DAY, { good: 998, total: 1000 }),
        ...lasting(600, 'unmeasured'),
      ],
    });
    expect(rate(status, '1h')).toBeUndefined();
    expect(status.currentBurn).toBeCloseTo(2, 10);
  });

  it('takes corrections out of every sum', () => {
    const cut = correction(NOVEMBER + 3600, NOVEMBER + 7200);
    const scene: Scene = {
      happenings: [
        ...lasting(3600, FINE),
        ...lasting(3600, DOWN),
        ...lasting(3600, FINE),
      ],
      method: 'Timeslices',
      window: rolling(180, 'm'),
    };
    expect(statusOf(scene).state).toBe('exhausted');
    expect(statusOf({ ...scene, corrections: [cut] })).toMatchObject({
      state: 'healthy',
      remaining: 1,
      coverage: 1,
      budget: { total: 0.12, estimated: false },
    });
  });
});
