import { DAY, inputOf, lasting, monthly } from './__testUtils__/fixtures';
import { FINE, statusOf } from './__testUtils__/scenes';
import { evaluate } from './evaluate';

describe('calendar countdown', () => {
  const end = Date.UTC(2026, 11, 1) / 1000;

  it('lasts to the end of the month when the rest is enough', () => {
    const happenings = [
      ...lasting(20 * DAY, FINE),
      ...lasting(3600, { good: 999, total: 1000 }),
    ];
    for (const method of ['Occurrences', 'Timeslices'] as const) {
      expect(
        statusOf({ happenings, method, window: monthly() }).countdown,
      ).toEqual({
        kind: 'survives-window',
        windowEnd: end,
      });
    }
  });

  it('takes r W / b of the whole month for time slices', () => {
    const happenings = [
      ...lasting(10 * DAY, FINE),
      ...lasting(600, { good: 0, total: 1000 }),
      ...lasting(3000, FINE),
    ];
    const { status } = evaluate(
      inputOf({
        happenings,
        method: 'Timeslices',
        window: monthly(),
        target: '0.9',
      }),
    );
    // 2 of 12 slices are bad: burn 5/3, of which 20 days are not enough to spend the month.
    expect(status.currentBurn).toBeCloseTo(5 / 3, 10);
    const pace = ((status.remaining ?? 0) * 30 * DAY) / (5 / 3);
    const time = status.countdown.kind === 'at' ? status.countdown.time : 0;
    expect(time - (status.watermark ?? 0)).toBeCloseTo(pace, -1);
  });

  it('is where a projection of events spends the whole budget of the month', () => {
    const happenings = [
      ...lasting(10 * DAY, FINE),
      ...lasting(3600, { good: 990, total: 1000 }),
    ];
    const { status } = evaluate(
      inputOf({
        happenings,
        window: monthly(),
        options: { calendarBudget: 'projected' },
      }),
    );
    const pace = ((status.remaining ?? 0) * 30 * DAY) / 10;
    const time = status.countdown.kind === 'at' ? status.countdown.time : 0;
    expect(time - (status.watermark ?? 0)).toBeCloseTo(pace, -2);
  });

  it('equals a replay for events, of which the budget grows with the traffic', () => {
    const happenings = [
      ...lasting(5 * DAY, FINE),
      ...lasting(3600, { good: 997, total: 1000 }),
    ];
    const { status } = evaluate(
      inputOf({
        happenings,
        window: monthly(),
        options: { calendarBudget: 'so-far' },
      }),
    );
    const mean = 1000;
    let bad = 12 * 3;
    let total = happenings.length * mean;
    let slices = 0;
    while (bad < 0.001 * total) {
      bad += 3;
      total += mean;
      slices += 1;
    }
    const time = status.countdown.kind === 'at' ? status.countdown.time : 0;
    const ahead = (time - (status.watermark ?? 0)) / 300;
    expect(Math.ceil(ahead)).toBe(slices);
  });
});
