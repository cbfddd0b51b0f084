import { SLICE_SECONDS } from '@arctiq/plugin-slo-common';
import { countSamples } from './countSamples';
import type { PrometheusClient, Series } from './PrometheusClient';
import type { CounterPlan } from './promql/counterPlan';
import { buildSampleQuery, LOOK_BACK_MINUTES } from './promql/counterQuery';
import { emptyCounts, type SliceCounts } from './toSlice';

/** Slices whose samples are read with one query. */
const TOGETHER = 12;

/**
 * Counts single slices of an objective from the samples of its series.
 *
 * @param ends - ends of the slices, oldest first, Unix seconds
 * @throws QueryError
 */
export async function recount(
  client: PrometheusClient,
  plan: CounterPlan,
  ends: readonly number[],
  signal: AbortSignal,
): Promise<Map<number, SliceCounts>> {
  const counted = new Map<number, SliceCounts>();
  for (const stretch of stretches(ends)) {
    const samples = await readSamples(client, plan, stretch, signal);
    const witnesses = samples
      .filter(({ role }) => role === 'total')
      .flatMap(({ series }) => series);
    for (const end of stretch) {
      const counts = emptyCounts(plan.roles);
      for (const { role, sign, series } of samples) {
        const count = countSamples(series, witnesses, end);
        if (count !== undefined) {
          counts[role] = (counts[role] ?? 0) + sign * count;
        }
      }
      counted.set(end, counts);
    }
  }
  return counted;
}

async function readSamples(
  client: PrometheusClient,
  plan: CounterPlan,
  stretch: readonly number[],
  signal: AbortSignal,
) {
  const last = stretch[stretch.length - 1];
  const minutes = (last - stretch[0] + SLICE_SECONDS) / 60 + LOOK_BACK_MINUTES;
  const terms = plan.roles.flatMap(({ role, terms: ofRole }) =>
    ofRole.map(term => ({ role, ...term })),
  );
  return Promise.all(
    terms.map(async ({ role, sign, selector }) => {
      const query = buildSampleQuery(plan, selector, minutes);
      const answer = await client.samples(query, last, signal);
      const series: Series[] = answer.series;
      return { role, sign, series };
    }),
  );
}

/** Slices near each other, so that few queries read the samples of all. */
function stretches(ends: readonly number[]): number[][] {
  const found: number[][] = [];
  for (const end of ends) {
    const current = found[found.length - 1];
    if (current && end - current[0] < TOGETHER * SLICE_SECONDS) {
      current.push(end);
    } else {
      found.push([end]);
    }
  }
  return found;
}
