import { parser } from '@prometheus-io/lezer-promql';
import type { RatioIndicator } from '@arctiq/plugin-slo-common';
import { batchPlans, BATCH_SIZE } from './batchPlans';
import { planCounters, type CounterPlan } from './counterPlan';
import {
  buildCounterQuery,
  buildReadableQuery,
  buildSampleQuery,
} from './counterQuery';

function ratio(good: string, total: string): RatioIndicator {
  return {
    ...{ kind: 'ratio', counter: true },
    good: { query: good, type: 'prometheus' },
    total: { query: total, type: 'prometheus' },
  };
}

function plan(key: string, good: string, total: string): CounterPlan {
  const planned = planCounters(key, ratio(good, total));
  if (!planned) {
    throw new Error(`not planned: ${good}`);
  }
  return planned;
}

function availability(job: string, more = ''): CounterPlan {
  return plan(
    job,
    `sum(x_total{job="${job}"${more},code!~"5.."})`,
    `sum(x_total{job="${job}"${more}})`,
  );
}

describe('planCounters', () => {
  it.each([
    ['one value', availability('a'), availability('b'), true],
    [
      ...(['two values', availability('a', ',ns="1"')] as const),
      ...([availability('b', ',ns="2"'), true] as const),
    ],
    [
      'the order of conditions',
      plan('a', 'sum(x{job="a",p="1",q!="2"})', 'sum(x{job="a"})'),
      plan('b', 'sum(x{q!="2",p="1",job="b"})', 'sum(x{job="b"})'),
      true,
    ],
    [
      'a condition of one query only',
      plan('a', 'sum(x{job="a",p="1"})', 'sum(x{job="a"})'),
      plan('b', 'sum(x{job="b",p="2"})', 'sum(x{job="b"})'),
      false,
    ],
    [
      'another label',
      availability('a', ',ns="1"'),
      availability('b', ',env="1"'),
      false,
    ],
    [
      'the bound of a bucket',
      plan('a', 'sum(x_bucket{job="a",le="0.3"})', 'sum(x_count{job="a"})'),
      plan('b', 'sum(x_bucket{job="b",le="0.5"})', 'sum(x_count{job="b"})'),
      false,
    ],
    [
      'another metric',
      plan('a', 'sum(x{job="a",c="1"})', 'sum(x{job="a"})'),
      plan('b', 'sum(y{job="b",c="1"})', 'sum(y{job="b"})'),
      false,
    ],
  ])('asks together when they differ in %s: %#', (_, a, b, together) => {
    expect(a.shape === b.shape).toBe(together);
  });

  it('does not group by what a selector says twice or negates', () => {
    expect(
      plan('a', 'sum(x{a="1",a!="2"})', 'sum(x{a="1",a!="2"})').labels,
    ).toEqual([]);
    expect(plan('a', 'sum(x{a!="1"})', 'sum(x{a!="1"})').labels).toEqual([]);
    expect(plan('a', 'sum(x{a=""})', 'sum(x{a=""})').labels).toEqual([]);
  });

  it('plans nothing when a query is not made of counters', () => {
    expect(planCounters('a', ratio('max(x)', 'sum(x)'))).toBeUndefined();
  });
});

describe('buildCounterQuery', () => {
  it.each([
    ['one objective', [availability('a.b')]],
    [
      'several',
      [availability('a.b'), availability('c|d'), availability('\\"e\\"')],
    ],
    ['no label in common', [plan('k', 'sum(x{c="1"})', 'sum(x)')]],
    ['several counters', [plan('k', 'sum(x) - sum(y)', 'sum(x) + sum(z)')]],
  ])('is PromQL for %s', (_, plans) => {
    const query = buildCounterQuery(plans);
    const tree = parser.parse(query).toString();
    expect(tree).not.toContain('⚠');
  });

  it('selects the values of all, and names each part', () => {
    const query = buildCounterQuery([availability('b'), availability('a.b')]);
    expect(query.split('\nor ')).toHaveLength(12);
    expect(query).toContain('x_total{job=~"a\\\\.b|b",code!~"5.."}[5m]');
    expect(query).toContain(
      'label_replace(sum by (job) (last_over_time(x_total{job=~"a\\\\.b|b"}[5m]) - ' +
        'last_over_time(x_total{job=~"a\\\\.b|b"}[60m] offset 5m)), ' +
        '"slo_part", "total:0:grown", "", "")',
    );
  });

  it('shows a person the query of one objective', () => {
    const one = plan(
      'k',
      'sum(x{job="a"}) - sum(y{job="a"})',
      'sum(x{job="a"})',
    );
    expect(buildReadableQuery(one, one.roles[0])).toBe(
      'sum(last_over_time(x{job="a"}[5m]) - last_over_time(x{job="a"}[60m] offset 5m))' +
        ' - sum(last_over_time(y{job="a"}[5m]) - last_over_time(y{job="a"}[60m] offset 5m))',
    );
    expect(buildSampleQuery(one, one.roles[0].terms[0].selector, 65)).toBe(
      'x{job="a"}[65m]',
    );
  });
});

describe('batchPlans', () => {
  const plans = Array.from({ length: 120 }, (_, n) => availability(`job-${n}`));

  it('puts fifty of a shape together, in the order of their values', () => {
    const other = plan('o', 'sum(y{job="a",c="1"})', 'sum(y{job="a"})');
    const { batches } = batchPlans([...plans, other], new Set());
    expect(batches.map(batch => batch.length)).toEqual([
      ...[BATCH_SIZE, BATCH_SIZE, 20, 1],
    ]);
    expect(batches.flat()).toHaveLength(121);
  });

  it('asks alone for what was refused before', () => {
    const { batches, alone } = batchPlans(plans, new Set(['job-7']));
    expect(alone.map(({ key }) => key)).toEqual(['job-7']);
    expect(batches.flat()).toHaveLength(119);
  });
});
