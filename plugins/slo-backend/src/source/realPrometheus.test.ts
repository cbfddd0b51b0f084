import path from 'node:path';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { RatioIndicator } from '@arctiq/plugin-slo-common';
import { define } from '../collector/__testUtils__/startCollector';
import { MeasurementCollector } from '../collector/MeasurementCollector';
import { createDatabase } from '../store/createDatabase';
import { DatabaseMeasurementNoteStore } from '../store/DatabaseMeasurementNoteStore';
import { DatabaseSliceStore } from '../store/DatabaseSliceStore';
import { simulate, toOpenMetrics, type History } from './__testUtils__/history';
import { findTool, startPrometheus } from './__testUtils__/startPrometheus';
import { countSamples } from './countSamples';
import { createPrometheusSource } from './createPrometheusSource';
import type { Series } from './PrometheusClient';

const DAY = 86_400;
/** 2026-11-01T00:00:00Z */
const start = 1_793_491_200;
const now = start + 8.5 * DAY + 40;
/** The window that is compared: whole slices, seven days. */
const window = { from: start + DAY, to: start + 8 * DAY };
const target = 0.999;

const prometheus = findTool('prometheus');
const reason = 'reason' in prometheus ? prometheus.reason : undefined;
if (reason && process.env.CI) {
  throw new Error(`A real Prometheus is needed: ${reason}`);
}
if (reason) {
  // eslint-disable-next-line no-console
  console.warn(`Not compared with a real Prometheus: ${reason}`);
}

/** What is compared: an indicator as Sloth or OpenSLO would state it. */
interface Case {
  id: string;
  history: number;
  indicator: RatioIndicator;
  /** The same in PromQL, as errors and all, of a window. */
  errors: (window: string) => string;
  total: (window: string) => string;
  bad: 'errors' | 'slow';
}

function metric(query: string) {
  return { query, type: 'prometheus' };
}

function increase(selector: string) {
  return (length: string) => `sum(increase(${selector}[${length}]))`;
}

const cases: Case[] = ['orders', 'payments'].flatMap((job, history): Case[] => {
  const bad = `requests_total{job="${job}",code=~"5.."}`;
  const all = `requests_total{job="${job}"}`;
  const fast = `duration_seconds_bucket{job="${job}",le="0.3"}`;
  const count = `duration_seconds_count{job="${job}"}`;
  return [
    {
      ...{ id: `${job} availability`, history, bad: 'errors' },
      indicator: {
        ...{ kind: 'ratio', counter: false },
        bad: metric(`sum(rate(${bad}[{{.window}}]))`),
        total: metric(`sum(rate(${all}[{{.window}}]))`),
      },
      ...{ errors: increase(bad), total: increase(all) },
    },
    {
      ...{ id: `${job} latency`, history, bad: 'slow' },
      indicator: {
        ...{ kind: 'ratio', counter: true },
        ...{ good: metric(`sum(${fast})`), total: metric(`sum(${count})`) },
      },
      errors: length =>
        `(sum(increase(${count}[${length}])) - sum(increase(${fast}[${length}])))`,
      total: increase(count),
    },
  ];
});

(reason ? describe.skip : describe)('a real Prometheus', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  let histories: History[];
  let server: Awaited<ReturnType<typeof startPrometheus>>;
  let collected: Awaited<ReturnType<typeof collect>>;

  beforeAll(async () => {
    const options = { from: start, to: now + 300, scrapeSeconds: 30 };
    histories = [
      simulate({ ...options, job: 'orders', seed: 90 }),
      simulate({ ...options, job: 'payments', seed: 40 }),
    ];
    const tool = 'path' in prometheus ? prometheus.path : '';
    server = await startPrometheus({
      prometheus: tool,
      promtool: path.join(path.dirname(tool), 'promtool'),
      openMetrics: toOpenMetrics(histories),
    });
    collected = await collect();
  }, 120_000);

  afterAll(() => server.stop());

  /** One number of the server at the end of the window. */
  async function ask(query: string): Promise<number> {
    const url = new URL('/api/v1/query', server.url);
    url.searchParams.set('query', query);
    url.searchParams.set('time', String(window.to));
    const answer = await (await fetch(url)).json();
    return Number(answer.data.result[0].value[1]);
  }

  async function collect() {
    const knex = await databases.init('SQLITE_3');
    await createDatabase(mockServices.database({ knex }));
    const slices = new DatabaseSliceStore(knex);
    const source = createPrometheusSource({
      servers: [
        {
          ...{ name: 'main', url: server.url, auth: { kind: 'none' } },
          ...{ flavour: 'prometheus', concurrency: 4, timeoutMs: 30_000 },
        },
      ],
      fallback: 'main',
    });
    const definitions = cases.map(({ id, indicator }) =>
      define(id, {
        objectives: [{ key: id, target: '0.999', weight: 1, indicator }],
      }),
    );
    const notes = new DatabaseMeasurementNoteStore(knex);
    await new MeasurementCollector({
      ...{ source, slices, notes, onMeasured: async () => {} },
      definitions: { active: async () => definitions },
      logger: mockServices.logger.mock(),
      ranges: {
        ...{
          backfillSeconds: 9 * DAY,
          lateDataSeconds: 900,
          settleSeconds: 30,
        },
      },
      clock: () => now,
    }).run(new AbortController().signal);
    return { slices, notes: await notes.notes() };
  }

  it('agrees with the raw events within 0.1 % of the budget', async () => {
    const { slices, notes } = collected;
    expect([...notes.values()].map(note => note.lastError)).toEqual(
      cases.map(() => undefined),
    );
    const rows: Record<string, Record<string, string>> = {};
    const deviations: number[] = [];
    const peers: number[] = [];
    for (const one of cases) {
      const truth = histories[one.history].count(window.from, window.to);
      const bad = truth[one.bad];
      const spent = bad / truth.total / (1 - target);
      const points = (
        await slices.pointsAt([
          { key: one.id, times: [window.from, window.to] },
        ])
      ).get(one.id);
      const [before, after] = (points ?? []).map(({ sums }) => sums);
      const total = (after.total - before.total) / 1000;
      const errors = total - (after.good - before.good) / 1000;
      const ours = errors / total / (1 - target);
      // Without the NaN of slices in which nothing happened, which would be all it shows.
      const ratio = `(${one.errors('5m')} / ${one.total(
        '5m',
      )} >= 0 or vector(0))`;
      const sloth = await ask(`avg_over_time(${ratio}[7d:5m])`);
      const plain = await ask(`${one.errors('7d')} / ${one.total('7d')}`);
      const steps = await ask(
        `sum_over_time((${one.errors(
          '5m',
        )} or vector(0))[7d:5m]) / sum_over_time(${one.total('5m')}[7d:5m])`,
      );
      const off = (value: number) =>
        `${((value - spent) * 100).toFixed(3)} % of the budget`;
      rows[one.id] = {
        events: `${truth.total} (counted ${total})`,
        bad: `${bad} (counted ${errors})`,
        'budget spent': `${(spent * 100).toFixed(3)} %`,
        'this plugin off by': off(ours),
        'mean of 5m ratios (Sloth) off by': off(sloth / (1 - target)),
        'increase over 7d (Pyrra) off by': off(plain / (1 - target)),
        'sum of increase 5m (Grafana) off by': off(steps / (1 - target)),
      };
      deviations.push(Math.abs(ours - spent));
      peers.push(Math.abs(sloth / (1 - target) - spent));
    }
    // eslint-disable-next-line no-console
    console.log(
      Object.entries(rows)
        .map(([name, row]) =>
          [name, ...Object.entries(row).map(([k, v]) => `  ${k}: ${v}`)].join(
            '\n',
          ),
        )
        .join('\n'),
    );
    expect(Math.max(...deviations)).toBeLessThan(0.001);
    // What makes the comparison worth something: the default of others is far off.
    expect(Math.min(...peers)).toBeGreaterThan(0.1);
  }, 120_000);

  it('counts each slice as its samples say', async () => {
    const requests = histories[0].samples.get('requests_total') ?? new Map();
    const series = [...requests].map(([text, samples]) =>
      toSeries(text, samples),
    );
    const slices = await collected.slices.slices(cases[0].id, window);
    expect(slices).toHaveLength((window.to - window.from) / 300);
    // Every fifth, so that releases, crashes and gaps of all pods are among them.
    const some = slices.filter((_, index) => index % 5 === 0);
    expect(
      some.map(({ end, good, total }) => ({ end, bad: total - good, total })),
    ).toEqual(
      some.map(({ end }) => {
        const near = series.flatMap(one => cut(one, end - 2 * 3600, end));
        const failed = near.filter(({ labels }) => labels.code.startsWith('5'));
        return {
          end,
          bad: 1000 * (countSamples(failed, near, end) ?? 0),
          total: 1000 * (countSamples(near, near, end) ?? 0),
        };
      }),
    );
  }, 120_000);
});

function toSeries(labels: string, samples: [number, number][]): Series {
  const pairs = [...labels.matchAll(/(\w+)="([^"]*)"/g)];
  return {
    labels: Object.fromEntries(pairs.map(([, name, value]) => [name, value])),
    times: samples.map(([time]) => time),
    values: samples.map(([, value]) => value),
  };
}

/** The samples of a series in [from, to]; none when it has none there. */
function cut(series: Series, from: number, to: number): Series[] {
  const { labels, times, values } = series;
  if (times[0] > to || times[times.length - 1] < from) {
    return [];
  }
  const first = times.findIndex(time => time >= from);
  const after = times.findIndex(time => time > to);
  const bounds = [first, after < 0 ? undefined : after] as const;
  return [
    { labels, times: times.slice(...bounds), values: values.slice(...bounds) },
  ];
}
