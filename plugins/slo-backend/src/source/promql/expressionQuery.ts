import type {
  Indicator,
  RatioIndicator,
  ThresholdIndicator,
} from '@arctiq/plugin-slo-common';
import { labelled } from './counterQuery';
import { fillWindow } from './parseCounter';

const OPERATORS: Record<ThresholdIndicator['op'], string> = {
  ...{ lte: '<=', gte: '>=', lt: '<', gt: '>' },
};

/** An event of a value is its sample of a minute. */
const MINUTES = '[5m:1m]';

/**
 * The query for what is not made of counters. NaN is taken out where samples
 * are counted (no number is `>= -Inf` except NaN) but stays in `all`, so that
 * "NaN only" (0/0: nothing happened) differs from "no series".
 */
export function buildExpressionQuery(indicator: Indicator): string {
  switch (indicator.kind) {
    case 'ratio':
      return buildRatio(indicator);
    case 'raw-ratio': {
      const e = `(${fillWindow(indicator.raw.query)})`;
      const numbers = `(${e} >= -Inf)${MINUTES}`;
      return join({
        all: `sum(count_over_time(${e}${MINUTES}))`,
        count: `sum(count_over_time(${numbers}))`,
        sum: `sum(sum_over_time(${numbers}))`,
        min: `min(min_over_time(${numbers}))`,
        max: `max(max_over_time(${numbers}))`,
      });
    }
    default: {
      const e = `(${fillWindow(indicator.metric.query)})`;
      const kept = `${e} ${OPERATORS[indicator.op]} ${indicator.value}`;
      return join({
        all: `sum(count_over_time(${e}${MINUTES}))`,
        total: `sum(count_over_time((${e} >= -Inf)${MINUTES}))`,
        good: `sum(count_over_time((${kept})${MINUTES}))`,
      });
    }
  }
}

function buildRatio(indicator: RatioIndicator): string {
  const parts: Record<string, string> = {};
  for (const role of ['good', 'bad', 'total'] as const) {
    const query = indicator[role]?.query;
    if (query !== undefined) {
      parts[role] = `sum(${fillWindow(query)})`;
    }
  }
  return join(parts);
}

function join(parts: Record<string, string>): string {
  return Object.entries(parts)
    .map(([part, expression]) => labelled(expression, part))
    .join('\nor ');
}
