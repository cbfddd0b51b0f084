import {
  defaultPolicy,
  type ErrorBudgetPolicy,
} from '@arctiq/plugin-slo-common';
import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';

const DECISIONS = ['allow', 'caution', 'freeze'] as const;

/**
 * Reads `slo.policy`: what the company does as budgets shrink.
 *
 * @throws InputError when a step is wrong or the steps are not in order
 */
export function readPolicy(config: RootConfigService): ErrorBudgetPolicy {
  const steps = config
    .getOptionalConfigArray('slo.policy.steps')
    ?.map((step, index) => {
      const decision = DECISIONS.find(
        name => name === step.getString('decision'),
      );
      if (!decision) {
        throw new InputError(
          `slo.policy.steps[${index}].decision is '${step.getString(
            'decision',
          )}'; write ${DECISIONS.join(', ')}`,
        );
      }
      return {
        below: step.getNumber('below'),
        name: step.getString('name'),
        action: step.getString('action'),
        decision,
      };
    });
  if (steps) {
    checkOrder(steps.map(({ below }) => below));
  }
  const postmortemShare =
    config.getOptionalNumber('slo.policy.postmortemShare') ??
    defaultPolicy.postmortemShare;
  if (!(postmortemShare > 0 && postmortemShare <= 1)) {
    throw new InputError(
      `slo.policy.postmortemShare is ${postmortemShare}; write a share above 0 and at most 1`,
    );
  }
  return { steps: steps ?? defaultPolicy.steps, postmortemShare };
}

function checkOrder(limits: number[]): void {
  if (limits.length === 0 || limits[0] < 1) {
    throw new InputError(
      'slo.policy.steps must begin with the step for an untouched budget: its `below` is 1',
    );
  }
  limits.forEach((limit, index) => {
    if (index > 0 && !(limit < limits[index - 1])) {
      throw new InputError(
        `slo.policy.steps[${index}].below is ${limit}, and must be less than the ${
          limits[index - 1]
        } before it`,
      );
    }
  });
}
