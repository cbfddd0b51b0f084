import {
  COUNT_SCALE,
  SLICE_SECONDS,
  type Indicator,
  type RatioIndicator,
  type Slice,
  type TimeRange,
} from '@arctiq/plugin-slo-common';
import { Grid, sliceEnds } from './Grid';
import type { PrometheusClient } from './PrometheusClient';
import { LOOK_BACK_MINUTES } from './promql/counterQuery';
import { buildExpressionQuery } from './promql/expressionQuery';
import { fillWindow, isRate } from './promql/parseCounter';
import { toSlice, unmeasured, withReason, type SliceCounts } from './toSlice';

type Reader = (part: string, end: number) => number | undefined;

/**
 * Measures one objective whose queries are not made of counters.
 *
 * @throws QueryError
 */
export async function measureExpression(
  client: PrometheusClient,
  indicator: Indicator,
  range: TimeRange,
  signal: AbortSignal,
): Promise<Slice[]> {
  const counter = indicator.kind === 'ratio' && indicator.counter;
  const from = range.from - (counter ? LOOK_BACK_MINUTES * 60 : 0);
  const answer = await client.atSlices(
    buildExpressionQuery(indicator),
    { from, to: range.to },
    signal,
  );
  const grid = new Grid(answer.series, []);
  function read(part: string, end: number) {
    return grid.part([], part).get(end);
  }
  return sliceEnds(range).map(end =>
    withReason(readSlice(indicator, read, end), answer.warnings),
  );
}

function readSlice(indicator: Indicator, read: Reader, end: number): Slice {
  switch (indicator.kind) {
    case 'ratio':
      return toSlice(end, readRatio(indicator, read, end));
    case 'threshold':
      return toSlice(end, {
        counts: 'good',
        // No sample is good: the query keeps none then, and answers nothing.
        good: read('good', end) ?? 0,
        total:
          read('all', end) === undefined ? undefined : read('total', end) ?? 0,
      });
    default:
      return readRawRatio(indicator.rawType, read, end);
  }
}

function readRatio(
  indicator: RatioIndicator,
  read: Reader,
  end: number,
): SliceCounts {
  const counts: SliceCounts = { counts: indicator.bad ? 'bad' : 'good' };
  for (const role of ['good', 'bad', 'total'] as const) {
    const query = indicator[role]?.query;
    if (query !== undefined) {
      const rate = isRate(fillWindow(query));
      const value = indicator.counter
        ? growth(part => read(role, part), end)
        : read(role, end);
      counts[role] =
        value !== undefined && rate ? value * SLICE_SECONDS : value;
    }
  }
  return counts;
}

/**
 * What a monotone expression grew in a slice. A drop is a reset; what was
 * counted between the last look and the reset is not seen.
 */
function growth(
  read: (end: number) => number | undefined,
  end: number,
): number | undefined {
  const now = read(end);
  if (now === undefined) {
    return undefined;
  }
  const oldest = end - LOOK_BACK_MINUTES * 60;
  for (let time = end - SLICE_SECONDS; time >= oldest; time -= SLICE_SECONDS) {
    const before = read(time);
    if (before !== undefined) {
      return now < before ? now : now - before;
    }
  }
  return 0;
}

/** A ratio that is there already: every sample of a minute is one event. */
function readRawRatio(
  rawType: 'success' | 'failure',
  read: Reader,
  end: number,
): Slice {
  const count = read('count', end);
  if (read('all', end) === undefined) {
    return { end, state: 'no-data', good: 0, total: 0 };
  }
  if (!count) {
    return { end, state: 'no-traffic', good: 0, total: 0 };
  }
  const [sum = NaN, min = NaN, max = NaN] = ['sum', 'min', 'max'].map(part =>
    read(part, end),
  );
  if (!(min >= 0 && max <= 1)) {
    return unmeasured(
      end,
      `The ratio lay between ${min} and ${max}; it must be between 0 and 1. Divide a percentage by 100.`,
    );
  }
  const total = Math.round(count * COUNT_SCALE);
  const share = Math.min(total, Math.round(sum * COUNT_SCALE));
  const good = rawType === 'success' ? share : total - share;
  return { end, state: 'measured', good, total };
}
