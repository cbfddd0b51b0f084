import {
  findPrometheus,
  type RealPrometheus,
  startPrometheus,
} from '../__testUtils__/realPrometheus';
import { rangeData } from '../format';
import { Evaluator } from './evaluate';
import { labelsTest } from './matchers';
import { parsePromql } from './parse';
import { SampledSeries } from './SampledSeries';
import type { Labels, Samples, SeriesSource } from './series';
import type { Grid } from './values';

// Prometheus is started, and installed where it is not there.
jest.setTimeout(300_000);

const start = Date.parse('2026-03-10T00:00:00Z');
const hour = 3_600_000;

interface Sample {
  labels: Labels;
  samples: Samples;
}

/** Three hours of a counter that is scraped every 15 s. */
function counter(
  labels: Labels,
  options: {
    phase: number;
    perScrape: number;
    resets?: number[];
    from?: number;
    to?: number;
    gap?: [number, number];
  },
): Sample {
  const samples: Samples = { times: [], values: [] };
  const {
    phase,
    perScrape,
    resets = [],
    from = 0,
    to = 3 * hour,
    gap,
  } = options;
  let value = 0;
  for (let at = phase; at < 3 * hour; at += 15_000) {
    // Irregular, and the same at every run.
    value += Math.floor(perScrape * (1 + Math.sin(at / 700_000)) + (at % 7));
    if (resets.some(reset => reset > at - 15_000 && reset <= at)) {
      value = 3;
    }
    const missing = gap && at >= gap[0] && at < gap[1];
    if (at >= from && at < to && !missing) {
      samples.times.push(start + at);
      samples.values.push(value);
    }
  }
  return { labels, samples };
}

function gauge(
  labels: Labels,
  phase: number,
  valueAt: (at: number) => number,
): Sample {
  const samples: Samples = { times: [], values: [] };
  for (let at = phase; at < 3 * hour; at += 15_000) {
    samples.times.push(start + at);
    samples.values.push(valueAt(at));
  }
  return { labels, samples };
}

const http = (job: string, instance: string, status: string): Labels => ({
  __name__: 'http_requests_total',
  job,
  instance,
  status,
});

const sample: Sample[] = [
  counter(http('orders', 'a:1', '200'), { phase: 1234, perScrape: 90 }),
  counter(http('orders', 'a:1', '500'), {
    phase: 1234,
    perScrape: 1,
    gap: [hour, hour + 400_000],
  }),
  counter(http('orders', 'b:1', '200'), {
    phase: 9001,
    perScrape: 70,
    resets: [2_000_000, 2_100_000, 7_000_000],
  }),
  counter(http('orders', 'c:1', '200'), {
    phase: 777,
    perScrape: 40,
    from: 5_000_000,
  }),
  counter(http('orders', 'c:1', '503'), {
    phase: 777,
    perScrape: 2,
    from: 5_100_000,
    to: 8_000_000,
  }),
  counter(http('cart', 'a:2', '200'), { phase: 0, perScrape: 10 }),
  counter(http('cart', 'a:2', '404'), { phase: 0, perScrape: 0 }),
  counter(
    { ...http('cart', 'b:2', '200'), path: '/it\'s "here"' },
    { phase: 14_999, perScrape: 5, resets: [3_300_000] },
  ),
  gauge(
    { __name__: 'lag_seconds', job: 'orders' },
    333,
    at => Math.round(1000 * (4 + 3 * Math.sin(at / 500_000))) / 1000,
  ),
  gauge({ __name__: 'lag_seconds', job: 'cart' }, 4, at =>
    at % 600_000 < 60_000 ? NaN : at / hour,
  ),
  gauge({ __name__: 'owner', job: 'orders', team: 'blue' }, 50, () => 1),
  gauge({ __name__: 'owner', job: 'cart', team: 'red' }, 60, () => 1),
];

const source: SeriesSource = {
  select: matchers => {
    const fits = labelsTest(matchers);
    return sample
      .filter(({ labels }) => fits(labels))
      .map(({ labels, samples }) => new SampledSeries(labels, samples));
  },
};

const S = 'http_requests_total{job=~"orders|cart",status!~"5.."}';
const T = 'http_requests_total{job=~"orders|cart"}';

const queries = [
  'http_requests_total',
  'http_requests_total{job="orders"}',
  'http_requests_total{job!="orders",status=~"4..|2.."}',
  'http_requests_total{status!~"2.*"}',
  '{__name__=~"lag.*",job="cart"}',
  'http_requests_total{path=""}',
  `http_requests_total{path='/it\\'s "here"'}`,
  'http_requests_total offset 10m',
  'rate(http_requests_total[5m])',
  'rate(http_requests_total[1m])',
  'rate(http_requests_total[90s] offset 7m)',
  'increase(http_requests_total[5m])',
  'increase(http_requests_total[1h])',
  'irate(http_requests_total[5m])',
  'resets(http_requests_total[65m])',
  'resets(http_requests_total[1h] offset 5m)',
  'changes(http_requests_total[5m])',
  'delta(lag_seconds{job="orders"}[10m])',
  'idelta(lag_seconds{job="orders"}[10m])',
  'sum(increase(http_requests_total[5m]))',
  'sum by (job) (rate(http_requests_total[5m]))',
  'sum without (instance, status) (rate(http_requests_total[5m]))',
  'avg by (status) (http_requests_total)',
  'min(http_requests_total) by (job)',
  'max by (job) (lag_seconds)',
  'count by (job, status) (http_requests_total)',
  'group by (job) (http_requests_total)',
  'last_over_time(lag_seconds[5m])',
  'last_over_time(http_requests_total[1h] offset 5m)',
  'max_over_time(lag_seconds[7m])',
  'min_over_time(http_requests_total[5m])',
  'sum_over_time(lag_seconds[5m])',
  'avg_over_time(lag_seconds{job="orders"}[5m])',
  'count_over_time(http_requests_total[5m])',
  'present_over_time(http_requests_total[5m])',
  'absent(http_requests_total{job="orders",status="503"})',
  'absent(nothing{job="x",zone=~"a",zone!="b"})',
  'absent_over_time(http_requests_total{status="503"}[10m])',
  'sum(rate(http_requests_total{status=~"5.."}[5m])) / sum(rate(http_requests_total[5m]))',
  'sum by (job) (rate(http_requests_total{status=~"5.."}[5m])) / on (job) sum by (job) (rate(http_requests_total[5m]))',
  'rate(http_requests_total[5m]) / ignoring (status, path, instance) group_left sum by (job) (rate(http_requests_total[5m]))',
  'rate(http_requests_total[5m]) * on (job) group_left (team) owner',
  'owner * on (job) group_right (team) rate(http_requests_total[5m])',
  'lag_seconds > 4',
  'lag_seconds > bool 4',
  '5 <= lag_seconds',
  'lag_seconds >= -Inf',
  'lag_seconds == lag_seconds',
  '2 * lag_seconds - 1 / (lag_seconds % 3) ^ 2',
  '-2 ^ 2',
  '-lag_seconds',
  'lag_seconds and on (job) owner{team="red"}',
  'lag_seconds unless on (job) owner{team="red"}',
  'lag_seconds or owner',
  'http_requests_total{status="200"} unless ignoring (status) http_requests_total{status="404"}',
  'scalar(sum(lag_seconds{job="orders"})) + vector(1)',
  'scalar(http_requests_total) * 2',
  'vector(time())',
  'clamp_max(lag_seconds, 3)',
  'clamp_min(lag_seconds, 3)',
  'clamp(lag_seconds, 2, 4)',
  'round(lag_seconds, 0.5)',
  'ceil(abs(-lag_seconds))',
  'sum_over_time(lag_seconds[30m:5m])',
  'max_over_time(rate(http_requests_total[5m])[20m:1m])',
  'count_over_time((lag_seconds >= -Inf)[5m:1m])',
  'sum(count_over_time((lag_seconds <= 0.3)[5m:1m]))',
  'sum_over_time((lag_seconds >= -Inf)[5m:1m] offset 2m)',
  'label_replace(lag_seconds, "slo_part", "good:0:grown", "", "")',
  'label_replace(lag_seconds, "half", "$1", "job", "(..).*")',
  'label_replace(lag_seconds, "job", "", "job", "cart")',
  'sum(http_requests_total{job="nobody"}) or vector(0)',
  `label_replace(sum by (job) (last_over_time(${S}[5m]) - last_over_time(${S}[1h] offset 5m)), "slo_part", "good:0:grown", "", "")`,
  `sum by (job) ((last_over_time(${S}[5m]) - min_over_time(${S}[5m])) unless last_over_time(${S}[1h] offset 5m))`,
  `sum by (job) ((min_over_time(${S}[5m]) unless last_over_time(${S}[1h] offset 5m)) and on (job, instance) (last_over_time(${T}[5m]) and last_over_time(${T}[1h] offset 5m)))`,
];

const grids: Grid[] = [
  { start: start + hour, step: 300_000, count: 24 },
  // Begins before all samples, at odd times.
  { start: start - 61_234, step: 47_000, count: 240 },
];

interface Answer {
  status: string;
  error?: string;
  data: { result: Array<{ metric: Labels; values: Array<[number, string]> }> };
}

function points(result: Answer['data']['result']): Map<string, number> {
  const all = new Map<string, number>();
  for (const { metric, values } of result) {
    const labels = JSON.stringify(Object.entries(metric).sort());
    for (const [time, value] of values) {
      all.set(`${labels} at ${time}`, Number(value.replace('Inf', 'Infinity')));
    }
  }
  return all;
}

function differences(ours: Map<string, number>, theirs: Map<string, number>) {
  const found: string[] = [];
  for (const key of new Set([...ours.keys(), ...theirs.keys()])) {
    const [our, their] = [ours.get(key), theirs.get(key)];
    const near =
      our !== undefined &&
      their !== undefined &&
      (Object.is(our, their) ||
        Math.abs(our - their) <= 1e-9 * Math.max(1, Math.abs(their)));
    if (!near) {
      found.push(`${key}: ${our}, Prometheus ${their}`);
    }
  }
  return found;
}

describe('the evaluator and a real Prometheus', () => {
  let real: RealPrometheus | undefined;

  beforeAll(async () => {
    const found = await findPrometheus();
    if ('reason' in found) {
      if (process.env.CI === 'true') {
        throw new Error(found.reason);
      }
      process.stderr.write(`skipped: ${found.reason}\n`);
      return;
    }
    real = await startPrometheus(found.program, sample);
  });
  afterAll(() => real?.stop());

  it.each(queries)('agree on %s', async query => {
    if (!real) {
      return;
    }
    const semantics = real.major >= 3 ? 3 : 2;
    for (const grid of grids) {
      const parameters = new URLSearchParams({
        query,
        start: String(grid.start / 1000),
        end: String((grid.start + grid.step * (grid.count - 1)) / 1000),
        step: String(grid.step / 1000),
      });
      const response = await fetch(
        `${real.url}/api/v1/query_range?${parameters}`,
      );
      const theirs = (await response.json()) as Answer;
      expect(theirs.error).toBeUndefined();
      const evaluator = new Evaluator(
        { source, semantics, lookback: 300_000 },
        grid,
      );
      const ours = rangeData(evaluator.evaluate(parsePromql(query)), grid);
      expect(
        differences(
          points(ours.result as Answer['data']['result']),
          points(theirs.data.result),
        ),
      ).toEqual([]);
    }
  });

  it.each([
    'http_requests_total + on (job) http_requests_total',
    'rate(http_requests_total{job="orders"}[5m]) / on (job) group_left http_requests_total',
    'sum(http_requests_total',
    'foo(http_requests_total)',
    'rate(http_requests_total)',
    '{job=~".*"}',
    'http_requests_total{job=~"("}',
    '1 > 2',
    'lag_seconds[5m] + 1',
    'http_requests_total and 1',
    '',
  ])('both refuse %s', async query => {
    const grid = grids[0];
    const evaluator = new Evaluator(
      { source, semantics: 3, lookback: 300_000 },
      grid,
    );
    let errorType: string | undefined;
    try {
      evaluator.evaluate(parsePromql(query));
    } catch (error) {
      errorType = (error as { errorType?: string }).errorType;
    }
    expect(errorType).toBeDefined();
    if (real) {
      const parameters = new URLSearchParams({
        query,
        start: String(grid.start / 1000),
        end: String(grid.start / 1000 + 7200),
        step: '300',
      });
      const response = await fetch(
        `${real.url}/api/v1/query_range?${parameters}`,
      );
      expect(await response.json()).toMatchObject({
        status: 'error',
        errorType,
      });
    }
  });
});
