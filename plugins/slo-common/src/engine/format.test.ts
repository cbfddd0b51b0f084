import {
  age,
  amount,
  goodPercent,
  percent,
  targetPercent,
  utc,
  windowText,
} from './format';

describe('format', () => {
  it.each([
    [0.0005, '0.05 %'],
    [0.694444, '69.44 %'],
    [1, '100 %'],
    [-0.2, '-20 %'],
    [0.0000123456, '0.00123 %'],
    [0, '0 %'],
    [-0, '0 %'],
  ])('percent of %d is %s', (share, text) => {
    expect(percent(share)).toBe(text);
  });

  it.each([
    [0.99965278, '99.9652 %'],
    [0.999, '99.9 %'],
    [0.9999999, '99.99999 %'],
    [0.99999999999, '99.99999999 %'],
    [1, '100 %'],
    [0.5, '50 %'],
    [0, '0 %'],
  ])('share of good %d is %s', (share, text) => {
    expect(goodPercent(share)).toBe(text);
  });

  it.each([
    ['0.9995', '99.95 %'],
    ['0.999', '99.9 %'],
    ['0.07', '7 %'],
    ['0.57', '57 %'],
  ])('target %s is %s', (target, text) => {
    expect(targetPercent(target)).toBe(text);
  });

  it.each([
    [1234567.891, '1,234,567.89'],
    [-0.001, '0'],
    [43.2, '43.2'],
  ])('amount %d is %s', (value, text) => {
    expect(amount(value)).toBe(text);
  });

  it.each([
    [0, '0 min'],
    [7199, '119 min'],
    [7200, '2 h'],
    [172_799, '47 h'],
    [172_800, '2 days'],
  ])('age of %d s is %s', (seconds, text) => {
    expect(age(seconds)).toBe(text);
  });

  it('names times with their zone, and windows with theirs', () => {
    expect(utc(1_793_500_000)).toBe('2026-11-01 02:26 UTC');
    expect(
      windowText({ kind: 'rolling', duration: { value: 1, unit: 'w' } }),
    ).toBe('1 week');
    expect(
      windowText({
        kind: 'calendar',
        duration: { value: 1, unit: 'Q' },
        startTime: '2026-01-01 00:00:00',
        timeZone: 'America/New_York',
      }),
    ).toBe('1 quarter of the calendar of America/New_York');
  });
});
