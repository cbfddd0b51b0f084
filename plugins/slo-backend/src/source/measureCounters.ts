import type { Slice, TimeRange } from '@arctiq/plugin-slo-common';
import { QueryError } from './errors';
import { Grid, sliceEnds } from './Grid';
import type { PrometheusClient } from './PrometheusClient';
import type { CounterPlan, CountRole } from './promql/counterPlan';
import { buildCounterQuery } from './promql/counterQuery';
import { recount } from './recount';
import {
  emptyCounts,
  toSlice,
  unmeasured,
  withReason,
  type SliceCounts,
} from './toSlice';

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
  const ends = sliceEnds(range);
  for (const plan of plans) {
    const readers = readersOf(plan, grid);
    const counts = new Map<number, SliceCounts>();
    for (const end of ends) {
      counts.set(end, readCounts(plan, readers, end));
    }
    const strange = ends.filter(end =>
      readers.some(one => isStrange(one, end)),
    );
    const recounted = await tryRecount(client, plan, strange, signal);
    slices.set(
      plan.key,
      [...counts].map(([end, found]) =>
        typeof recounted === 'string' && strange.includes(end)
          ? unmeasured(end, recounted)
          : withReason(
              toSlice(end, takeFrom(recounted, end) ?? found),
              answer.warnings,
            ),
      ),
    );
  }
  return slices;
}

/**
 * Counts slices from samples.
 *
 * @returns or why they cannot be read: no reason to wait for the other slices
 * @throws QueryError when the server cannot be asked now
 */
async function tryRecount(
  client: PrometheusClient,
  plan: CounterPlan,
  ends: readonly number[],
  signal: AbortSignal,
): Promise<Map<number, SliceCounts> | string> {
  try {
    return await recount(client, plan, ends, signal);
  } catch (error) {
    if (error instanceof QueryError && error.kind === 'too-much') {
      return `A counter was reset, and its samples cannot be read: ${error.message}`;
    }
    throw error;
  }
}

function takeFrom(recounted: Map<number, SliceCounts> | string, end: number) {
  return typeof recounted === 'string' ? undefined : recounted.get(end);
}

type Values = ReadonlyMap<number, number>;

/** The parts of the answer for one counter of an objective. */
interface Reader {
  role: CountRole;
  sign: number;
  grown: Values;
  born: Values;
  first: Values;
  resets: Values;
  resetsBefore: Values;
  absent: Values;
}

function readersOf(plan: CounterPlan, grid: Grid): Reader[] {
  const group = plan.labels.map(([, value]) => value);
  return plan.roles.flatMap(({ role, terms }) =>
    terms.map(({ sign }, index) => {
      function part(name: string) {
        return grid.part(group, `${role}:${index}:${name}`);
      }
      return {
        ...{ role, sign, grown: part('grown'), born: part('born') },
        ...{ first: part('first'), resets: part('resets') },
        ...{ resetsBefore: part('resets-before'), absent: part('absent') },
      };
    }),
  );
}

function readCounts(
  plan: CounterPlan,
  readers: readonly Reader[],
  end: number,
): SliceCounts {
  const counts = emptyCounts(plan.roles);
  for (const { role, sign, grown, born, first } of readers) {
    const old = grown.get(end);
    const fresh = born.get(end);
    if (old !== undefined || fresh !== undefined) {
      const count = (old ?? 0) + (fresh ?? 0) + (first.get(end) ?? 0);
      counts[role] = (counts[role] ?? 0) + sign * count;
    }
  }
  return counts;
}

/** Whether only the samples tell what was counted. */
function isStrange(reader: Reader, end: number): boolean {
  const { resets, resetsBefore, absent } = reader;
  return (
    (resets.get(end) ?? 0) > (resetsBefore.get(end) ?? 0) ||
    (absent.get(end) ?? 0) > 0
  );
}
