import {
  correction,
  DAY,
  definition,
  monthly,
  NOVEMBER,
} from './__testUtils__/fixtures';
import { requiredTimes } from './requiredTimes';

describe('requiredTimes', () => {
  it('asks for the window, the look-backs and a grid of whole hours', () => {
    const at = NOVEMBER + 20 * DAY + 1500;
    const times = requiredTimes(definition(), at + 17, []);
    expect(times.at(-1)).toBe(at);
    expect(times[0]).toBe(at - 30 * DAY);
    expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
    expect(times.length).toBeLessThan(102);
    for (const seconds of [300, 1800, 3600, 7200, 21_600, DAY, 3 * DAY]) {
      expect(times).toContain(at - seconds);
    }
  });

  it('needs no grid in calendar windows, and reaches back before a young one', () => {
    const at = NOVEMBER + 3600;
    const times = requiredTimes(definition({ window: monthly() }), at, []);
    expect(times).toHaveLength(8);
    expect(times[0]).toBe(at - 3 * DAY);
    expect(times).toContain(NOVEMBER);
  });

  it('asks for the bounds of corrections in force within reach', () => {
    const at = NOVEMBER + 40 * DAY;
    const odd = NOVEMBER + 20 * DAY + 600;
    const times = requiredTimes(definition(), at, [
      correction(odd, odd + 300),
      correction(NOVEMBER, NOVEMBER + 300),
      correction(at - 300, at + DAY),
      correction(odd + 900, odd + 1200, {
        revoked: { by: 'user:default/mei', at: '2026-11-30', reason: 'wrong' },
      }),
    ]);
    expect(times).toEqual(expect.arrayContaining([odd, odd + 300, at - 300]));
    for (const time of [NOVEMBER, NOVEMBER + 300, odd + 900, at + DAY]) {
      expect(times).not.toContain(time);
    }
  });
});
