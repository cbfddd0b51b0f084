import { formatBudget, formatBurn, formatShare, formatTarget } from './share';

const plain = (text: string) => text.replace(/\u00a0/g, ' ');

describe('formatBudget', () => {
  it.each([
    [1, '100.0 %'],
    [0.6243, '62.4 %'],
    [0, '0.0 %'],
    [-0.0001, '0.0 %'],
    [-0.18, '−18.0 %'],
    [-12.345, '−1,235 %'],
    [undefined, 'unknown'],
    [Number.NaN, 'unknown'],
    [-Infinity, 'unknown'],
  ])('reads %p as %s', (share, text) => {
    expect(plain(formatBudget(share))).toBe(text);
  });
});

describe('formatShare', () => {
  it.each([
    [1, '100 %'],
    [0.9995, '99.95 %'],
    [0.99999, '99.999 %'],
    [0.9999999, '99.99999 %'],
    [0.999999999, '99.99999 %'],
    [0.98765, '98.76 %'],
    [0, '0.00 %'],
    [undefined, 'unknown'],
    [Number.NaN, 'unknown'],
  ])('reads %p as %s', (share, text) => {
    expect(plain(formatShare(share))).toBe(text);
  });
});

describe('formatTarget', () => {
  it.each([
    ['0.9995', '99.95 %'],
    ['0.999', '99.9 %'],
    ['0.9', '90 %'],
    ['.99', '99 %'],
    ['0.0500', '5 %'],
    ['0.9990', '99.9 %'],
    ['all', 'all'],
  ])('reads %s as %s', (target, text) => {
    expect(plain(formatTarget(target))).toBe(text);
  });
});

describe('formatBurn', () => {
  it.each([
    [0, '0.0×'],
    [6.24, '6.2×'],
    [14.4, '14.4×'],
    [1999.6, '2,000×'],
    [undefined, 'unknown'],
    [Infinity, 'unknown'],
  ])('reads %p as %s', (rate, text) => {
    expect(formatBurn(rate)).toBe(text);
  });
});
