/** 1 - target as a reduced fraction of integers, free of floating point dust. */
export interface BudgetShare {
  numerator: number;
  denominator: number;
}

const DECIMAL = /^0?\.(\d{1,12})$/;
const known = new Map<string, BudgetShare>();
const KNOWN_LIMIT = 1000;

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/**
 * Share of bad that a target allows: B = 1 - T. Computed on the digits, since
 * 100 - 99.9 is 0.0999999999999943 in floating point.
 *
 * @param target - decimal string above 0 and below 1, at most 12 decimals
 * @throws RangeError for any other string: a target of 1 allows nothing, and would divide by zero
 */
export function budgetShare(target: string): BudgetShare {
  const hit = known.get(target);
  if (hit) {
    return hit;
  }
  const digits = DECIMAL.exec(target.trim())?.[1];
  const scale = digits === undefined ? 0 : 10 ** digits.length;
  const numerator = scale - Number(digits);
  if (digits === undefined || numerator === scale) {
    throw new RangeError(
      `'${target}' is no target, because it must be above 0 and below 1. Write a decimal such as 0.9995.`,
    );
  }
  const divisor = greatestCommonDivisor(numerator, scale);
  const share = {
    numerator: numerator / divisor,
    denominator: scale / divisor,
  };
  if (known.size >= KNOWN_LIMIT) {
    known.clear();
  }
  known.set(target, share);
  return share;
}

/** The share as a number, for figures that are not compared with limits. */
export function shareValue(share: BudgetShare): number {
  return share.numerator / share.denominator;
}

/**
 * Signed share of the budget that is left: 1 - bad / (B * base), never clamped.
 * Both sides are products of integers, so that exactly nothing left is exactly
 * 0 and one half is exactly 0.5.
 *
 * @param bad - what was bad, in any unit
 * @param base - all that the budget is a share of, in the same unit, above 0
 */
export function shareLeft(
  bad: number,
  base: number,
  { numerator, denominator }: BudgetShare,
): number {
  const allowed = base * numerator;
  return (allowed - bad * denominator) / allowed;
}

/** How many times faster than evenly over the window this error ratio spends: ratio / B. */
export function burnOf(bad: number, base: number, share: BudgetShare): number {
  return (bad * share.denominator) / (base * share.numerator);
}
