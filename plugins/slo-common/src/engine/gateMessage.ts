import type { BudgetStatus, GateReason } from '../types';
import { age, amount, percent, utc } from './format';
import { policyState, type ErrorBudgetPolicy } from './policy';

/** What a message may tell beside the figures. */
export interface MessageContext {
  policy: ErrorBudgetPolicy;
  spentBy?: GateReason['spentBy'];
  /** Age of the figures when it exceeds what the gate accepts, seconds. */
  staleSeconds?: number;
}

/** How much is left, in words: nothing left is told as how much too much was spent. */
function leftText(remaining: number): string {
  return remaining < 0
    ? `the budget is overspent by ${percent(-remaining)} of it`
    : `${percent(remaining)} of the error budget is left`;
}

function speedText({ currentBurn, countdown }: BudgetStatus): string {
  if (countdown.kind !== 'at' || currentBurn === undefined) {
    return '';
  }
  return ` It burns ${amount(
    currentBurn,
    1,
  )} times the even pace and ends at ${utc(countdown.time)}.`;
}

/**
 * One sentence or a few on one SLO for a person who wants to ship: its name,
 * what is left, what the policy says of it, what burns, and who spent it.
 */
export function gateMessage(
  name: string,
  status: BudgetStatus,
  { policy, spentBy, staleSeconds }: MessageContext,
): string {
  const { remaining, state, reasons } = status;
  if (remaining === undefined) {
    return `${name}: how much is left is not known. ${reasons.join(
      ' ',
    )}`.trim();
  }
  const { step } = policyState(remaining, policy);
  const parts = [`${name}: ${leftText(remaining)}`];
  if (staleSeconds !== undefined) {
    parts.push(
      `, as it was ${age(staleSeconds)} ago, too old to allow anything.`,
    );
  } else if (state === 'no-data') {
    parts.push(`, which is not certain. ${reasons.join(' ')}`);
  } else {
    parts.push(`.`);
  }
  parts.push(` ${step.name}: ${step.action}`, speedText(status));
  if (spentBy) {
    parts.push(
      ` The deploy that spent most is ${spentBy.title} with ${percent(
        spentBy.spent,
      )} of the budget.`,
    );
  }
  return parts.join('');
}
