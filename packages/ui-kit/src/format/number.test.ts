import { formatCount, formatNumber } from './number';

describe('formatNumber', () => {
  it.each([
    [0, '0'],
    [12345.678, '12,345.68'],
    [-3, '-3'],
    [Number.NaN, 'unknown'],
    [Infinity, 'unknown'],
  ])('reads %d as %s', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });
});

describe('formatCount', () => {
  it.each([
    [0, 'no services'],
    [1, '1 service'],
    [1200, '1,200 services'],
  ])('counts %d as %s', (count, text) => {
    expect(formatCount(count, 'service')).toBe(text);
  });

  it('takes an irregular plural', () => {
    expect(formatCount(2, 'person', 'people')).toBe('2 people');
  });
});
