import type { BudgetingMethod, BurnAlert, SloObjective } from '../types';
import { complement } from './decimal';
import type { Located } from './yaml/Located';

/** Fastest possible burn: everything fails. 1 / (1 - target). */
export function maximumBurn(target: string): number {
  return 1 / Number(complement(target));
}

/**
 * Fastest possible burn of a whole SLO: the sum of weighted ones in a
 * composite. Timeslices do not weigh their members.
 */
export function maximumBurnOf(
  method: BudgetingMethod,
  objectives: readonly Pick<SloObjective, 'target' | 'weight'>[],
): number {
  if (objectives.length === 1) {
    return maximumBurn(objectives[0].target);
  }
  return objectives.reduce(
    (sum, { target, weight }) =>
      sum + (method === 'Timeslices' ? 1 : weight) * maximumBurn(target),
    0,
  );
}

/** Refuses a burn rate that can never be reached, and one that is always reached. */
export function checkThreshold(
  threshold: Located<number>,
  op: BurnAlert['op'],
  maximum: number,
): boolean {
  const { value } = threshold;
  const most = Number(maximum.toPrecision(10));
  if (!(value > 0)) {
    threshold.error(
      'must be above 0: it is a burn rate, where 1 spends the budget exactly over the window',
    );
    return false;
  }
  if (value > most || (op === 'gt' && value === most)) {
    threshold.error(
      `A burn rate ${
        op === 'gt' ? 'above' : 'of'
      } ${value} is impossible, so the alert could never fire: when everything fails the budget of this target burns at 1/(1 - target) = ${most}. Write a lower threshold`,
    );
    return false;
  }
  return true;
}
