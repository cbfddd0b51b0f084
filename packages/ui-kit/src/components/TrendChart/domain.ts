import type { TrendLine, TrendPoint } from './types';

/**
 * Lowest and highest value of the axis: all of the points, zero and the levels
 * near them, with a little air.
 */
export function valueDomain(
  points: readonly TrendPoint[],
  lines: readonly TrendLine[] = [],
): [number, number] {
  const values = points.flatMap(point => point.value ?? []);
  const high = Math.max(0, ...values, ...lines.map(line => line.value));
  const low = Math.min(0, ...values);
  const span = high - low || 1;
  return [low < 0 ? low - span * 0.05 : 0, high + span * 0.05];
}

/**
 * Where zero stands between the highest and the lowest point, 0 at the top: the
 * line changes its colour there.
 */
export function zeroOffset(points: readonly TrendPoint[]): number {
  const values = points.flatMap(point => point.value ?? []);
  const high = Math.max(0, ...values);
  const low = Math.min(0, ...values);
  return high === low ? 1 : high / (high - low);
}

const DAY = 86_400;

/**
 * Times for the labels of the axis: midnights in UTC, or full hours when the
 * chart shows less than three days; at most `count`.
 */
export function timeTicks(from: number, to: number, count: number): number[] {
  const span = Math.max(1, to - from);
  const unit = span > 3 * DAY ? DAY : 3_600;
  const step = Math.max(1, Math.ceil(span / unit / count)) * unit;
  const ticks: number[] = [];
  for (let time = Math.ceil(from / unit) * unit; time <= to; time += step) {
    ticks.push(time);
  }
  return ticks;
}
