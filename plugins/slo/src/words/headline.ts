import type { SloSummary } from '@arctiq/plugin-slo-common';
import { budgetStates, formatBudget, formatBurn } from '@arctiq/ui-kit';
import { describeCountdown } from './countdown';
import { isBurning } from './tone';

/**
 * What is the matter with a budget, as the rest of a sentence that begins with
 * the name of the SLO: `burns 6.2×: its budget ends in 9 h (18:40 UTC)`.
 *
 * @param slo - which one
 * @param now - the moment of the reader
 */
export function headline(slo: Pick<SloSummary, 'status'>, now: Date): string {
  const { status } = slo;
  const { remaining, currentBurn, countdown, state } = status;
  const burn = formatBurn(currentBurn);
  if (state === 'no-data') {
    return 'has no data to judge by';
  }
  if (state === 'not-measured' || remaining === undefined) {
    return 'was not measured yet';
  }
  if (remaining <= 0) {
    const over = `overspent its budget: ${formatBudget(remaining)} left`;
    return isBurning(status) ? `${over}, and it burns ${burn}` : over;
  }
  if (isBurning(status)) {
    return `burns ${burn}: its budget ${
      describeCountdown(countdown, now).sentence
    }`;
  }
  const left = `has ${formatBudget(remaining)} of its budget left`;
  return state === 'healthy'
    ? left
    : `${left} (${budgetStates[state].word.toLocaleLowerCase('en-US')})`;
}
