import { thresholdOf } from './thresholds';

const DAY = 86_400;

describe('thresholdOf', () => {
  it.each([
    ['1h', 30, 14.4, 'page'],
    ['5m', 30, 14.4, 'page'],
    ['6h', 30, 6, 'page'],
    ['30m', 30, 6, 'page'],
    ['1d', 30, 3, 'ticket'],
    ['3d', 30, 1, 'ticket'],
    ['1h', 28, 13.44, 'page'],
  ])('for %s of %d days is %d (%s)', (lookback, days, rate, severity) => {
    const threshold = thresholdOf(lookback, days * DAY);
    expect(threshold?.rate).toBeCloseTo(rate);
    expect(threshold?.severity).toBe(severity);
  });

  it('knows no other look-back', () => {
    expect(thresholdOf('7d', 28 * DAY)).toBeUndefined();
  });
});
