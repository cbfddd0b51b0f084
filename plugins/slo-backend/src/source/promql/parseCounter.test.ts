import { fillWindow, isRate, parseCounter } from './parseCounter';
import { formatSelector } from './selector';

/** Terms as text, `-` before what is subtracted. */
function terms(query: string, counter: boolean) {
  return parseCounter(fillWindow(query), { counter })?.map(
    ({ sign, selector }) => `${sign < 0 ? '-' : ''}${formatSelector(selector)}`,
  );
}

describe('parseCounter', () => {
  it.each([
    ['requests_total', ['requests_total']],
    ['sum(requests_total{job="a"})', ['requests_total{job="a"}']],
    ['sum by (job) (x_total{code!~"5.."})', ['x_total{code!~"5.."}']],
    ['sum(x_total{a="1"}) without (b)', ['x_total{a="1"}']],
    ['sum(rate(x_total{a="1"}[{{.window}}]))', ['x_total{a="1"}']],
    ['sum(increase(x_total[{{ .window }}]))', ['x_total']],
    ['sum(rate(x_total[$window]))', ['x_total']],
    ['sum(rate(x_total[5m])) or vector(0)', ['x_total']],
    ['(sum(x) or on() vector(0)) + sum(y)', ['x', 'y']],
    ['sum(x) - (sum(y) - sum(z))', ['x', '-y', 'z']],
    ['sum(x) + (sum(y) - sum(z))', ['x', 'y', '-z']],
    ['sum(x{le="0.3"})', ['x{le="0.3"}']],
    ['sum(x{le="1"})', ['x{le=~"1(?:\\\\.0)?"}']],
    ['sum(x{le="2.0"})', ['x{le=~"2(?:\\\\.0)?"}']],
    ['{__name__="x_total",a="b"}', ['x_total{a="b"}']],
    ["x{a='it\\'s',b=`c\\d`}", ['x{a="it\'s",b="c\\\\d"}']],
    ['x{a="\\u00e9\\x41\\101\\n"}', ['x{a="éAA\\n"}']],
    ['sum(job:requests:total{a=""})', ['job:requests:total{a=""}']],
  ])('finds the counters of %s', (query, expected) => {
    expect(terms(query, true)).toEqual(expected);
  });

  it.each([
    ['a selector is no counter unless the SLO says so', 'sum(x)', false],
    ['another function', 'max(x_total)', true],
    ['a rate over another window', 'sum(rate(x_total[1h]))', true],
    ['a rate at another time', 'sum(rate(x_total[5m] offset 1m))', true],
    ['an aggregation with a parameter', 'topk(3, x_total)', true],
    ['a product', '2 * sum(x_total)', true],
    ['a number', '1', true],
    ['a comparison', 'sum(x_total) > 0', true],
    ['several metrics', 'sum({__name__=~"a|b"})', true],
    ['a filler other than zero', 'sum(x_total) or vector(1)', true],
    ['a subquery', 'sum(rate(x_total[5m:1m]))', true],
    ['no PromQL', 'sum(rate(x_total[', true],
    ['two expressions', 'x_total y_total', true],
    ['nothing', '', true],
  ])('leaves alone %s', (_, query, counter) => {
    expect(terms(query, counter)).toBeUndefined();
  });
});

describe('isRate', () => {
  it.each([
    ['sum(rate(x[1h]))', true],
    ['sum(irate(x[1h])) by (a)', true],
    ['sum(increase(x[1h]))', false],
    ['sum(error_rate{a="b"})', false],
    ['job:rate5m', false],
  ])('%s: %s', (query, expected) => {
    expect(isRate(query)).toBe(expected);
  });
});
