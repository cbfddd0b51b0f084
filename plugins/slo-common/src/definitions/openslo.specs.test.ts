import { change, OPENSLO, parse, told } from './__testUtils__/files';

// The expectation is what a person reads: line, field, message.
describe('a bad specification of an SLO', () => {
  it.each([
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
