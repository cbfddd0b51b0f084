import type { Indicator } from '@arctiq/plugin-slo-common';
import { json, matrix } from './__testUtils__/fakePrometheus';
import { end, metric, part } from './__testUtils__/slices';
import { startSource } from './__testUtils__/startSource';

type Started = Awaited<ReturnType<typeof startSource>>;

describe('expressions', () => {
  let server: Started['server'];
  let measureOne: Started['measureOne'];
  let answer: Started['answer'];
  let stop: () => Promise<unknown>;

  beforeEach(async () => {
    const started = await startSource();
    ({ server, measureOne, answer } = started);
    stop = () => started.server.stop();
  });

  afterEach(() => stop());

  const raw = (rawType: 'success' | 'failure'): Indicator => ({
    ...{ kind: 'raw-ratio', rawType, raw: metric('r') },
  });
  const threshold: Indicator = {
    ...{
      kind: 'threshold',
      metric: metric('q{{.window}}'),
      op: 'lte',
      value: 0.3,
    },
  };
  const rate: Indicator = {
    ...{ kind: 'ratio', counter: false },
    good: metric('sum(rate(g[1m]))'),
    total: metric('sum(increase(t[$window])) + 0'),
  };

  it.each<[string, Indicator, Record<string, string>, object]>([
    [
      'a ratio of success',
      raw('success'),
      { all: '5', count: '5', sum: '4.5', min: '0.8', max: '1' },
      { good: 4500, total: 5000 },
    ],
    [
      'a ratio of failure',
      raw('failure'),
      { all: '5', count: '4', sum: '0.5', min: '0', max: '0.5' },
      { good: 3500, total: 4000 },
    ],
    [
      'a ratio of nothing',
      raw('success'),
      { all: '5' },
      { state: 'no-traffic' },
    ],
    ['a ratio without series', raw('success'), {}, { state: 'no-data' }],
    [
      'a percentage',
      raw('success'),
      { all: '1', count: '1', sum: '99', min: '99', max: '99' },
      {
        state: 'unmeasured',
        reason: expect.stringContaining('Divide a percentage by 100'),
      },
    ],
    [
      'a threshold',
      threshold,
      { all: '5', total: '5', good: '3' },
      { good: 3000, total: 5000 },
    ],
    [
      'a threshold that is never met',
      threshold,
      { all: '5', total: '5' },
      { good: 0, total: 5000, state: 'measured' },
    ],
    ['a threshold of NaN', threshold, { all: '5' }, { state: 'no-traffic' }],
    ['a threshold without series', threshold, {}, { state: 'no-data' }],
    [
      'rates and counts',
      rate,
      { good: '0.1', total: '40' },
      { good: 30_000, total: 40_000 },
    ],
  ])('measures %s', async (_, indicator, parts, expected) => {
    answer(
      ...Object.entries(parts).map(([name, value]) =>
        part(name, [value, value]),
      ),
    );
    expect(await measureOne(indicator)).toMatchObject({
      slices: [expected, { end, ...expected }],
    });
    expect(server.seen).toHaveLength(1);
    expect(server.seen[0].form.get('query')).not.toMatch(/window/);
  });

  it('compares the values of a counter that it does not understand', async () => {
    server.current.handler = ({ form }, response) => {
      const start = Number(form.get('start'));
      const values = (from: number): [number, string][] =>
        Array.from({ length: 14 }, (_, n) => [
          start + n * 300,
          String(from + n * 10),
        ]);
      json(
        response,
        matrix([
          { metric: { slo_part: 'good' }, values: values(100) },
          // It was silent for a while, then began anew.
          {
            metric: { slo_part: 'total' },
            values: [
              ...values(500).slice(0, 9),
              ...([
                [end - 300, '700'],
                [end, '40'],
              ] as [number, string][]),
            ],
          },
        ]),
      );
    };
    const measured = await measureOne({
      ...{ kind: 'ratio', counter: true },
      ...{ good: metric('max(g)'), total: metric('max(t)') },
    });
    expect(measured).toMatchObject({
      slices: [
        { good: 10_000, total: 120_000 },
        { good: 10_000, total: 40_000 },
      ],
    });
  });
});
