import type { Slice, TimeRange } from '@arctiq/plugin-slo-common';
import { Grid, sliceEnds } from './Grid';
import type { PrometheusClient } from './PrometheusClient';
import type { CounterPlan } from './promql/counterPlan';
import { buildCounterQuery } from './promql/counterQuery';
import { recount } from './recount';
import { toSlice, withReason, type SliceCounts } from './toSlice';

/**
 * Counts objectives of one shape with one query, and reads the samples of those
 * whose counters were reset.
 *
 * @returns slices by key
 * @throws QueryError
 */
export async function measureCounters(
  client: PrometheusClient,
  plans: readonly CounterPlan[],
  range: TimeRange,
  signal: AbortSignal,
): Promise<Map<string, Slice[]>> {
  const answer = await client.atSlices(buildCounterQuery(plans), range, signal);
  const grid = new Grid(
    answer.series,
    plans[0].labels.map(([label]) => label),
  );
  const slices = new Map<string, Slice[]>();
  for (const plan of plans) {
    const counts = new Map<number, SliceCounts>();
    const reset: number[] = [];
    for (const end of sliceEnds(range)) {
      const found = readCounts(plan, grid, end);
      counts.set(end, found.counts);
      if (found.reset) {
        reset.push(end);
      }
    }
    const recounted = await recount(client, plan, reset, signal);
    slices.set(
      plan.key,
      [...counts].map(([end, found]) =>
        withReason(toSlice(end, recounted.get(end) ?? found), answer.warnings),
      ),
    );
  }
  return slices;
}

function readCounts(plan: CounterPlan, grid: Grid, end: number) {
  const group = plan.labels.map(([, value]) => value);
  const counts = emptyCounts(plan);
  let reset = false;
  for (const { role, terms } of plan.roles) {
    for (const [index, { sign }] of terms.entries()) {
      const [grown, born, first, resets, before, absent] = [
        ...['grown', 'born', 'first', 'resets', 'resets-before', 'absent'],
      ].map(part => grid.at(group, `${role}:${index}:${part}`, end));
      if (grown !== undefined || born !== undefined) {
        const count = (grown ?? 0) + (born ?? 0) + (first ?? 0);
        counts[role] = (counts[role] ?? 0) + sign * count;
      }
      reset ||= (resets ?? 0) > (before ?? 0) || (absent ?? 0) > 0;
    }
  }
  return { counts, reset };
}

/** Counts of an objective in which nothing was found. */
export function emptyCounts(plan: CounterPlan): SliceCounts {
  const bad = plan.roles.some(({ role }) => role === 'bad');
  return { counts: bad ? 'bad' : 'good' };
}
