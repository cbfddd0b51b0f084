import { change, OPENSLO, parse, told } from './__testUtils__/files';

const THRESHOLD = `apiVersion: openslo/v1
kind: SLO
metadata: { name: lag }
spec:
  service: order-service
  indicator:
    spec:
      thresholdMetric:
        metricSource:
          type: Prometheus
          spec: { query: 'max(kafka_lag{job="order-service"})' }
  timeWindow: [{ duration: 28d, isRolling: true }]
  budgetingMethod: Occurrences
  objectives:
    - { op: lte, value: 500, target: 0.99 }
    - { op: lt, value: 5000, target: 0.999, compositeWeight: 2.5 }
`;

const query = (name: string) =>
  `{ metricSource: { type: Prometheus, spec: { query: '${name}{job="order-service"}' } } }`;

const COMPOSITE = `apiVersion: openslo/v1
kind: SLO
metadata: { name: checkout }
spec:
  service: order-service
  timeWindow: [{ duration: 28d, isRolling: true }]
  budgetingMethod: Occurrences
  objectives:
    - target: 0.99
      compositeWeight: 3
      indicator:
        spec: { ratioMetric: { counter: true, good: ${query(
          'a_good',
        )}, total: ${query('a_all')} } }
    - target: 0.999
      indicator:
        spec: { ratioMetric: { rawType: success, raw: ${query('b_ratio')} } }
`;

describe('indicators', () => {
  it('compare a threshold per objective', () => {
    const { definitions, problems } = parse(THRESHOLD);
    const metric = {
      type: 'prometheus',
      query: 'max(kafka_lag{job="order-service"})',
    };

    expect(problems).toEqual([]);
    expect(definitions[0].objectives).toEqual([
      {
        key: 'default/order-service/lag~1',
        target: '0.99',
        weight: 1,
        indicator: { kind: 'threshold', metric, op: 'lte', value: 500 },
      },
      {
        key: 'default/order-service/lag~2',
        target: '0.999',
        weight: 2.5,
        indicator: { kind: 'threshold', metric, op: 'lt', value: 5000 },
      },
    ]);
  });

  it('differ between the members of a composite', () => {
    const { definitions, problems } = parse(COMPOSITE);

    expect(problems).toEqual([]);
    expect(definitions[0].objectives).toMatchObject([
      { weight: 3, indicator: { kind: 'ratio', counter: true } },
      { weight: 1, indicator: { kind: 'raw-ratio', rawType: 'success' } },
    ]);
  });

  it.each([
    [
      THRESHOLD,
      'op: lte, value: 500, ',
      'op: lte, ',
      '15 spec.objectives[0].value: is missing: a thresholdMetric needs op and value',
    ],
    [
      THRESHOLD,
      'op: lte, value: 500, ',
      'value: 500, ',
      '15 spec.objectives[0].op: is missing: a thresholdMetric needs op and value',
    ],
    [
      COMPOSITE,
      'rawType: success, ',
      '',
      '15 spec.objectives[1].indicator.spec.ratioMetric.rawType: is missing: write success if raw is good/total',
    ],
    [
      COMPOSITE,
      'counter: true, ',
      'counter: true, rawType: success, ',
      '12 spec.objectives[0].indicator.spec.ratioMetric.rawType: has no meaning without raw',
    ],
    [
      COMPOSITE,
      'rawType: success, ',
      `rawType: success, good: ${query('x')}, `,
      '15 spec.objectives[1].indicator.spec.ratioMetric: has raw and also good, bad or total',
    ],
    [
      COMPOSITE,
      '  service: order-service',
      `  service: order-service\n  indicator: { spec: { thresholdMetric: ${query(
        'x',
      )} } }`,
      '10 spec.objectives[0]: has an indicator of its own although the SLO has one',
    ],
    [
      COMPOSITE,
      '    - target: 0.999',
      '    - target: 0.95\n    - target: 0.999',
      '13 spec.objectives[1].indicator: is missing: in a composite each objective has an indicator',
    ],
    [
      COMPOSITE,
      'good: {',
      `bad: ${query('x')}, good: {`,
      '12 spec.objectives[0].indicator.spec.ratioMetric: has good and bad: keep one of them',
    ],
    [
      COMPOSITE,
      'good: {',
      'total: {',
      'This document is not valid YAML: "total" is there twice',
    ],
  ])('are refused %#', (file, from, to, expected) => {
    const { definitions, problems } = parse(change(file, from, to));

    expect(definitions).toEqual([]);
    expect(problems.map(told).join('\n')).toContain(expected);
  });

  it('keeps the type and the fields of a data source that only a module knows', () => {
    const { definitions, problems } = parse(
      OPENSLO.replace(
        /type: Prometheus\n.*\n.*/g,
        'type: Datadog\n            spec:\n              region: eu\n              metric: hits',
      ),
    );

    expect(problems).toEqual([]);
    expect(definitions[0].objectives[0].indicator).toMatchObject({
      total: { type: 'datadog', query: '{"metric":"hits","region":"eu"}' },
    });
  });

  it.each(['prometheus', 'Thanos', 'MIMIR', 'Cortex', 'VictoriaMetrics'])(
    'takes %s for a Prometheus',
    type => {
      const { definitions } = parse(
        OPENSLO.replace(/type: Prometheus/g, `type: ${type}`),
      );

      expect(definitions[0].objectives[0].indicator).toMatchObject({
        total: { type: 'prometheus' },
      });
    },
  );

  it('refuses two data sources in one ratio', () => {
    const { problems } = parse(
      change(
        OPENSLO,
        'total:\n          metricSource:\n',
        'total:\n          metricSource:\n            metricSourceRef: us\n',
      ),
    );

    expect(problems.map(told)).toEqual([
      '17 spec.indicator.spec.ratioMetric: asks two data sources, whose clocks and gaps differ: take both queries from one',
    ]);
  });
});
