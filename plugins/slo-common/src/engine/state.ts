import type { BudgetStatus, Countdown, SloState } from '../types';
import { policyStepIndex, type ErrorBudgetPolicy } from './policy';

/** State by what is left alone: names the step of the policy that holds. */
export function stateOfRemaining(
  remaining: number,
  policy: ErrorBudgetPolicy,
): SloState {
  if (remaining < 0) {
    return 'exhausted';
  }
  const index = policyStepIndex(remaining, policy);
  if (policy.steps[index]?.decision === 'freeze') {
    return 'frozen';
  }
  if (index === 0) {
    return 'healthy';
  }
  return index === 1 ? 'at-risk' : 'critical';
}

/** Where a budget goes from here. */
export interface Outlook {
  /** Time of the figures, Unix seconds. */
  at: number;
  countdown: Countdown;
  confidence: BudgetStatus['confidence'];
  atRiskWithinSeconds: number;
}

/**
 * State of a budget that is known. One that is left for the most part is still
 * at risk when it ends within `atRiskWithinSeconds`, but not where one event
 * decides how fast it burns (low confidence): there only what is left counts.
 */
export function stateOf(
  remaining: number,
  policy: ErrorBudgetPolicy,
  { at, countdown, confidence, atRiskWithinSeconds }: Outlook,
): SloState {
  const state = stateOfRemaining(remaining, policy);
  const soon =
    confidence === 'high' &&
    countdown.kind === 'at' &&
    countdown.time - at <= atRiskWithinSeconds;
  return state === 'healthy' && soon ? 'at-risk' : state;
}
