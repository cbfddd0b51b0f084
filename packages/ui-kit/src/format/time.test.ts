import { formatAge, formatUtc } from './time';

const now = new Date('2026-03-01T12:00:00Z');

describe('formatAge', () => {
  it.each([
    ['2026-03-01T11:59:31Z', 'just now'],
    ['2026-03-01T12:00:20Z', 'just now'],
    ['2026-03-01T11:59:00Z', '1 min ago'],
    ['2026-03-01T11:00:01Z', '59 min ago'],
    ['2026-03-01T11:00:00Z', '1 h ago'],
    ['2026-02-28T12:00:01Z', '23 h ago'],
    ['2026-02-28T12:00:00Z', '1 d ago'],
    ['2025-03-01T12:00:00Z', '365 d ago'],
    ['2026-03-01T14:00:00+00:00', 'in 2 h'],
    ['2026-03-01T13:00:00+02:00', '1 h ago'],
    ['yesterday', 'unknown'],
  ])('reads %s as %s', (moment, age) => {
    expect(formatAge(moment, now)).toBe(age);
  });

  it('takes dates', () => {
    expect(formatAge(new Date(now.getTime() - 180_000), now)).toBe('3 min ago');
  });
});

describe('formatUtc', () => {
  it.each([
    ['2026-03-01T14:05:09Z', '2026-03-01 14:05:09 UTC'],
    ['2026-03-01T01:05:09+02:00', '2026-02-28 23:05:09 UTC'],
    ['', 'unknown'],
  ])('reads %s as %s', (moment, text) => {
    expect(formatUtc(moment)).toBe(text);
  });
});
