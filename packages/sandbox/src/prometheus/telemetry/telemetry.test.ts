import fc from 'fast-check';
import { countResets, summarize } from '../promql/SampledSeries';
import type { Series } from '../promql/series';
import { DAY_MS } from './time';
import {
  epoch,
  historyOf,
  model,
  reliability,
  telemetryOf,
  valueAt,
  where,
} from './__testUtils__/company';

const now = epoch * 1000;
const hour = 3_600_000;

/** Series of busy, quiet and nightly components, with all their lives. */
function someSeries(from: number): Series[] {
  const telemetry = telemetryOf().at(now);
  return [
    where({
      __name__: 'http_server_request_duration_seconds_count',
      job: 'order-service',
    }),
    where({
      __name__: 'http_server_request_duration_seconds_bucket',
      job: 'legacy-monolith',
      le: '0.5',
    }),
    where({
      __name__: 'messaging_message_age_seconds_count',
      job: 'privacy-request-worker',
    }),
    where({
      __name__: 'messaging_settled_messages_total',
      job: 'payment-reconciliation',
    }),
    where({
      __name__: 'messaging_consumer_lag_seconds',
      job: 'search-indexer',
    }),
  ].flatMap(matchers => telemetry.select(matchers, from, now));
}

describe('series of the model', () => {
  const from = now - 20 * DAY_MS;
  const series = someSeries(from);

  it('sum up as their samples do', () => {
    let restarts = 0;
    fc.assert(
      fc.property(
        fc.nat(series.length - 1),
        fc.integer({ min: from, max: now + hour }),
        fc.integer({ min: 1, max: 3 * hour }),
        (index, end, length) => {
          const one = series[index];
          const samples = one.samples(end - length, end);
          const summary = summarize(samples);
          expect(one.summary(end - length, end)).toEqual(summary);
          expect(one.last(end - length, end)).toBe(summary?.lastValue);
          expect(one.resets(end - length, end)).toBe(
            countResets(samples.values),
          );
          restarts += one.resets(end - length, end) ?? 0;
        },
      ),
      { numRuns: 1000 },
    );
    // All restarts of the 20 days, at which the shortcuts are hardest to get right.
    for (const one of series.filter(
      ({ labels }) => labels.job === 'order-service',
    )) {
      const samples = one.samples(from, now);
      expect(one.summary(from, now)).toEqual(summarize(samples));
      restarts += one.resets(from, now) ?? 0;
    }
    expect(restarts).toBeGreaterThan(5);
  });

  it('are scraped every 15 s, with gaps, never in the future, no longer than kept', () => {
    const [one] = series;
    const { times } = one.samples(0, Infinity);
    expect(new Set(times.map(time => time % 15_000)).size).toBe(1);
    expect(Math.max(...times)).toBeLessThanOrEqual(now);
    const oldest = telemetryOf()
      .at(now)
      .select(
        where({
          __name__: 'http_server_request_duration_seconds_count',
          job: 'order-service',
        }),
        0,
        now - 94 * DAY_MS,
      )
      .flatMap(old => old.samples(0, now)?.times[0] ?? []);
    expect(Math.min(...oldest)).toBeGreaterThanOrEqual(now - 95 * DAY_MS);
    expect(Math.min(...oldest)).toBeLessThan(now - 94.9 * DAY_MS);
  });

  it('go stale at once when the pod ends', () => {
    const ended = series.find(
      one =>
        one.samples(from, now).times.length > 0 &&
        one.latest(now - 60_000, now) === undefined,
    );
    const last = ended?.samples(from, now).times.pop() ?? 0;
    expect(ended?.latest(last - 300_000, last)).toBeDefined();
    expect(ended?.latest(last - 270_000, last + 30_000)).toBeUndefined();
    expect(ended?.last(last - 270_000, last + 30_000)).toBeDefined();
  });

  it('are the same whoever asks, in whatever order, before and after a restart', () => {
    const query =
      'sum by (job) (rate(http_server_request_duration_seconds_count{job="payment-service"}[5m]))';
    const times = Array.from(
      { length: 12 },
      (_, index) => epoch - index * 100_000,
    );
    const first = telemetryOf();
    const second = telemetryOf();
    const forwards = times.map(time => valueAt(first, query, time));
    const backwards = [...times]
      .reverse()
      .map(time => valueAt(second, query, time));
    expect(backwards.reverse()).toEqual(forwards);
    expect(forwards.every(value => value !== undefined && value > 1)).toBe(
      true,
    );
  });

  it('change only where a later start lets something burn', () => {
    const later = epoch + 3 * 86_400;
    const history = historyOf({ epoch, starts: [epoch, later] });
    const query =
      'sum(increase(http_server_request_duration_seconds_count{job="order-service",status_code=~"5.."}[1h]))';
    const before = later - 3 * 3600;
    expect(valueAt(telemetryOf(history), query, before)).toBe(
      valueAt(telemetryOf(), query, before),
    );
    expect(valueAt(telemetryOf(history), query, later)).toBeGreaterThan(
      3 * (valueAt(telemetryOf(), query, later) ?? Infinity),
    );
  });

  it('never have more in a bucket than in a wider one, nor lose an event', () => {
    const telemetry = telemetryOf().at(now);
    const select = (labels: Record<string, string>) =>
      telemetry.select(
        where({ job: 'search-service', ...labels }),
        now - DAY_MS,
        now,
      );
    const name = 'http_server_request_duration_seconds';
    const bounds = ['0.1', '0.2', '0.3', '1.0', '5.0', '+Inf'];
    const counts = select({ __name__: `${name}_count` });
    expect(counts.length).toBeGreaterThan(5);
    for (const count of counts) {
      const { pod, method, status_code } = count.labels;
      const buckets = bounds.flatMap(le =>
        select({ __name__: `${name}_bucket`, pod, method, status_code, le }),
      );
      expect(buckets).toHaveLength(bounds.length);
      for (let time = now - DAY_MS; time < now; time += 617_003) {
        const inside = (one: Series) =>
          one.summary(time, time + 300_000)?.increase ?? 0;
        const grown = [...buckets.map(inside), inside(count)];
        expect(grown).toEqual([...grown].sort((a, b) => a - b));
        expect(grown[bounds.length - 1]).toBe(grown[bounds.length]);
      }
    }
  });
});

describe('what the telemetry has', () => {
  const telemetry = telemetryOf();
  const count = (selector: string) =>
    valueAt(telemetry, `count(${selector})`, epoch);

  it('every objective names series that exist, but for those that the story wants lost', () => {
    const lost = reliability.slos
      .flatMap(({ name, indicator }) => {
        const queries =
          indicator.kind === 'ratio'
            ? [indicator.good ?? '', indicator.total]
            : [indicator.query];
        return queries.map(query => ({ name, query }));
      })
      .filter(({ query }) => valueAt(telemetry, query, epoch) === undefined)
      .map(({ name }) => name);
    expect([...new Set(lost)].sort()).toEqual([
      'fraud-signal-worker-learning',
      'message-template-service-correctness',
    ]);
  });

  it('follows the day of the customers, and grows', () => {
    const rate = (time: number) =>
      valueAt(
        telemetry,
        'sum(rate(http_server_request_duration_seconds_count{job="storefront-bff",region="us-east-1"}[1h]))',
        time,
      ) ?? 0;
    // 19:00 and 05:00 in New York.
    const evening = rate(epoch - 15 * 3600);
    const morning = rate(epoch - 5 * 3600);
    expect(evening).toBeGreaterThan(2 * morning);
    expect(evening).toBeGreaterThan(
      1.2 * rate(epoch - 15 * 3600 - 70 * 86_400),
    );
  });

  it('labels success by the absence of an error type', () => {
    expect(
      count(
        'messaging_process_duration_seconds_count{job="search-indexer",error_type=""}',
      ),
    ).toBeGreaterThan(0);
    expect(
      count(
        'messaging_process_duration_seconds_count{job="search-indexer",error_type="timeout"}',
      ),
    ).toBeGreaterThan(0);
  });

  it('admits services that people create, a while after', () => {
    const since = now + 240_000;
    const withGuest = telemetryOf(historyOf(), () => [
      { name: 'gift-service', team: 'orders', since },
    ]);
    const query =
      'sum(rate(http_server_request_duration_seconds_count{job="gift-service",namespace="orders"}[5m]))';
    expect(valueAt(withGuest, query, epoch + 200)).toBeUndefined();
    expect(valueAt(withGuest, query, epoch + 900)).toBeGreaterThan(0);
  });

  it('is there for a company of any scale', () => {
    expect(new Set(reliability.streams.map(({ id }) => id)).size).toBe(
      reliability.streams.length,
    );
    expect(
      model.components.every(({ name }) =>
        reliability.slos.some(({ component }) => component === name),
      ),
    ).toBe(true);
  });
});
