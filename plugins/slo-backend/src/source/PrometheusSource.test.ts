import type { Indicator, RatioIndicator } from '@arctiq/plugin-slo-common';
import {
  json,
  matrix,
  refusal,
  startFakePrometheus,
  type SeenRequest,
} from './__testUtils__/fakePrometheus';
import { PrometheusSource } from './PrometheusSource';
import { SourceRegistry } from './SourceRegistry';

const { signal } = new AbortController();
const end = 1_795_262_400;
const range = { from: end - 600, to: end };

function metric(query: string, server?: string) {
  return { query, type: 'prometheus', server };
}

function availability(job: string): RatioIndicator {
  return {
    ...{ kind: 'ratio', counter: true },
    good: metric(`sum(x_total{job="${job}",code!~"5.."})`),
    total: metric(`sum(x_total{job="${job}"})`),
  };
}

/** One series of an answer; a value per slice, or none. */
function part(
  name: string,
  values: (string | undefined)[],
  labels: Record<string, string> = {},
) {
  return {
    metric: { ...labels, slo_part: name },
    values: values.flatMap((value, index): [number, string][] =>
      value === undefined ? [] : [[range.from + 300 * (index + 1), value]],
    ),
  };
}

/** Values of the label `job` that a query asks for. */
function jobsOf(request: SeenRequest): string[] {
  const query = request.form.get('query') ?? '';
  const [, values] = /job=~?"([^"]*)"/.exec(query) ?? [];
  return values.split('|');
}

describe('PrometheusSource', () => {
  let server: Awaited<ReturnType<typeof startFakePrometheus>>;
  let source: PrometheusSource;

  beforeEach(async () => {
    server = await startFakePrometheus((_, response) =>
      json(response, matrix([])),
    );
    source = new PrometheusSource(
      new Map([['main', server.client()]]),
      'main',
    );
  });

  afterEach(() => server.stop());

  async function measureOne(indicator: Indicator) {
    const found = await source.measure([{ key: 'k', indicator }], range, signal);
    return found.get('k');
  }

  function answer(...parts: ReturnType<typeof part>[]) {
    server.current.handler = (_, response) => json(response, matrix(parts));
  }

  it('counts fifty objectives with one query', async () => {
    server.current.handler = (request, response) =>
      json(
        response,
        matrix(
          jobsOf(request).flatMap(job => [
            part('good:0:grown', ['9', '8'], { job }),
            part('total:0:grown', ['10', job.slice(1)], { job }),
          ]),
        ),
      );
    const objectives = Array.from({ length: 120 }, (_, n) => ({
      ...{ key: `k${n}`, indicator: availability(`j${n + 10}`) },
    }));
    const found = await source.measure(objectives, range, signal);
    expect(server.seen).toHaveLength(3);
    expect(found.size).toBe(120);
    expect(found.get('k7')).toEqual({
      kind: 'measured',
      slices: [
        { end: end - 300, state: 'measured', good: 9000, total: 10_000 },
        { end, state: 'measured', good: 8000, total: 17_000 },
      ],
    });
  });

  it.each<[string, ReturnType<typeof part>[], object]>([
    ['an unknown series', [], { state: 'no-data', total: 0 }],
    [
      'a counter that stood still',
      [part('total:0:grown', ['0', '0']), part('good:0:grown', ['0', '0'])],
      { state: 'no-traffic', total: 0 },
    ],
    [
      'a series that is there for the first time',
      [part('total:0:born', ['0', '0']), part('good:0:born', ['0', '0'])],
      { state: 'no-traffic', total: 0 },
    ],
    [
      'old, new and first samples',
      [
        part('total:0:grown', ['1', '10']),
        part('total:0:born', ['1', '5']),
        part('total:0:first', ['1', '2']),
        part('good:0:grown', ['1', '16']),
      ],
      { state: 'measured', good: 16_000, total: 17_000 },
    ],
    [
      'fractions',
      [part('total:0:grown', ['1', '10.0004']), part('good:0:grown', ['1', '9.9996'])],
      { good: 10_000, total: 10_000 },
    ],
    [
      'good above total',
      [part('total:0:grown', ['1', '10']), part('good:0:grown', ['1', '11'])],
      { good: 10_000, total: 10_000, reason: expect.stringContaining('11 good events of 10') },
    ],
    [
      'good that is nowhere',
      [part('total:0:grown', ['1', '10'])],
      { good: 0, total: 10_000, reason: expect.stringContaining('found no series') },
    ],
    [
      'NaN',
      [part('total:0:grown', ['1', 'NaN'])],
      { state: 'unmeasured', reason: 'The source answered NaN, which cannot be counted.' },
    ],
    [
      'infinity',
      [part('total:0:grown', ['1', '5']), part('good:0:grown', ['1', '+Inf'])],
      { state: 'unmeasured', reason: 'The source answered Infinity, which cannot be counted.' },
    ],
  ])('makes a slice of %s', async (_, parts, expected) => {
    answer(
      ...parts.map(one => ({
        ...one,
        metric: { ...one.metric, job: 'a' },
      })),
    );
    const measured = await measureOne(availability('a'));
    expect(measured).toMatchObject({
      slices: [{ end: end - 300 }, { end, ...expected }],
    });
  });

  it('counts bad events, of which there may be no series', async () => {
    answer(part('total:0:grown', ['10', '10']), part('bad:0:grown', [undefined, '3']));
    const measured = await measureOne({
      ...{ kind: 'ratio', counter: true },
      ...{ bad: metric('sum(e)'), total: metric('sum(t)') },
    });
    expect(measured).toMatchObject({
      slices: [
        { good: 10_000, total: 10_000 },
        { good: 7000, total: 10_000 },
      ],
    });
  });

  it('reads the samples where a counter was reset', async () => {
    server.current.handler = ({ path, form }, response) => {
      if (path.endsWith('/query_range')) {
        json(
          response,
          matrix(
            ['good', 'total'].flatMap(role => [
              part(`${role}:0:grown`, ['5', '-90'], { job: 'a' }),
              part(`${role}:0:resets`, ['1', '2'], { job: 'a' }),
              part(`${role}:0:resets-before`, ['1', '1'], { job: 'a' }),
            ]),
          ),
        );
        return;
      }
      const good = form.get('query')?.includes('code');
      json(
        response,
        matrix([
          {
            metric: { job: 'a', instance: 'i' },
            values: [
              [end - 310, '100'],
              [end - 200, good ? '105' : '110'],
              [end - 10, '7'],
            ],
          },
        ]),
      );
    };
    const measured = await measureOne(availability('a'));
    expect(measured).toMatchObject({
      slices: [
        { good: 5000, total: 5000 },
        { good: 12_000, total: 17_000 },
      ],
    });
    const [, sample] = server.seen;
    expect(sample.form.get('query')).toMatch(/^x_total\{job="a".*\}\[65m\]$/);
    expect(sample.form.get('time')).toBe(String(end));
    expect(server.seen).toHaveLength(3);
  });

  it('marks what the server says is doubtful', async () => {
    server.current.handler = (_, response) =>
      json(
        response,
        matrix([part('total:0:grown', ['1', '1']), part('good:0:grown', ['1', '1'])].map(
          one => ({ ...one, metric: { ...one.metric, job: 'a' } }),
        ), { warnings: ['store b is down'] }),
      );
    expect(await measureOne(availability('a'))).toMatchObject({
      slices: [{ reason: 'store b is down' }, { reason: 'store b is down' }],
    });
  });

  it('finds the one bad query among many', async () => {
    server.current.handler = (request, response) => {
      const jobs = jobsOf(request);
      if (jobs.includes('j33')) {
        json(response, refusal('execution', 'too many samples'), 422);
      } else {
        json(response, matrix(jobs.map(job => part('total:0:grown', ['1', '1'], { job }))));
      }
    };
    const objectives = Array.from({ length: 100 }, (_, n) => ({
      ...{ key: `k${n}`, indicator: availability(`j${n}`) },
    }));
    const found = await source.measure(objectives, range, signal);
    const failed = [...found].filter(([, { kind }]) => kind === 'failed');
    expect(failed).toEqual([
      [
        'k33',
        {
          ...{ kind: 'failed', permanent: false },
          reason: expect.stringContaining('too many samples'),
        },
      ],
    ]);
    expect(found.size).toBe(100);
    server.seen.length = 0;
    await source.measure(objectives, range, signal);
    // It is known now, and asked alone.
    expect(server.seen).toHaveLength(3);
  });

  it('asks a server that does not answer no further', async () => {
    server.current.handler = (_, response) => response.writeHead(500).end('broken');
    const objectives = Array.from({ length: 1000 }, (_, n) => ({
      ...{ key: `k${n}`, indicator: availability(`j${n}`) },
    }));
    const found = await source.measure(objectives, range, signal);
    expect(server.seen.length).toBeLessThanOrEqual(8);
    expect([...found.values()]).toEqual(
      objectives.map(() => ({
        ...{ kind: 'failed', permanent: false },
        reason: "Server 'main' answered 500 (broken).",
      })),
    );
  });

  it.each<[string, Indicator, object]>([
    [
      'an unknown server',
      { kind: 'threshold', metric: metric('x', 'eu'), op: 'lt', value: 1 },
      { reason: expect.stringContaining("no Prometheus server 'eu'"), permanent: true },
    ],
    [
      'two servers',
      {
        ...{ kind: 'ratio', counter: true },
        ...{ good: metric('a', 'main'), total: metric('b', 'eu') },
      },
      { reason: expect.stringContaining('different servers'), permanent: true },
    ],
  ])('says so of %s', async (_, indicator, expected) => {
    expect(await measureOne(indicator)).toMatchObject(expected);
  });

  it('refuses for ever what is no PromQL', async () => {
    server.current.handler = (_, response) =>
      json(response, refusal('bad_data', 'parse error'), 400);
    expect(
      await measureOne({
        ...{ kind: 'threshold', metric: metric('sum('), op: 'lt', value: 1 },
      }),
    ).toMatchObject({ kind: 'failed', permanent: true });
  });

  const raw = (rawType: 'success' | 'failure'): Indicator => ({
    ...{ kind: 'raw-ratio', rawType, raw: metric('r') },
  });
  const threshold: Indicator = {
    ...{ kind: 'threshold', metric: metric('q{{.window}}'), op: 'lte', value: 0.3 },
  };
  const rate: Indicator = {
    ...{ kind: 'ratio', counter: false },
    good: metric('sum(rate(g[1m]))'),
    total: metric('sum(increase(t[$window])) + 0'),
  };

  it.each<[string, Indicator, Record<string, string>, object]>([
    ['a ratio of success', raw('success'), { all: '5', count: '5', sum: '4.5', min: '0.8', max: '1' }, { good: 4500, total: 5000 }],
    ['a ratio of failure', raw('failure'), { all: '5', count: '4', sum: '0.5', min: '0', max: '0.5' }, { good: 3500, total: 4000 }],
    ['a ratio of nothing', raw('success'), { all: '5' }, { state: 'no-traffic' }],
    ['a ratio without series', raw('success'), {}, { state: 'no-data' }],
    ['a percentage', raw('success'), { all: '1', count: '1', sum: '99', min: '99', max: '99' }, { state: 'unmeasured', reason: expect.stringContaining('Divide a percentage by 100') }],
    ['a threshold', threshold, { all: '5', total: '5', good: '3' }, { good: 3000, total: 5000 }],
    ['a threshold that is never met', threshold, { all: '5', total: '5' }, { good: 0, total: 5000, state: 'measured' }],
    ['a threshold of NaN', threshold, { all: '5' }, { state: 'no-traffic' }],
    ['a threshold without series', threshold, {}, { state: 'no-data' }],
    ['rates and counts', rate, { good: '0.1', total: '40' }, { good: 30_000, total: 40_000 }],
  ])('measures %s', async (_, indicator, parts, expected) => {
    answer(
      ...Object.entries(parts).map(([name, value]) => part(name, [value, value])),
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
        Array.from({ length: 14 }, (_, n) => [start + n * 300, String(from + n * 10)]);
      json(
        response,
        matrix([
          { metric: { slo_part: 'good' }, values: values(100) },
          // It was silent for a while, then began anew.
          {
            metric: { slo_part: 'total' },
            values: [
              ...values(500).slice(0, 9),
              ...([[end - 300, '700'], [end, '40']] as [number, string][]),
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

  it('tells where figures come from, without secrets', async () => {
    server.current.handler = (_, response) =>
      json(response, { status: 'success', data: { storageRetention: '15d' } });
    const url = server.url.replace('http://', 'http://user:secret@');
    source = new PrometheusSource(new Map([['main', server.client()]]), 'main');
    Object.assign(server.client().server, { url });
    const told = await source.describe(
      { key: 'k', indicator: availability('a') },
      signal,
    );
    expect(told).toEqual({
      ...{ server: 'main', serverUrl: server.url, warnings: [] },
      retentionSeconds: 15 * 86_400,
      queries: [
        { role: 'good', promql: expect.stringMatching(/^sum\(last_over_time\(x_total\{job="a",code!~"5.."\}/) },
        { role: 'total', promql: expect.stringMatching(/^sum\(last_over_time\(x_total\{job="a"\}/) },
      ],
    });
    const guessed = await source.describe(
      {
        key: 'k',
        indicator: { kind: 'ratio', counter: true, good: metric('max(g)'), total: metric('max(t)') },
      },
      signal,
    );
    expect(guessed.queries).toEqual([
      { role: 'good', promql: 'max(g)' },
      { role: 'total', promql: 'max(t)' },
    ]);
    expect(guessed.warnings).toEqual([expect.stringContaining('more than a sum of counters')]);
  });

  it('is one of several sources', async () => {
    const registry = new SourceRegistry();
    registry.addSource(source);
    expect(() => registry.addSource(source)).toThrow(/two sources/);
    const other: Indicator = {
      ...{ kind: 'threshold', op: 'lt', value: 1 },
      metric: { query: 'q', type: 'datadog' },
    };
    const mixed: Indicator = {
      ...{ kind: 'ratio', counter: true, good: metric('a') },
      total: { query: 'q', type: 'datadog' },
    };
    const found = await registry.measure(
      [
        { key: 'ours', indicator: availability('a') },
        { key: 'other', indicator: other },
        { key: 'mixed', indicator: mixed },
      ],
      range,
      signal,
    );
    expect(found.get('ours')).toMatchObject({ kind: 'measured' });
    expect(found.get('other')).toMatchObject({
      reason: expect.stringContaining("'datadog' is installed; there are: prometheus"),
    });
    expect(found.get('mixed')).toMatchObject({
      reason: expect.stringContaining('different kinds'),
    });
    await expect(
      registry.describe({ key: 'other', indicator: other }, signal),
    ).resolves.toMatchObject({ warnings: [expect.stringContaining('datadog')] });
  });
});
