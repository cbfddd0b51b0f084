import { labelsTest } from '../matchers';
import { SampledSeries } from '../SampledSeries';
import type { Labels, Samples, SeriesSource } from '../series';

/** When the samples begin. */
export const start = Date.parse('2026-03-10T00:00:00Z');
export const hour = 3_600_000;

/** A series with its samples. */
export interface Sample {
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

/** Counters with resets, gaps, births and ends, and gauges with NaN. */
export const sample: Sample[] = [
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

/** The samples as a source of series. */
export const source: SeriesSource = {
  select: matchers => {
    const fits = labelsTest(matchers);
    return sample
      .filter(({ labels }) => fits(labels))
      .map(({ labels, samples }) => new SampledSeries(labels, samples));
  },
};
