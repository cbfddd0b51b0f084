import { hasWindowPlaceholder, putWindow } from '../definitions';
import type { RawRatioIndicator, ThresholdIndicator } from '../types';
import { promDuration, SERIES, sliceRange } from './naming';

type SampleIndicator = RawRatioIndicator | ThresholdIndicator;

const OPERATORS = { lte: '<=', gte: '>=', lt: '<', gt: '>' } as const;

function rawOver({ raw, rawType }: RawRatioIndicator, window: string): string {
  // NaN is no answer; no comparison holds for it, so that it drops out here.
  const value = `avg((${putWindow(raw.query, window)}) >= 0)`;
  const bad = rawType === 'failure' ? value : `1 - ${value}`;
  return `clamp(${bad}, 0, 1)`;
}

/** Share of bad of one moment: of the samples, or of the ratio that the source computes. */
export function sampleExpression(indicator: SampleIndicator): string {
  if (indicator.kind === 'raw-ratio') {
    return rawOver(indicator, '5m');
  }
  const { metric, op, value } = indicator;
  const limit = String(value);
  return `1 - avg(((${metric.query}) >= -Inf) ${OPERATORS[op]} bool ${limit})`;
}

/**
 * Share of bad over a window, every sample of 5 minutes weighing the same. A
 * ratio that can be asked over any window is asked so, as Sloth does.
 */
export function shareOver(
  indicator: SampleIndicator,
  series: string,
  seconds: number,
): string {
  const window = promDuration(seconds);
  if (
    indicator.kind === 'raw-ratio' &&
    hasWindowPlaceholder(indicator.raw.query)
  ) {
    return rawOver(indicator, window);
  }
  return seconds === 300
    ? `${SERIES.badSample}${series}`
    : `avg_over_time(${SERIES.badSample}${series}[${window}:5m])`;
}

/** Share of bad of one time slice, at its end; see {@link sliceRange}. */
export function shareOfSlice(
  indicator: SampleIndicator,
  series: string,
  minutes: number,
): string {
  const asked =
    indicator.kind === 'raw-ratio' && hasWindowPlaceholder(indicator.raw.query);
  return asked || minutes === 5
    ? shareOver(indicator, series, minutes * 60)
    : `avg_over_time(${SERIES.badSample}${series}${sliceRange(minutes)})`;
}
