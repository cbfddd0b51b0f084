import type { Indicator, RatioIndicator, RawRatioIndicator } from '../../types';
import { hasWindowPlaceholder } from '../promql';
import type { Located } from '../yaml/Located';
import { readMetric, type MetricContext } from './metricQuery';
import type { Registry } from './Registry';
import type { Objective, SliSpec } from './schema';

type RatioSpec = NonNullable<SliSpec['ratioMetric']>;

/** What an indicator is read for. */
export interface IndicatorContext {
  registry: Registry;
  names: string[];
}

function readRaw(
  ratio: Located<RatioSpec>,
  context: MetricContext,
): RawRatioIndicator | undefined {
  const { raw, rawType, good, bad, total } = ratio.value;
  if (good || bad || total) {
    return ratio.error(
      'has raw and also good, bad or total: keep raw with rawType, or a pair such as good and total',
    );
  }
  if (!rawType) {
    return ratio
      .at('rawType')
      .error(
        'is missing: write success if raw is good/total, failure if it is bad/total',
      );
  }
  const query = raw && ratio.optional('raw');
  const metric = query && readMetric(query, { ...context, role: 'value' });
  return metric && { kind: 'raw-ratio', rawType, raw: metric };
}

function readPair(
  ratio: Located<RatioSpec>,
  context: IndicatorContext,
): RatioIndicator | undefined {
  const { good, bad, total, counter = false, rawType } = ratio.value;
  if (rawType) {
    return ratio.at('rawType').error('has no meaning without raw: remove it');
  }
  if (Boolean(good) === Boolean(bad)) {
    return ratio.error(
      good
        ? 'has good and bad: keep one of them, the other follows from total'
        : 'has neither good nor bad: write one of them, and total',
    );
  }
  if (!total) {
    return ratio
      .at('total')
      .error('is missing: write the query for all events, good and bad');
  }
  const role = counter ? 'counter' : 'count';
  const part = ratio.optional(good ? 'good' : 'bad');
  const whole = ratio.optional('total');
  const counted = part && readMetric(part, { ...context, role });
  const all = whole && readMetric(whole, { ...context, role });
  if (!counted || !all) {
    return undefined;
  }
  if (counted.type !== all.type || counted.server !== all.server) {
    return ratio.error(
      'asks two data sources, whose clocks and gaps differ: take both queries from one',
    );
  }
  if (hasWindowPlaceholder(counted.query) !== hasWindowPlaceholder(all.query)) {
    return ratio.error(
      'uses the placeholder of the window in one query and not in the other, so that they would cover different times: use it in both',
    );
  }
  return {
    kind: 'ratio',
    counter,
    ...(good ? { good: counted } : { bad: counted }),
    total: all,
  };
}

/**
 * Reads an indicator for one objective. Problems of the indicator are reported
 * where it stands, those of the objective at the objective.
 */
export function readIndicator(
  sli: Located<SliSpec>,
  objective: Located<Objective>,
  context: IndicatorContext,
): Indicator | undefined {
  const threshold = sli.optional('thresholdMetric');
  const ratio = sli.optional('ratioMetric');
  if (Boolean(threshold) === Boolean(ratio)) {
    return sli.error(
      threshold
        ? 'has thresholdMetric and ratioMetric: an indicator is one of them'
        : 'has neither ratioMetric nor thresholdMetric: write one of them',
    );
  }
  const { op, value } = objective.value;
  if (ratio) {
    if (op !== undefined || value !== undefined) {
      return objective
        .at(op === undefined ? 'value' : 'op')
        .error(
          'belongs to a thresholdMetric, and this objective counts a ratio: remove it',
        );
    }
    return ratio.value.raw
      ? readRaw(ratio, { ...context, role: 'value' })
      : readPair(ratio, context);
  }
  if (op === undefined || value === undefined) {
    return objective
      .at(op === undefined ? 'op' : 'value')
      .error(
        'is missing: a thresholdMetric needs op and value, for example op: lte and value: 0.2',
      );
  }
  const metric =
    threshold && readMetric(threshold, { ...context, role: 'value' });
  return metric && { kind: 'threshold', metric, op, value };
}
