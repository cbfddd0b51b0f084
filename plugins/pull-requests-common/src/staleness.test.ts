import fc from 'fast-check';
import { staleness } from './staleness';

const now = new Date('2026-08-31T12:00:00Z');

describe('staleness', () => {
  it.each([
    ['2026-08-31T12:00:00Z', 'fresh'],
    ['2026-08-29T12:00:01Z', 'fresh'],
    ['2026-08-29T12:00:00Z', 'ageing'],
    ['2026-08-17T12:00:00Z', 'ageing'],
    ['2026-08-17T11:59:59Z', 'stale'],
    ['2026-09-01T00:00:00Z', 'fresh'],
  ])('activity at %s is %s', (updatedAt, expected) => {
    expect(staleness(updatedAt, now)).toBe(expected);
  });

  it('never gets fresher with time', () => {
    const words = ['fresh', 'ageing', 'stale'];
    const moment = fc.date({
      min: new Date('2020-01-01'),
      max: new Date('2030-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moment, moment, fc.nat(1e10), (updated, seen, later) => {
        const first = staleness(updated.toISOString(), seen);
        const second = staleness(
          updated.toISOString(),
          new Date(seen.getTime() + later),
        );
        expect(words.indexOf(second)).toBeGreaterThanOrEqual(
          words.indexOf(first),
        );
      }),
    );
  });
});
