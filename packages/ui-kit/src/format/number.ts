const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });

/** A number with separators: `12,345.6`. What is no number reads `unknown`. */
export function formatNumber(value: number): string {
  return Number.isFinite(value) ? whole.format(value) : 'unknown';
}

/**
 * A count with its noun: `1 service`, `12 services`, `no services`.
 *
 * @param count - how many
 * @param one - the noun for one
 * @param many - the noun for more; by default `one` with an s
 */
export function formatCount(
  count: number,
  one: string,
  many: string = `${one}s`,
): string {
  if (count === 0) {
    return `no ${many}`;
  }
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}
