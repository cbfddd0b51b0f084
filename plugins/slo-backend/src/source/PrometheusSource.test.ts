import type { Indicator } from '@arctiq/plugin-slo-common';
import { json, matrix, refusal } from './__testUtils__/fakePrometheus';
import {
  availability,
  jobsOf,
  metric,
  part,
  range,
} from './__testUtils__/slices';
import { startSource } from './__testUtils__/startSource';
import { SourceRegistry } from './SourceRegistry';

const { signal } = new AbortController();

type Started = Awaited<ReturnType<typeof startSource>>;

describe('PrometheusSource', () => {
  let server: Started['server'];
  let source: Started['source'];
  let measureOne: Started['measureOne'];
  let stop: () => Promise<unknown>;

  beforeEach(async () => {
    const started = await startSource();
    ({ server, source, measureOne } = started);
    stop = () => started.server.stop();
  });

  afterEach(() => stop());

  it('finds the one bad query among many', async () => {
    server.current.handler = (request, response) => {
      const jobs = jobsOf(request);
      if (jobs.includes('j33')) {
        json(response, refusal('execution', 'too many samples'), 422);
      } else {
        json(
          response,
          matrix(jobs.map(job => part('total:0:grown', ['1', '1'], { job }))),
        );
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

  it.each([3, 133])(
    'finds the one query that a living server cannot answer: %s',
    async bad => {
      server.current.handler = (request, response) => {
        const jobs = jobsOf(request);
        if (jobs.includes(`j${bad}`)) {
          response.writeHead(504).end('upstream timed out');
        } else {
          json(
            response,
            matrix(jobs.map(job => part('total:0:grown', ['1', '1'], { job }))),
          );
        }
      };
      const objectives = Array.from({ length: 200 }, (_, n) => ({
        ...{ key: `k${n}`, indicator: availability(`j${n}`) },
      }));
      const found = await source.measure(objectives, range, signal);
      const failed = [...found].filter(([, { kind }]) => kind === 'failed');
      expect(failed).toEqual([
        [
          `k${bad}`,
          {
            ...{ kind: 'failed', permanent: false },
            reason: "Server 'main' answered 504 (upstream timed out).",
          },
        ],
      ]);
      expect(found.size).toBe(200);
    },
  );

  it('asks a server that does not answer no further', async () => {
    server.current.handler = (_, response) =>
      response.writeHead(500).end('broken');
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
      {
        reason: expect.stringContaining("no Prometheus server 'eu'"),
        permanent: true,
      },
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

  it('tells where figures come from', async () => {
    server.current.handler = (_, response) =>
      json(response, { status: 'success', data: { storageRetention: '15d' } });
    const told = await source.describe(
      { key: 'k', indicator: availability('a') },
      signal,
    );
    expect(told).toEqual({
      ...{ server: 'main', serverUrl: server.url, warnings: [] },
      retentionSeconds: 15 * 86_400,
      queries: [
        {
          role: 'good',
          promql: expect.stringMatching(
            /^sum\(last_over_time\(x_total\{job="a",code!~"5.."\}/,
          ),
        },
        {
          role: 'total',
          promql: expect.stringMatching(
            /^sum\(last_over_time\(x_total\{job="a"\}/,
          ),
        },
      ],
    });
    const guessed = await source.describe(
      {
        key: 'k',
        indicator: {
          kind: 'ratio',
          counter: true,
          good: metric('max(g)'),
          total: metric('max(t)'),
        },
      },
      signal,
    );
    expect(guessed.queries).toEqual([
      { role: 'good', promql: 'max(g)' },
      { role: 'total', promql: 'max(t)' },
    ]);
    expect(guessed.warnings).toEqual([
      expect.stringContaining('more than a sum of counters'),
    ]);
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
      reason: expect.stringContaining(
        "'datadog' is installed; there are: prometheus",
      ),
    });
    expect(found.get('mixed')).toMatchObject({
      reason: expect.stringContaining('different kinds'),
    });
    await expect(
      registry.describe({ key: 'other', indicator: other }, signal),
    ).resolves.toMatchObject({
      warnings: [expect.stringContaining('datadog')],
    });
  });
});
