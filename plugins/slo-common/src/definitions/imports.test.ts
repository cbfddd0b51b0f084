import {
  change,
  OPENSLO,
  parse,
  PYRRA,
  SLOTH,
  told,
} from './__testUtils__/files';

const SLOTH_RESOURCE = `apiVersion: sloth.slok.dev/v1
kind: PrometheusServiceLevel
metadata:
  name: order-service
  namespace: monitoring
spec:
  service: order-service
  labels: { team: orders }
  slos:
    - name: requests
      objective: 99.9
      description: Requests that are answered
      sli:
        events:
          errorQuery: sum(rate(http_requests_total{job="order-service",code=~"5.."}[{{.window}}]))
          totalQuery: sum(rate(http_requests_total{job="order-service"}[{{.window}}]))
      alerting:
        name: OrdersAvailability
        annotations: { runbook: https://runbooks.example.com/orders }
        pageAlert: { labels: { channel: orders } }
        ticketAlert: { disable: true }
`;

describe('Sloth', () => {
  it('is read in both spellings, with the same meaning', () => {
    const plain = parse(SLOTH);
    const resource = parse(SLOTH_RESOURCE);

    expect(plain.problems).toEqual([]);
    expect(resource.problems).toEqual([]);
    expect(plain.definitions).toEqual([
      {
        id: 'default/order-service/requests',
        entityRef: 'component:default/order-service',
        name: 'requests',
        displayName: 'requests',
        description: 'Requests that are answered',
        service: 'order-service',
        labels: { team: 'orders' },
        window: { kind: 'rolling', duration: { value: 30, unit: 'd' } },
        budgetingMethod: 'Occurrences',
        objectives: [
          {
            key: 'default/order-service/requests',
            target: '0.999',
            weight: 1,
            indicator: {
              kind: 'ratio',
              counter: false,
              bad: {
                type: 'prometheus',
                query:
                  'sum(rate(http_requests_total{job="order-service",code=~"5.."}[{{.window}}]))',
              },
              total: {
                type: 'prometheus',
                query:
                  'sum(rate(http_requests_total{job="order-service"}[{{.window}}]))',
              },
            },
          },
        ],
        alerts: [],
        alertSettings: {
          name: 'OrdersAvailability',
          page: {
            enabled: true,
            labels: { channel: 'orders' },
            annotations: { runbook: 'https://runbooks.example.com/orders' },
          },
          ticket: {
            enabled: false,
            labels: {},
            annotations: { runbook: 'https://runbooks.example.com/orders' },
          },
          absent: true,
        },
        runbookUrl: 'https://runbooks.example.com/orders',
        format: 'sloth/v1',
        source: { file: 'slo.yaml', line: 6 },
        measurementHash: expect.any(String),
      },
    ]);
    expect(resource.definitions).toEqual([
      { ...plain.definitions[0], source: { file: 'slo.yaml', line: 10 } },
    ]);
  });

  it('reads a raw ratio as one of failures', () => {
    const { definitions } = parse(
      SLOTH.replace(
        /events:\n.*\n.*/,
        'raw:\n        error_ratio_query: my_order_service:errors:ratio{w="{{ .window }}"}',
      ),
    );

    expect(definitions[0].objectives[0].indicator).toMatchObject({
      kind: 'raw-ratio',
      rawType: 'failure',
    });
  });

  it.each([
    [
      'objective: 99.9',
      'objective: 100',
      '7 slos[0].objective: A target of 100 % leaves no error budget',
    ],
    [
      'objective: 99.9',
      'objective: "99.9"',
      '7 slos[0].objective: must be a number, not a text',
    ],
    [
      'name: requests',
      'name: Requests OK',
      '6 slos[0].name: is not a name of RFC 1123',
    ],
    [
      'error_query:',
      'errorQuery:',
      '11 slos[0].sli.events.errorQuery: unknown field "errorQuery", did you mean "error_query"?',
    ],
    [
      'code=~"5.."}[{{.window}}]',
      'code=~"5.."}[5m]',
      '11 slos[0].sli.events.error_query: does not use {{.window}}',
    ],
    [
      'events:',
      'plugin: { id: sloth-common/x }\n      events:',
      '9 slos[0].sli: uses an SLI plugin of Sloth, whose query is made by a program',
    ],
    [
      'version: prometheus/v1',
      'version: prometheus/v2',
      '1 apiVersion: "prometheus/v2" is no format',
    ],
  ])('is refused: %j as %j', (from, to, expected) => {
    const { definitions, problems } = parse(change(SLOTH, from, to));

    expect(definitions).toEqual([]);
    expect(problems.map(told).join('\n')).toContain(expected);
  });

  it('lets a bad SLO not harm its neighbour', () => {
    const slo = SLOTH.slice(SLOTH.indexOf('  - name'));
    const { definitions, problems } = parse(
      `${change(SLOTH, 'objective: 99.9', 'objective: 0')}${change(
        slo,
        'name: requests',
        'name: others',
      )}`,
    );

    expect(definitions.map(({ name }) => name)).toEqual(['others']);
    expect(problems.map(told)).toEqual([
      expect.stringContaining('7 slos[0].objective: A target of 0'),
    ]);
  });
});

describe('Pyrra', () => {
  it('is read', () => {
    const { definitions, problems } = parse(PYRRA);

    expect(problems).toEqual([]);
    expect(definitions[0]).toMatchObject({
      id: 'default/order-service/latency',
      service: 'order-service',
      window: { kind: 'rolling', duration: { value: 4, unit: 'w' } },
      objectives: [
        {
          target: '0.995',
          indicator: {
            counter: true,
            good: {
              query: 'sum(http_seconds_bucket{job="order-service",le="0.2"})',
            },
            total: { query: 'sum(http_seconds_count{job="order-service"})' },
          },
        },
      ],
      alertSettings: { absent: true, page: { enabled: true } },
      format: 'pyrra/v1alpha1',
    });
  });

  it.each([
    [
      'ratio: { errors: { metric: \'x{job="order-service",code="500"}\' }, total: { metric: \'x{job="order-service"}\' } }',
      {
        counter: true,
        bad: { query: 'sum(x{job="order-service",code="500"})' },
        total: { query: 'sum(x{job="order-service"})' },
      },
    ],
    [
      'latencyNative: { latency: 200ms, total: { metric: \'x{job="order-service"}\' } }',
      {
        counter: false,
        good: {
          query:
            'histogram_fraction(0, 0.2, sum(increase(x{job="order-service"}[$window]))) * histogram_count(sum(increase(x{job="order-service"}[$window])))',
        },
        total: {
          query:
            'histogram_count(sum(increase(x{job="order-service"}[$window])))',
        },
      },
    ],
    [
      'bool_gauge: { metric: \'up{job="order-service"}\' }',
      {
        counter: false,
        good: {
          query: 'sum(sum_over_time(up{job="order-service"}[$window]))',
        },
        total: {
          query: 'sum(count_over_time(up{job="order-service"}[$window]))',
        },
      },
    ],
  ])('reads %s', (indicator, expected) => {
    const { definitions, problems } = parse(
      PYRRA.replace(/latency:\n[^]*$/, `${indicator}\n`),
    );

    expect(problems.map(told)).toEqual([]);
    expect(definitions[0].objectives[0].indicator).toMatchObject(
      JSON.parse(
        JSON.stringify(expected).replace(
          /"query"/g,
          '"type":"prometheus","query"',
        ),
      ),
    );
  });

  it.each([
    [
      'target: "99.5"',
      'target: 99.5',
      '7 spec.target: must be a text, not a number',
    ],
    [
      'target: "99.5"',
      'target: "100"',
      '7 spec.target: A target of 100 % leaves no error budget',
    ],
    ['window: 4w', 'window: 1h30m', '8 spec.window: "1h30m" is no duration'],
    [
      'http_seconds_count{job="order-service"}',
      'sum(http_seconds_count{job="order-service"})',
      '14 spec.indicator.latency.total.metric: must be one selector',
    ],
    [
      'http_seconds_count{job="order-service"}',
      'http_seconds_count{job="order-service"',
      '14 spec.indicator.latency.total.metric: ends too early',
    ],
    [
      '    latency:\n',
      '    bool_gauge: { metric: up }\n    latency:\n',
      '9 spec.indicator: must have exactly one of ratio, latency, latencyNative and bool_gauge',
    ],
    [
      '    latency:\n',
      '    latancy:\n',
      '10 spec.indicator.latancy: unknown field "latancy", did you mean "latency"?',
    ],
  ])('is refused: %j as %j', (from, to, expected) => {
    const { definitions, problems } = parse(change(PYRRA, from, to));

    expect(definitions).toEqual([]);
    expect(problems.map(told).join('\n')).toContain(expected);
  });

  it('is warned about when a target was probably a share, and when groups are lost', () => {
    const { definitions, problems } = parse(
      `${change(
        PYRRA,
        'target: "99.5"',
        'target: "0.995"',
      )}      grouping: [handler]\n`,
    );

    expect(definitions).toHaveLength(1);
    expect(problems.map(told)).toEqual([
      expect.stringContaining('~7 spec.target: This promises only 0.995 %.'),
      expect.stringContaining(
        '~10 spec.indicator.latency: Pyrra keeps a budget for each handler; here all of them share one.',
      ),
    ]);
  });
});

it('reads all formats in one file, in its order', () => {
  const { definitions, problems } = parse(
    [SLOTH, OPENSLO, PYRRA].join('---\n'),
  );

  expect(problems).toEqual([]);
  expect(definitions.map(({ id }) => id)).toEqual([
    'default/order-service/requests',
    'default/order-service/availability',
    'default/order-service/latency',
  ]);
});

it('refuses one name in two formats', () => {
  const { definitions, problems } = parse(
    [PYRRA, change(SLOTH, 'name: requests', 'name: latency')].join('---\n'),
  );

  expect(definitions.map(({ format }) => format)).toEqual(['pyrra/v1alpha1']);
  expect(problems.map(told)).toEqual([
    '21 slos[0].name: Another SLO with the name "latency" begins on line 1; this one is not used. Names are unique per component',
  ]);
});
