/** Where the parts of a budget bar stand, in percent of its width. */
export interface BarScale {
  /** Position of "nothing left". */
  zero: number;
  /** Start and width of the coloured part. */
  start: number;
  width: number;
  /** The overspending is longer than the bar can show. */
  cut: boolean;
  /** Position of a share of the budget. */
  at(share: number): number;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

/**
 * Lays out a signed budget. What is left grows to the right of zero, what is
 * overspent to its left.
 *
 * @param remaining - share that is left; 1 is untouched, below 0 is overspent
 * @param low - the share at the left end, at most 0
 */
export function barScale(remaining: number, low: number): BarScale {
  function at(share: number): number {
    return (100 * (clamp(share, low, 1) - low)) / (1 - low);
  }
  const zero = at(0);
  const end = at(remaining);
  return {
    zero,
    start: Math.min(zero, end),
    width: Math.abs(end - zero),
    cut: remaining < low,
    at,
  };
}
