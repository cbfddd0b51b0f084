import type { TrendLine, TrendPoint } from './types';

/** Steps between the labels of the axis, times a power of ten. */
const STEPS = [1, 2, 2.5, 5, 10];

/**
 * Labels of the axis of values: round figures from below the lowest point to
 * above the highest, zero and the given levels among them.
 *
 * @param points - the line
 * @param lines - levels that must fit too
 */
export function valueTicks(
  points: readonly TrendPoint[],
  lines: readonly TrendLine[] = [],
): number[] {
  const values = points.flatMap(point => point.value ?? []);
  const high = Math.max(0, ...values, ...lines.map(line => line.value));
  const low = Math.min(0, ...values);
  const rough = (high - low || 1) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = (STEPS.find(it => it * power >= rough * 0.999) ?? 10) * power;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(1, Math.ceil(high / step - 1e-9));
  return Array.from(
    { length: last - first + 1 },
    (_, index) => (first + index) * step,
  );
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
