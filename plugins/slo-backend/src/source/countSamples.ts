import { SLICE_SECONDS } from '@arctiq/plugin-slo-common';
import { LOOK_BACK_MINUTES } from './promql/counterQuery';
import type { Series } from './PrometheusClient';

const LOOK_BACK = LOOK_BACK_MINUTES * 60;

/**
 * Counts what the series of a counter grew in the slice (end - 300, end], from
 * their samples. The same rules as the query of `buildCounterQuery`, and resets
 * besides: after one, the whole value counts.
 *
 * @param series - of the counter
 * @param witnesses - series of the counter of the total; a target that one of
 *   them shows to be scraped before makes the first sample of a new series count
 * @param end - Unix seconds
 * @returns undefined when no series has a sample in the slice
 */
export function countSamples(
  series: readonly Series[],
  witnesses: readonly Series[],
  end: number,
): number | undefined {
  const start = end - SLICE_SECONDS;
  const scraped = new Set(
    witnesses
      .filter(
        witness =>
          lastBefore(witness, start) !== undefined &&
          witness.times.some(time => time > start && time <= end),
      )
      .map(toTarget),
  );
  let sum: number | undefined;
  for (const one of series) {
    let previous = lastBefore(one, start);
    for (const [index, time] of one.times.entries()) {
      if (time > start && time <= end) {
        const value = one.values[index];
        previous ??= scraped.has(toTarget(one)) ? 0 : value;
        sum = (sum ?? 0) + (value < previous ? value : value - previous);
        previous = value;
      }
    }
  }
  return sum;
}

/** The last value at or before a time, unless the series was silent for too long. */
function lastBefore(series: Series, time: number): number | undefined {
  for (let index = series.times.length - 1; index >= 0; index--) {
    if (series.times[index] <= time) {
      return series.times[index] > time - LOOK_BACK
        ? series.values[index]
        : undefined;
    }
  }
  return undefined;
}

function toTarget({ labels }: Series): string {
  return JSON.stringify([labels.job, labels.instance]);
}
