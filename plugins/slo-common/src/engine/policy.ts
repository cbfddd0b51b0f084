import type { PolicyState, PolicyStep } from '../types';

/** What the company does as budgets shrink. */
export interface ErrorBudgetPolicy {
  /**
   * At least one, with descending `below`. The first holds whatever is left,
   * so its `below` is not compared.
   */
  steps: readonly PolicyStep[];
  /** Share of a budget that one event may spend before it needs a postmortem, 0 to 1. */
  postmortemShare: number;
}

/**
 * The company's policy (company.md 3), and 20 % for a postmortem (Site
 * Reliability Workbook, "Example Error Budget Policy").
 */
export const defaultPolicy: ErrorBudgetPolicy = {
  postmortemShare: 0.2,
  steps: [
    {
      below: 1,
      name: 'Ship freely',
      action: 'Features and fixes ship as usual.',
      decision: 'allow',
    },
    {
      below: 0.5,
      name: 'Features freeze',
      action: 'Only fixes ship until more than 50 % of the budget is left.',
      decision: 'caution',
    },
    {
      below: 0.25,
      name: 'Deploys freeze',
      action: 'Deploys stop and the team runs a reliability sprint.',
      decision: 'caution',
    },
    {
      below: 0.1,
      name: 'Gate frozen',
      action: 'Promotion gate 4 stops every deploy; an exemption needs a VP.',
      decision: 'freeze',
    },
  ],
};

/** Index of the step that holds when this signed share is left. */
export function policyStepIndex(
  remaining: number,
  policy: ErrorBudgetPolicy,
): number {
  return Math.max(
    0,
    policy.steps.findLastIndex(step => remaining < step.below),
  );
}

/** `below` of the first step may be Infinity, which JSON cannot say. */
function forJson(step: PolicyStep): PolicyStep {
  return { ...step, below: Math.min(step.below, 1) };
}

/**
 * The step of the policy that holds, and the one that follows when more is
 * spent. A step applies strictly below its limit: with exactly half left,
 * everything still ships.
 *
 * @param remaining - signed share of the budget that is left
 * @throws RangeError when the policy has no steps
 */
export function policyState(
  remaining: number,
  policy: ErrorBudgetPolicy,
): PolicyState {
  const index = policyStepIndex(remaining, policy);
  const step = policy.steps.at(index);
  if (!step) {
    throw new RangeError(
      'The error budget policy has no steps, so nothing can be decided. Configure at least one under slo.policy.steps.',
    );
  }
  const next = policy.steps.at(index + 1);
  return { step: forJson(step), next: next && forJson(next) };
}
