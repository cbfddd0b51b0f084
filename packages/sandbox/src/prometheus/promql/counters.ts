import type { Summary } from './series';

/**
 * Which Prometheus is followed where versions differ: up to 2 a range holds a
 * sample at its very beginning, from 3 on it does not, and the order of the
 * limits of extrapolation changed.
 */
export type Semantics = 2 | 3;

/**
 * `increase` and `delta` of Prometheus: the growth between the first and the
 * last sample, extrapolated to the ends of the range where samples suggest that
 * the series went on (prometheus/promql/functions.go, `extrapolatedRate`).
 *
 * @param window - the samples in the range
 * @param from - beginning of the range, milliseconds
 * @param to - end of the range, milliseconds
 * @param counter - whether the value cannot have been below zero
 * @returns undefined with fewer than two samples
 */
export function extrapolated(
  window: Summary,
  from: number,
  to: number,
  counter: boolean,
  semantics: Semantics,
): number | undefined {
  if (window.samples < 2) {
    return undefined;
  }
  const growth = counter
    ? window.increase
    : window.lastValue - window.firstValue;
  const sampled = (window.lastTime - window.firstTime) / 1000;
  const average = sampled / (window.samples - 1);
  const threshold = average * 1.1;
  let toStart = (window.firstTime - from) / 1000;
  let toEnd = (to - window.lastTime) / 1000;
  if (semantics === 3 && toStart >= threshold) {
    toStart = average / 2;
  }
  if (counter && growth > 0 && window.firstValue >= 0) {
    // A counter cannot have been below zero: it began where the line meets it.
    toStart = Math.min(toStart, sampled * (window.firstValue / growth));
  }
  if (semantics === 2 && toStart >= threshold) {
    toStart = average / 2;
  }
  if (toEnd >= threshold) {
    toEnd = average / 2;
  }
  return growth * ((sampled + toStart + toEnd) / sampled);
}
