import { change, parse, PYRRA, told } from './__testUtils__/files';

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
