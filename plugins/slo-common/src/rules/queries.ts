import {
  counterOverWindow,
  hasWindowPlaceholder,
  parseQuery,
  putWindow,
} from '../definitions';
import type { MetricQuery, RatioIndicator } from '../types';

/** Two expressions over one window. */
export interface Parts {
  bad: string;
  total: string;
}

/** One series, whatever the query groups by: an SLO is one number. */
function single(query: string): string {
  return parseQuery(query).isPlainSum ? query : `sum(${query})`;
}

function over({ query }: MetricQuery, counter: boolean, window: string) {
  return single(
    counter
      ? counterOverWindow(query, window, 'rate')
      : putWindow(query, window),
  );
}

/** Whether the indicator can be asked over windows other than one slice. */
export function isWindowed({ counter, total }: RatioIndicator): boolean {
  return counter || hasWindowPlaceholder(total.query);
}

/** What a recorded 5-minute value is multiplied by to give events: rates are per second. */
export function eventsPerValue({ counter, total }: RatioIndicator): number {
  const rates = ['rate', 'irate'];
  return counter ||
    parseQuery(total.query).functions.some(f => rates.includes(f))
    ? 300
    : 1;
}

/**
 * Bad and total over a window.
 *
 * Series of errors do not exist before the first error: `or` puts 0 there, or
 * all of total where it is the good ones that are missing. Good above total
 * (samples of two scrapes) counts as no errors.
 */
export function partsOver(indicator: RatioIndicator, window: string): Parts {
  const { good, bad, total, counter } = indicator;
  const all = over(total, counter, window);
  if (good) {
    const fine = over(good, counter, window);
    return { bad: `clamp_min(${all} - ${fine}, 0) or ${all}`, total: all };
  }
  const failed = bad ? over(bad, counter, window) : all;
  return { bad: `${failed} or 0 * ${all}`, total: all };
}

/** Share of bad over a window; nothing at all when there was no traffic, never 0/0. */
export function ratioOver(indicator: RatioIndicator, window: string): string {
  const { good, total, counter } = indicator;
  if (!good) {
    const parts = partsOver(indicator, window);
    return `(${parts.bad}) / (${parts.total} > 0)`;
  }
  const all = over(total, counter, window);
  const fine = over(good, counter, window);
  return `clamp_min(1 - ${fine} / (${all} > 0), 0) or 0 * (${all} > 0) + 1`;
}
