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

// The expectation is what a person reads: line, field, message.
describe('a bad OpenSLO file', () => {
  it.each([
    [
      'target: 0.9995',
      'target: 1',
      '35 spec.objectives[0].target: A target of 100 % leaves no error budget',
    ],
    [
      'target: 0.9995',
      'targetPercent: 100',
      '35 spec.objectives[0].targetPercent: A target of 100 % leaves no error budget',
    ],
    [
      'target: 0.9995',
      'target: 0',
      '35 spec.objectives[0].target: A target of 0 is kept by a service that never works',
    ],
    [
      'target: 0.9995',
      'target: 99.9',
      '35 spec.objectives[0].target: A target is a share below 1: write 0.999, or targetPercent: 99.9',
    ],
    [
      'target: 0.9995',
      'target: 9.995e-1',
      '35 spec.objectives[0].target: "9.995e-1" is no plain decimal number',
    ],
    [
      'target: 0.9995',
      'target: -0.5',
      '35 spec.objectives[0].target: "-0.5" is no plain decimal number',
    ],
    [
      'target: 0.9995',
      'target: "0.9995"',
      '35 spec.objectives[0].target: must be a number, not a text',
    ],
    [
      'target: 0.9995',
      'target: .nan',
      '35 spec.objectives[0].target: must be a number',
    ],
    [
      'target: 0.9995',
      'target:',
      '35 spec.objectives[0].target: is empty: write a number',
    ],
    [
      'target: 0.9995',
      'target: 0.9995\n      targetPercent: 99.95',
      '36 spec.objectives[0].targetPercent: stands beside target: keep one of them',
    ],
    [
      '\n      target: 0.9995',
      '',
      '34 spec.objectives[0].target: is missing: write target (0.999) or targetPercent (99.9)',
    ],
    [
      'target: 0.9995',
      'targt: 0.9995',
      '35 spec.objectives[0].targt: unknown field "targt", did you mean "target"?',
    ],
    [
      'service: order-service',
      'svc: order-service',
      '12 spec.svc: unknown field "svc"; known here: description, service, indicator',
    ],
    [
      'kind: SLO\n',
      'kind: Slo\n',
      '2 kind: unknown kind "Slo", did you mean "SLO"?',
    ],
    ['kind: SLO\n', '', '1 kind: is missing: write one of SLO, SLI'],
    [
      'apiVersion: openslo/v1',
      'apiVersion: openslo.com/v2alpha',
      '1 apiVersion: This version of OpenSLO is not read',
    ],
    [
      'apiVersion: openslo/v1',
      'apiVersion: v1',
      '1 apiVersion: "v1" is no format of SLOs that is read here',
    ],
    ['apiVersion: openslo/v1\n', '', '1 apiVersion: is missing: known here'],
    [
      'name: availability',
      'name: Order_Availability',
      '4 metadata.name: is not a name of RFC 1123, and the name becomes part of addresses and of rule names: write 1 to 63 lower case letters, digits and hyphens that start and end with a letter or digit, for example "order-availability"',
    ],
    [
      'name: availability',
      `name: ${'a'.repeat(64)}`,
      '4 metadata.name: is not a name of RFC 1123',
    ],
    [
      'team: orders',
      'tier: 1',
      '7 metadata.labels.tier: must be a text or a list of texts: put numbers and true or false in quotes',
    ],
    [
      'https://runbooks.example.com/orders',
      'javascript:alert(1)',
      '9 metadata.annotations."arctiq.io/runbook-url": "javascript:alert(1)" is no web address',
    ],
    [
      'duration: 28d',
      'duration: 1M',
      '30 spec.timeWindow[0].duration: A rolling window must have one length, and 1M has several',
    ],
    [
      'duration: 28d',
      'duration: 28 days',
      '30 spec.timeWindow[0].duration: "28 days" is no duration',
    ],
    [
      'duration: 28d',
      'duration: 31m',
      '30 spec.timeWindow[0].duration: 31m cannot be measured: a window is at least 1h',
    ],
    [
      'duration: 28d',
      'duration: 800d',
      '30 spec.timeWindow[0].duration: 800d is longer than two years',
    ],
    [
      '  timeWindow:\n    - duration: 28d\n      isRolling: true\n',
      '',
      '10 spec.timeWindow: is missing: without a window there is no budget',
    ],
    [
      'isRolling: true',
      'isRolling: true\n    - duration: 7d\n      isRolling: true',
      '29 spec.timeWindow: must have exactly one item, and has 2',
    ],
    [
      'isRolling: true',
      'isRolling: false',
      '31 spec.timeWindow[0].isRolling: is not true and there is no calendar',
    ],
    [
      'isRolling: true',
      'isRolling: true\n      calendar: { startTime: 2026-01-01 00:00:00, timeZone: UTC }',
      '31 spec.timeWindow[0].isRolling: is true, but there is a calendar',
    ],
    [
      'isRolling: true',
      'calendar: { startTime: 2026-01-01 00:00:00, timeZone: Mars/Olympus }',
      '31 spec.timeWindow[0].calendar.timeZone: "Mars/Olympus" is no time zone of the IANA database',
    ],
    [
      'isRolling: true',
      'calendar: { startTime: 2026-01-01 00:00:00, timeZone: "+02:00" }',
      '31 spec.timeWindow[0].calendar.timeZone: "+02:00" is no time zone of the IANA database',
    ],
    [
      'isRolling: true',
      'calendar: { startTime: 2026-02-30 00:00:00, timeZone: UTC }',
      '31 spec.timeWindow[0].calendar.startTime: "2026-02-30 00:00:00" is no local time',
    ],
    [
      'Occurrences',
      'Occurrence',
      '32 spec.budgetingMethod: unknown value "Occurrence", did you mean "Occurrences"?',
    ],
    [
      'Occurrences',
      'Timeslices',
      '34 spec.objectives[0].timeSliceWindow: is missing: Timeslices counts slices',
    ],
    [
      'target: 0.9995',
      'target: 0.9995\n      timeSliceWindow: 5m',
      '36 spec.objectives[0].timeSliceWindow: has no meaning with budgetingMethod Occurrences',
    ],
    [
      'target: 0.9995',
      'target: 0.9995\n      op: lte',
      '36 spec.objectives[0].op: belongs to a thresholdMetric',
    ],
    [
      'target: 0.9995',
      'target: 0.9995\n    - target: 0.99',
      '36 spec.objectives[1]: is a second target on the same ratio',
    ],
    [
      'target: 0.9995',
      'target: 0.9995\n      compositeWeight: 0',
      '36 spec.objectives[0].compositeWeight: must be above 0',
    ],
    [
      '  objectives:\n    - displayName: Answered\n      target: 0.9995',
      '  objectives: []',
      '33 spec.objectives: is empty: write at least one objective with a target',
    ],
    [
      'good:',
      'godo:',
      '19 spec.indicator.spec.ratioMetric.godo: unknown field "godo", did you mean "good"?',
    ],
    [
      'ratioMetric:',
      'rawMetric:',
      '17 spec.indicator.spec.rawMetric: unknown field "rawMetric"',
    ],
    [
      'code!~"5.."})',
      'code!~"5.."}',
      '23 spec.indicator.spec.ratioMetric.good.metricSource.spec.query: ends too early: a closing bracket',
    ],
    [
      'sum(http_requests_total{job="order-service"})',
      'sum(http_requests_total{job="order-service"})) by',
      '28 spec.indicator.spec.ratioMetric.total.metricSource.spec.query: is not PromQL from character 46 on, at ") by"',
    ],
    [
      'sum(http_requests_total{job="order-service"})',
      'sum(rate(http_requests_total{job="order-service"}[5m]))',
      '28 spec.indicator.spec.ratioMetric.total.metricSource.spec.query: has a range, but `counter: true` says that it names a counter',
    ],
    [
      'sum(http_requests_total{job="order-service"})',
      '"1"',
      '28 spec.indicator.spec.ratioMetric.total.metricSource.spec.query: selects no series',
    ],
    [
      'indicator:\n    metadata:',
      'indicatorRef: nothing\n  indicator:\n    metadata:',
      '13 spec.indicatorRef: stands beside indicator',
    ],
  ])('is refused: %j as %j', (from, to, expected) => {
    const { definitions, problems } = parse(change(OPENSLO, from, to));

    expect(definitions).toEqual([]);
    expect(problems.map(told).join('\n')).toContain(expected);
    expect(problems[0].file).toBe('slo.yaml');
  });

  it.each([7, 4, 25, 61, 120, '1d', '90s', 2.5])(
    'refuses time slices of %s',
    length => {
      const { definitions, problems } = parse(
        change(
          change(OPENSLO, 'Occurrences', 'Timeslices'),
          'target: 0.9995',
          `target: 0.9995\n      timeSliceTarget: 0.9\n      timeSliceWindow: ${length}`,
        ),
      );

      expect(definitions).toEqual([]);
      expect(problems.map(told)).toEqual([
        `37 spec.objectives[0].timeSliceWindow: "${length}" cannot be built from the portal's slices of 5 minutes, aligned to the hour: write 5m, 10m, 15m, 20m, 30m or 60m`,
      ]);
    },
  );

  it.each(['0', '1.1', '9e-1'])('refuses a time slice target of %s', share => {
    const { problems } = parse(
      change(
        change(OPENSLO, 'Occurrences', 'Timeslices'),
        'target: 0.9995',
        `target: 0.9995\n      timeSliceTarget: ${share}\n      timeSliceWindow: 5`,
      ),
    );

    expect(problems.map(told)).toEqual([
      `36 spec.objectives[0].timeSliceTarget: "${share}" is no share of good events: write a plain decimal above 0 and at most 1, for example 0.95`,
    ]);
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
