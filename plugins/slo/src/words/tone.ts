import type { BudgetStatus } from '@arctiq/plugin-slo-common';
import { budgetStates, type StatusTone } from '@arctiq/ui-kit';

/** The colour of a budget: that of its state. */
export function toneOf(status: Pick<BudgetStatus, 'state'>): StatusTone {
  return budgetStates[status.state].tone;
}

/** From this rate on a budget burns faster than its window allows. */
export const EVEN_PACE = 1;

/** Whether it burns faster than its window allows. */
export function isBurning(status: Pick<BudgetStatus, 'currentBurn'>): boolean {
  return status.currentBurn !== undefined && status.currentBurn > EVEN_PACE;
}
