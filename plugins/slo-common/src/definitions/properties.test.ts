import fc from 'fast-check';
import { stringify } from 'yaml';
import { parse } from './__testUtils__/files';
import {
  complement,
  normaliseDecimal,
  percentToShare,
  shareToPercent,
} from './decimal';
import { measurementHash } from './hash';
import { counterOverWindow } from './promql/counter';
import { parseQuery } from './promql/parse';

const SCALE = 10_000_000_000n;

/** Shares with up to 10 digits after the point, above 0 and below 1. */
const shares = fc
  .bigInt({ min: 1n, max: SCALE - 1n })
  .map(digits => `0.${digits.toString().padStart(10, '0').replace(/0+$/, '')}`);

function units(text: string): bigint {
  const [whole, fraction = ''] = text.split('.');
  return BigInt(`${whole}${fraction.padEnd(12, '0')}`);
}

describe('decimals', () => {
  it('add up to exactly 1 with their complement', () => {
    fc.assert(
      fc.property(shares, share => {
        expect(units(share) + units(complement(share))).toBe(10n ** 12n);
        expect(complement(complement(share))).toBe(share);
      }),
    );
  });

  it('come back from percent', () => {
    fc.assert(
      fc.property(shares, share => {
        const percent = shareToPercent(share);
        expect(percentToShare(percent ?? '')).toBe(share);
        expect(normaliseDecimal(`00${share}00`)).toBe(share);
      }),
    );
  });

  it.each([
    ['99.95', '0.9995'],
    ['99.9', '0.999'],
    ['99', '0.99'],
    ['0.1', '0.001'],
    ['100', '1'],
    ['.5', '0.005'],
    ['7.', '0.07'],
  ])('%s %% is %s', (percent, share) => {
    expect(percentToShare(percent)).toBe(share);
  });

  it.each([
    '',
    '.',
    '1e3',
    '+1',
    '-1',
    '0x10',
    '1_000',
    '1,5',
    '99.12345678901',
  ])('%j is none', text => {
    expect(percentToShare(text)).toBeUndefined();
  });

  it.each(['2', 'x', ''])('have no complement: %j', text => {
    expect(() => complement(text)).toThrow('is no share');
  });
});

const names = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,20}[a-z0-9])?$/);

const slos = fc.record({
  name: names,
  target: shares.filter(share => Number(share) >= 0.9),
  weeks: fc.integer({ min: 1, max: 12 }),
  text: fc.string({ maxLength: 100 }),
});

it('a generated file gives what went into it', () => {
  fc.assert(
    fc.property(slos, ({ name, target, weeks, text }) => {
      const metric = (selector: string) => ({
        metricSource: {
          type: 'Prometheus',
          spec: { query: `sum(hits{job="order-service"${selector}})` },
        },
      });
      const file = stringify({
        apiVersion: 'openslo/v1',
        kind: 'SLO',
        metadata: { name, displayName: text },
        spec: {
          description: text,
          service: 'order-service',
          indicator: {
            spec: {
              ratioMetric: {
                counter: true,
                good: metric(',code="200"'),
                total: metric(''),
              },
            },
          },
          timeWindow: [{ duration: `${weeks}w`, isRolling: true }],
          budgetingMethod: 'Occurrences',
          objectives: [{ target: 'TARGET' }],
        },
      }).replace('TARGET', target);
      const { definitions, problems } = parse(file);

      expect(problems).toEqual([]);
      expect(definitions[0]).toMatchObject({
        name,
        displayName: text,
        window: { duration: { value: weeks, unit: 'w' } },
        objectives: [{ target }],
      });
      expect(parse(file)).toEqual({ definitions, problems });
    }),
    { numRuns: 60 },
  );
});

it('nothing that a file may hold makes the reader throw', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ maxLength: 300 }),
        fc
          .anything({ maxDepth: 4 })
          .map(value =>
            stringify({ apiVersion: 'openslo/v1', kind: 'SLO', spec: value }),
          ),
      ),
      text => {
        expect(parse(text).definitions).toEqual([]);
      },
    ),
    { numRuns: 200 },
  );
});

describe('the measurement hash', () => {
  const indicator = {
    kind: 'ratio' as const,
    counter: true,
    good: { type: 'prometheus', query: 'a' },
    total: { type: 'prometheus', query: 'b' },
  };
  const objective = { key: 'k', target: '0.9', weight: 1, indicator };
  const hash = measurementHash({
    budgetingMethod: 'Occurrences',
    objectives: [objective],
  });

  it.each([
    ['the target', { target: '0.99' }],
    ['the weight', { weight: 2 }],
    ['the name', { displayName: 'x', key: 'y' }],
    [
      'the order of fields',
      { indicator: { ...indicator, kind: indicator.kind } },
    ],
  ])('does not change with %s', (_, change) => {
    expect(
      measurementHash({
        budgetingMethod: 'Occurrences',
        objectives: [{ ...objective, ...change }],
      }),
    ).toBe(hash);
  });

  it.each([
    ['a query', { indicator: { ...indicator, counter: false } }],
    ['a time slice', { timeSliceMinutes: 10 }],
    ['the share of a time slice', { timeSliceTarget: '0.5' }],
  ])('changes with %s', (_, change) => {
    expect(
      measurementHash({
        budgetingMethod: 'Occurrences',
        objectives: [{ ...objective, ...change }],
      }),
    ).not.toBe(hash);
  });

  it('changes with the method', () => {
    expect(
      measurementHash({
        budgetingMethod: 'RatioTimeslices',
        objectives: [objective],
      }),
    ).not.toBe(hash);
  });
});

describe('counters over a window', () => {
  it.each([
    ['sum(a)', 'sum(rate(a[5m]))'],
    [
      'sum(a{x="}"}) - sum by (job) (b)',
      'sum(rate(a{x="}"}[5m])) - sum by (job) (rate(b[5m]))',
    ],
    ['{__name__="a"}', 'rate({__name__="a"}[5m])'],
    ['a or vector(0)', 'rate(a[5m]) or vector(0)'],
  ])('%s becomes %s', (query, expected) => {
    expect(counterOverWindow(query, '5m', 'rate')).toBe(expected);
    expect(parseQuery(expected).problem).toBeUndefined();
  });
});
