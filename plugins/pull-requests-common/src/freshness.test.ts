import { isOutdated } from './freshness';

const now = new Date('2026-08-31T12:00:00Z');

describe('isOutdated', () => {
  it.each([
    ['2026-08-31T12:00:00Z', false],
    ['2026-08-31T11:50:00Z', false],
    ['2026-08-31T11:49:59Z', true],
    ['2026-08-31T12:05:00Z', false],
    [undefined, false],
  ])('an answer of %s: %s', (asOf, expected) => {
    expect(isOutdated({ asOf }, now)).toBe(expected);
  });
});
