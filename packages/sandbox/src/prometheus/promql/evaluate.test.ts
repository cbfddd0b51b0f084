import {
  findPrometheus,
  type RealPrometheus,
  startPrometheus,
} from '../__testUtils__/realPrometheus';
import { rangeData } from '../format';
import { Evaluator } from './evaluate';
import { parsePromql } from './parse';
import { hour, sample, source, start } from './__testUtils__/sampleSeries';
import type { Labels } from './series';
import type { Grid } from './values';

// Prometheus is started, and installed where it is not there.
jest.setTimeout(300_000);

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
  `sum by (job) (resets(${T}[65m])) > 0`,
  `sum by (job) (count_over_time(${S}[10m]) < bool on (job, instance) group_left () max by (job, instance) (count_over_time(${T}[10m])) and last_over_time(${S}[1h] offset 5m)) > 0`,
  `(min_over_time(${S}[5m]) unless last_over_time(${S}[1h] offset 5m)) and (count_over_time(${S}[5m]) < on (job, instance) group_left () max by (job, instance) (count_over_time(${T}[5m])))`,
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
    const parameters = new URLSearchParams({
      query,
      start: String(grid.start / 1000),
      end: String(grid.start / 1000 + 7200),
      step: '300',
    });
    const theirs = real
      ? await (
          await fetch(`${real.url}/api/v1/query_range?${parameters}`)
        ).json()
      : { status: 'error', errorType };
    expect(theirs).toMatchObject({ status: 'error', errorType });
  });
});
