import type { BudgetStatus } from '../../types';
import { evaluate } from '../evaluate';
import { DAY, inputOf, lasting, type Scene } from './fixtures';

/** A slice of 1,000 good events. */
export const FINE = { good: 1000, total: 1000 };
/** A slice of 1,000 bad events. */
export const DOWN = { good: 0, total: 1000 };

/** Days in which all went well. */
export function days(count: number) {
  return lasting(count * DAY, FINE);
}

export function statusOf(scene: Scene): BudgetStatus {
  return evaluate(inputOf(scene)).status;
}

/** Burn rate over one look-back. */
export function rate(status: BudgetStatus, lookback: string) {
  return status.burn.find(burn => burn.lookback === lookback)?.rate;
}
