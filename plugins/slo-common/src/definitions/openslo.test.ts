import { change, OPENSLO, parse, told } from './__testUtils__/files';

describe('a good OpenSLO file', () => {
  it('becomes a definition', () => {
    const { definitions, problems } = parse(OPENSLO);

    expect(problems).toEqual([]);
    expect(definitions).toEqual([
      {
        id: 'default/order-service/availability',
        entityRef: 'component:default/order-service',
        name: 'availability',
        displayName: 'Availability',
        description: 'Requests that are answered',
        service: 'order-service',
        labels: { team: 'orders' },
        window: { kind: 'rolling', duration: { value: 28, unit: 'd' } },
        budgetingMethod: 'Occurrences',
        objectives: [
          {
            key: 'default/order-service/availability',
            displayName: 'Answered',
            target: '0.9995',
            indicator: {
              kind: 'ratio',
              counter: true,
              good: {
                type: 'prometheus',
                query:
                  'sum(http_requests_total{job="order-service",code!~"5.."})',
              },
              total: {
                type: 'prometheus',
                query: 'sum(http_requests_total{job="order-service"})',
              },
            },
            weight: 1,
          },
        ],
        alerts: [],
        runbookUrl: 'https://runbooks.example.com/orders',
        format: 'openslo/v1',
        source: { file: 'slo.yaml', line: 1 },
        measurementHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
  });

  it.each([
    ['target: 0.9995', 'target: .99950', '0.9995'],
    ['target: 0.9995', 'targetPercent: 99.95', '0.9995'],
    ['target: 0.9995', 'targetPercent: 99.9', '0.999'],
    ['target: 0.9995', 'targetPercent: 97', '0.97'],
  ])('reads %s written as %s', (from, to, target) => {
    const { definitions } = parse(change(OPENSLO, from, to));

    expect(definitions[0].objectives[0].target).toBe(target);
  });

  it.each([
    ['duration: 28d', 'duration: 4w', { value: 4, unit: 'w' }],
    ['duration: 28d', 'duration: 30d', { value: 30, unit: 'd' }],
  ])('reads a rolling window %s as %s', (from, to, duration) => {
    const { definitions, problems } = parse(change(OPENSLO, from, to));

    expect(problems).toEqual([]);
    expect(definitions[0].window).toEqual({ kind: 'rolling', duration });
  });

  it.each([
    ['1M', 'UTC'],
    ['1Q', 'America/New_York'],
    ['1Y', 'Europe/Dublin'],
    ['1w', 'Asia/Kolkata'],
  ])('reads a calendar window of %s in %s', (length, timeZone) => {
    const { definitions, problems } = parse(
      change(
        OPENSLO,
        'duration: 28d\n      isRolling: true',
        `duration: ${length}\n      calendar:\n        startTime: 2026-01-01 00:00:00\n        timeZone: ${timeZone}`,
      ),
    );

    expect(problems).toEqual([]);
    expect(definitions[0].window).toEqual({
      kind: 'calendar',
      duration: { value: 1, unit: length.slice(1) },
      startTime: '2026-01-01 00:00:00',
      timeZone,
    });
  });

  it.each([
    [
      'Timeslices',
      'timeSliceTarget: 0.950\n      timeSliceWindow: 10m',
      { timeSliceTarget: '0.95', timeSliceMinutes: 10 },
    ],
    [
      'Timeslices',
      'timeSliceTarget: 1\n      timeSliceWindow: 60',
      { timeSliceTarget: '1', timeSliceMinutes: 60 },
    ],
    ['RatioTimeslices', 'timeSliceWindow: 1h', { timeSliceMinutes: 60 }],
  ])('reads %s', (method, slices, expected) => {
    const { definitions, problems } = parse(
      change(
        change(OPENSLO, 'Occurrences', method),
        'target: 0.9995',
        `target: 0.9995\n      ${slices}`,
      ),
    );

    expect(problems).toEqual([]);
    expect(definitions[0].objectives[0]).toMatchObject(expected);
  });
});

describe('a doubtful OpenSLO file', () => {
  it.each([
    [
      'duration: 28d',
      'duration: 10d',
      '~30 spec.timeWindow[0].duration: 10d is no whole number of weeks',
    ],
    [
      'target: 0.9995',
      'target: 0.85',
      '~35 spec.objectives[0].target: This allows more than one bad event in ten',
    ],
    [
      'sum(http_requests_total{job="order-service"})',
      'sum(http_requests_total{job="payment-service"})',
      '~28 spec.indicator.spec.ratioMetric.total.metricSource.spec.query: http_requests_total is selected with job="payment-service", which does not mention order-service',
    ],
    [
      'sum(http_requests_total{job="order-service"})',
      'sum(http_requests_total)',
      '~28 spec.indicator.spec.ratioMetric.total.metricSource.spec.query: http_requests_total is selected without a label that mentions order-service',
    ],
    [
      'sum(http_requests_total{job="order-service"})',
      'sum(http_seconds_bucket{job="order-service",le="1"})',
      '~28 spec.indicator.spec.ratioMetric.total.metricSource.spec.query: le="1" matches nothing on Prometheus 3',
    ],
    [
      'counter: true',
      'counter: false',
      '~23 spec.indicator.spec.ratioMetric.good.metricSource.spec.query: The query has no range',
    ],
  ])('is used and warned about: %j as %j', (from, to, expected) => {
    const { definitions, problems } = parse(change(OPENSLO, from, to));

    expect(definitions).toHaveLength(1);
    expect(problems.map(told).join('\n')).toContain(expected);
  });
});
