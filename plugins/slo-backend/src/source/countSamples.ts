import { SLICE_SECONDS } from '@arctiq/plugin-slo-common';
import { LOOK_BACK_MINUTES } from './promql/counterQuery';
import type { Series } from './PrometheusClient';

const LOOK_BACK = LOOK_BACK_MINUTES * 60;

/** What the series of the total tell about one target. Unix seconds. */
interface Target {
  /** Times at which it was scraped, in order. */
  scrapes: number[];
  /** Between which samples one of its counters fell. */
  restarts: { after: number; by: number }[];
}

/**
 * Counts what the series of a counter grew in the slice (end - 300, end], from
 * their samples. The same rules as the query of `buildCounterQuery`; besides, a
 * series begins at zero again when its value dropped, when another series of
 * its target dropped (the process began anew), and when it was missing in a
 * scrape of its target.
 *
 * @param series - of the counter
 * @param witnesses - series of the counter of the total
 * @param end - Unix seconds
 * @returns undefined when no series has a sample in the slice
 */
export function countSamples(
  series: readonly Series[],
  witnesses: readonly Series[],
  end: number,
): number | undefined {
  const start = end - SLICE_SECONDS;
  const targets = readTargets(witnesses, start - LOOK_BACK, end);
  let sum: number | undefined;
  for (const one of series) {
    const target = targets.get(toTarget(one)) ?? { scrapes: [], restarts: [] };
    let previous = lastBefore(one, start);
    for (const [index, time] of one.times.entries()) {
      if (time > start && time <= end) {
        const value = one.values[index];
        sum = (sum ?? 0) + growth(target, previous, { time, value });
        previous = { time, value };
      }
    }
  }
  return sum;
}

interface Sample {
  time: number;
  value: number;
}

function growth(
  target: Target,
  previous: Sample | undefined,
  { time, value }: Sample,
): number {
  if (!previous) {
    // Where nobody looked before, nobody knows when it counted what it shows.
    return target.scrapes.some(scrape => scrape < time) ? value : 0;
  }
  const isNew =
    value < previous.value ||
    target.scrapes.some(scrape => scrape > previous.time && scrape < time) ||
    target.restarts.some(
      ({ after, by }) => after >= previous.time && by <= time,
    );
  return isNew ? value : value - previous.value;
}

/** The targets of the witnesses that are scraped in (from, to]. */
function readTargets(
  witnesses: readonly Series[],
  from: number,
  to: number,
): Map<string, Target> {
  const targets = new Map<string, Target>();
  for (const witness of witnesses) {
    const key = toTarget(witness);
    const target = targets.get(key) ?? { scrapes: [], restarts: [] };
    targets.set(key, target);
    for (const [index, time] of witness.times.entries()) {
      if (time > from && time <= to) {
        target.scrapes.push(time);
        if (witness.values[index] < witness.values[index - 1]) {
          target.restarts.push({ after: witness.times[index - 1], by: time });
        }
      }
    }
  }
  return targets;
}

/** The last sample at or before a time, unless the series was silent for too long. */
function lastBefore(series: Series, time: number): Sample | undefined {
  for (let index = series.times.length - 1; index >= 0; index--) {
    if (series.times[index] <= time) {
      return series.times[index] > time - LOOK_BACK
        ? { time: series.times[index], value: series.values[index] }
        : undefined;
    }
  }
  return undefined;
}

function toTarget({ labels }: Series): string {
  return JSON.stringify([labels.job, labels.instance]);
}
