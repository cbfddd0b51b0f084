import type { Stream } from '../traffic/types';
import type { IndicatorSpec } from './types';

/** An upper bound as Prometheus 3 writes it: `1.0`, `0.25`, `+Inf`. */
export function boundLabel(bound: number): string {
  if (!Number.isFinite(bound)) {
    return '+Inf';
  }
  return Number.isInteger(bound) ? `${bound}.0` : String(bound);
}

function counterOf(stream: Stream): string {
  return stream.duration ? `${stream.metric}_count` : stream.metric;
}

function sum(metric: string, stream: Stream, matcher?: string): string {
  const job = `job="${stream.component}"`;
  return `sum(${metric}{${matcher ? `${job},${matcher}` : job}})`;
}

/** Events that fit a matcher, of all. */
export function goodOf(stream: Stream, matcher: string): IndicatorSpec {
  const metric = counterOf(stream);
  return {
    kind: 'ratio',
    good: sum(metric, stream, matcher),
    total: sum(metric, stream),
  };
}

/** Events that do not fit a matcher, of all. */
export function badOf(stream: Stream, matcher: string): IndicatorSpec {
  const metric = counterOf(stream);
  return {
    kind: 'ratio',
    bad: sum(metric, stream, matcher),
    total: sum(metric, stream),
  };
}

/** Events within a limit in seconds, of all. */
export function within(stream: Stream, limit: number): IndicatorSpec {
  return {
    kind: 'ratio',
    good: sum(`${stream.metric}_bucket`, stream, `le="${boundLabel(limit)}"`),
    total: sum(`${stream.metric}_count`, stream),
  };
}
