import fc from 'fast-check';
import { budgetShare, burnOf, shareLeft, shareValue } from './target';

describe('budgetShare', () => {
  it.each([
    ['0.999', 1, 1000],
    ['0.9995', 1, 2000],
    ['0.99950', 1, 2000],
    ['0.95', 1, 20],
    ['.9', 1, 10],
    ['0.975', 1, 40],
    ['0.0001', 9999, 10_000],
    ['0.999999999999', 1, 1_000_000_000_000],
  ])('of %s is %d / %d', (target, numerator, denominator) => {
    expect(budgetShare(target)).toEqual({ numerator, denominator });
  });

  it.each([
    '1',
    '1.0',
    '0',
    '0.000',
    '99.9',
    '-0.5',
    '',
    'high',
    '1e-3',
    '0.9999999999999',
  ])('refuses %p', target => {
    expect(() => budgetShare(target)).toThrow('is no target');
  });

  it('has none of the dust of 1 - 0.999', () => {
    expect(1 - 0.999).not.toBe(0.001);
    expect(shareValue(budgetShare('0.999'))).toBe(0.001);
  });
});

describe('shareLeft', () => {
  it.each([
    ['nothing spent', 0, 1_000_000, 1],
    ['half spent', 250, 1_000_000, 0.5],
    ['exactly all spent', 500, 1_000_000, 0],
    ['twice overspent', 1000, 1_000_000, -1],
    ['all bad', 1_000_000, 1_000_000, -1999],
  ])('of 99.95 %%: %s', (_name, bad, base, expected) => {
    expect(shareLeft(bad, base, budgetShare('0.9995'))).toBe(expected);
  });

  it('is exactly 0 where all is spent, also beyond what doubles hold', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9_000_000_000_000 }),
        fc.constantFrom('0.9', '0.999', '0.9993', '0.99999'),
        (unit, target) => {
          const share = budgetShare(target);
          const bad = Math.floor(unit / share.denominator) * share.numerator;
          const base = Math.floor(unit / share.denominator) * share.denominator;
          fc.pre(base > 0);
          expect(shareLeft(bad, base, share)).toBe(0);
          expect(shareLeft(bad + 1, base, share)).toBeLessThan(0);
        },
      ),
    );
  });

  it('is 1 - burn, whatever is counted', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e15 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (base, part) => {
          const bad = Math.floor(base * part);
          const share = budgetShare('0.9995');
          const left = shareLeft(bad, base, share);
          expect(left + burnOf(bad, base, share)).toBeCloseTo(1, 9);
        },
      ),
    );
  });
});
