import { change, parse, SLOTH, told } from './__testUtils__/files';

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
