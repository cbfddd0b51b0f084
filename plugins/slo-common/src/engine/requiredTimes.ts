import type { Correction, SloDefinition } from '../types';
import { BURN_LOOKBACKS } from './burn';
import { excludedRanges, floorToSlice } from './ranges';
import { windowRange } from './windows';

/** Points that follow old errors out of a rolling window, at most. */
const AGEING_POINTS = 90;
const HOUR = 3600;

/** Whole hours between ageing points, so that the store answers from its hourly sums. */
function ageingStep(length: number): number {
  return Math.max(1, Math.ceil(length / AGEING_POINTS / HOUR)) * HOUR;
}

/**
 * Times at which `evaluate` needs exact cumulative points: start of the window,
 * each burn look-back, bounds of corrections, and for the countdown of rolling
 * windows a grid of about 90 points over the window (8 h apart in 30 days).
 * Countdowns of finer timelines are finer.
 *
 * @param at - watermark, Unix seconds
 * @param corrections - of this SLO
 * @returns Unix seconds, ascending, each once
 */
export function requiredTimes(
  definition: Pick<SloDefinition, 'window'>,
  at: number,
  corrections: readonly Correction[],
): number[] {
  const to = floorToSlice(at);
  const { from } = windowRange(definition.window, to);
  const times = new Set<number>([from, to]);
  for (const { seconds } of BURN_LOOKBACKS) {
    times.add(to - seconds);
  }
  if (definition.window.kind === 'rolling') {
    const step = ageingStep(to - from);
    for (let time = Math.ceil(from / step) * step; time < to; time += step) {
      times.add(time);
    }
  }
  const earliest = Math.min(...times);
  for (const range of excludedRanges(corrections)) {
    for (const bound of [range.from, range.to]) {
      if (bound > earliest && bound < to) {
        times.add(bound);
      }
    }
  }
  return [...times].sort((a, b) => a - b);
}
