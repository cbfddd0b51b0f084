import { formatDay, formatDuration, formatMoment } from './duration';

const plain = (text: string) => text.replace(/\u00a0/g, ' ');
const now = new Date('2026-11-21T12:00:00Z');

describe('formatDuration', () => {
  it.each([
    [0, 'under 1 min'],
    [-5, 'under 1 min'],
    [60, '1 min'],
    [2_580, '43 min'],
    [3_600, '1 h'],
    [5_400, '1 h 30 min'],
    [32_400, '9 h'],
    [33_900, '9 h'],
    [187_200, '2 d 4 h'],
    [28 * 86_400 + 3_600, '28 d'],
    [Number.NaN, 'unknown'],
  ])('reads %d s as %s', (seconds, text) => {
    expect(plain(formatDuration(seconds))).toBe(text);
  });
});

describe('formatMoment', () => {
  it.each([
    ['2026-11-21T18:40:00Z', '18:40 UTC'],
    ['2026-11-24T00:05:00Z', '24 Nov, 00:05 UTC'],
    ['2027-01-02T09:00:00Z', '2 Jan 2027, 09:00 UTC'],
  ])('reads %s as %s', (iso, text) => {
    expect(plain(formatMoment(Date.parse(iso) / 1000, now))).toBe(text);
  });

  it('does not invent a time', () => {
    expect(formatMoment(Number.NaN, now)).toBe('unknown');
    expect(formatDay(Number.NaN)).toBe('unknown');
  });
});

describe('formatDay', () => {
  it('takes the day in UTC', () => {
    expect(plain(formatDay(Date.parse('2026-11-24T23:59:59Z') / 1000))).toBe(
      '24 Nov',
    );
  });
});
