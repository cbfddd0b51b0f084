import type { BudgetStatus } from '../types';
import type { Account } from './account';

/** Share of the budget above which one event moves too much to be trusted. */
const LOW_CONFIDENCE_STEP = 0.1;

/**
 * Share of the budget that a single bad event (or time slice) spends:
 * 1 / (N (1 - T)). Undefined when nothing counts in the window.
 */
export function smallestStep(account: Account): number | undefined {
  const { units, budgetBase, share, unit } = account;
  return units.base > 0
    ? (unit * share.denominator) / (budgetBase * share.numerator)
    : undefined;
}

/** Low when one bad event spends more than a tenth of the budget, none without data. */
export function confidenceOf(
  step: number | undefined,
): BudgetStatus['confidence'] {
  if (step === undefined) {
    return 'none';
  }
  return step > LOW_CONFIDENCE_STEP ? 'low' : 'high';
}
