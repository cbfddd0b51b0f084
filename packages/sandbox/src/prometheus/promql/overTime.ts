import { extrapolated, type Semantics } from './counters';
import type { Samples, Series, Summary } from './series';

/** A range: a series from `from` (excluded by Prometheus 3) to `to`, in milliseconds. */
export interface Range {
  /** Beginning by the query; extrapolation goes to it. */
  from: number;
  /** First millisecond of which samples count. */
  first: number;
  to: number;
  semantics: Semantics;
}

/** A function of a range; undefined where there is no result. */
export type RangeFunction = (
  series: Series,
  range: Range,
) => number | undefined;

function counter(perSecond: boolean, isCounter: boolean): RangeFunction {
  return (series, { from, first, to, semantics }) => {
    const window = series.summary(first, to);
    const value =
      window && extrapolated(window, from, to, isCounter, semantics);
    return value !== undefined && perSecond
      ? value / ((to - from) / 1000)
      : value;
  };
}

function over(fold: (samples: Samples) => number | undefined): RangeFunction {
  return (series, { first, to }) => {
    const samples = series.samples(first, to);
    return samples.times.length > 0 ? fold(samples) : undefined;
  };
}

function instant(perSecond: boolean, isCounter: boolean): RangeFunction {
  return over(({ times, values }) => {
    const last = values.length - 1;
    if (last < 1) {
      return undefined;
    }
    const reset = isCounter && values[last] < values[last - 1];
    const growth = reset ? values[last] : values[last] - values[last - 1];
    return perSecond
      ? growth / ((times[last] - times[last - 1]) / 1000)
      : growth;
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function summed(pick: (summary: Summary) => number): RangeFunction {
  return (series, { first, to }) => {
    const summary = series.summary(first, to);
    return summary && pick(summary);
  };
}

function changes(values: readonly number[]): number {
  return values.filter((value, index) => {
    const previous = values[index - 1];
    return (
      index > 0 &&
      value !== previous &&
      !(Number.isNaN(value) && Number.isNaN(previous))
    );
  }).length;
}

/** Functions of one range; all drop the name of the metric but `last_over_time`. */
export const rangeFunctions: Readonly<Record<string, RangeFunction>> = {
  rate: counter(true, true),
  increase: counter(false, true),
  delta: counter(false, false),
  irate: instant(true, true),
  idelta: instant(false, false),
  resets: (series, { first, to }) => series.resets(first, to),
  changes: over(({ values }) => changes(values)),
  sum_over_time: over(({ values }) => sum(values)),
  avg_over_time: over(({ values }) => sum(values) / values.length),
  min_over_time: (series, { first, to }) => series.least(first, to),
  max_over_time: summed(summary => summary.largest),
  count_over_time: (series, { first, to }) => series.count(first, to),
  present_over_time: summed(() => 1),
  // Only whether there is anything; what is absent is its caller's business.
  absent_over_time: summed(() => 1),
  last_over_time: (series, { first, to }) => series.last(first, to),
};
