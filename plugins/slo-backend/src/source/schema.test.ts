import { parseRetention } from './parseRetention';
import { parseValue } from './schema';

describe('parseValue', () => {
  it.each([
    ['1.5e+03', 1500],
    ['-0', -0],
    ['NaN', NaN],
    ['+Inf', Infinity],
    ['-Inf', -Infinity],
    ['', undefined],
    ['many', undefined],
  ])('%s is %s', (text, expected) => {
    expect(parseValue(text)).toBe(expected);
  });
});

describe('parseRetention', () => {
  it.each([
    ['15d', 15 * 86_400],
    ['1y2w', 365 * 86_400 + 14 * 86_400],
    ['30d or 512MiB', 30 * 86_400],
    ['512MiB', undefined],
    ['0s', undefined],
    ['', undefined],
  ])('%s is %s s', (text, expected) => {
    expect(parseRetention(text)).toBe(expected);
  });
});
