import { parseQuery } from './parse';

/**
 * Turns a query over counters into one over their growth in a window:
 * `sum(a) - sum(b)` becomes `sum(rate(a[5m])) - sum(rate(b[5m]))`. The range
 * goes to each selector, so that a reset of one series is seen before series
 * are added up ("rate, then sum", Prometheus documentation of `rate`).
 *
 * @param query - PromQL without ranges, as {@link checkQuery} demands of counters
 * @param window - for example `5m`
 * @param of - `rate` per second, or `increase` over the window
 */
export function counterOverWindow(
  query: string,
  window: string,
  of: 'rate' | 'increase',
): string {
  return parseQuery(query)
    .selectors.sort((a, b) => b.from - a.from)
    .reduce(
      (text, { from, to }) =>
        `${text.slice(0, from)}${of}(${text.slice(
          from,
          to,
        )}[${window}])${text.slice(to)}`,
      query,
    );
}
