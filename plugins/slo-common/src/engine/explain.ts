import type { BudgetStatus, SloDefinition } from '../types';
import {
  amount,
  goodPercent,
  percent,
  targetPercent,
  utc,
  windowText,
} from './format';
import { budgetShare, shareValue } from './target';

const NOUNS = {
  Occurrences: 'events',
  Timeslices: 'time slices',
  RatioTimeslices: 'the mean ratio of the time slices',
} as const;

function promise(definition: SloDefinition): string {
  if (definition.objectives.length > 1) {
    const parts = definition.objectives.map(
      ({ displayName, key, target, weight }) =>
        `${displayName ?? key} ${targetPercent(target)} (weight ${weight})`,
    );
    return `The SLO has ${parts.length} members: ${parts.join(', ')}.`;
  }
  const [{ target }] = definition.objectives;
  const allowed = percent(shareValue(budgetShare(target)));
  return `${targetPercent(target)} of ${
    NOUNS[definition.budgetingMethod]
  } must be good over ${windowText(
    definition.window,
  )}, so that ${allowed} may be bad.`;
}

function measured({ window, events, sli }: BudgetStatus): string {
  const stretch = `From ${utc(window.from)} to ${utc(window.to)}`;
  return sli === undefined
    ? `${stretch} nothing was counted.`
    : `${stretch} ${amount(events)} events were counted and ${goodPercent(
        sli,
      )} was good.`;
}

function arithmetic(
  definition: SloDefinition,
  { budget, remaining, consumed }: BudgetStatus,
): string {
  if (remaining === undefined || consumed === undefined) {
    return 'How much of the budget is left is not known.';
  }
  if (budget === undefined) {
    return `Consumption of the members adds up by weight to ${percent(
      consumed,
    )}, so that ${percent(remaining)} is left.`;
  }
  const spent = budget.total - budget.left;
  const size = `${amount(budget.total)} ${budget.unit}`;
  const note =
    budget.estimated &&
    definition.window.kind === 'calendar' &&
    budget.unit === 'events'
      ? ' from the traffic so far'
      : '';
  return `The budget is ${size}${
    budget.estimated ? ` (estimated)` : ''
  }${note}; ${amount(spent)} are spent: 1 - ${amount(spent)} / ${amount(
    budget.total,
  )} = ${percent(remaining)} is left.`;
}

function speed({ currentBurn, countdown }: BudgetStatus): string {
  const pace =
    currentBurn === undefined
      ? 'How fast it burns now is not known'
      : `It burns at ${amount(currentBurn)} times the even pace`;
  switch (countdown.kind) {
    case 'exhausted':
      return `${pace}; it is spent.`;
    case 'at':
      return `${pace}; if that goes on, it ends at ${utc(countdown.time)}.`;
    case 'never':
      return `${pace}; if that goes on, it does not end, because old errors leave the window in time.`;
    case 'survives-window':
      return `${pace}; if that goes on, it lasts to the end of the window, ${utc(
        countdown.windowEnd,
      )}.`;
    default:
      return `${pace}; when it ends is not known.`;
  }
}

/**
 * The arithmetic behind a status in sentences with its numbers, in the order in
 * which one would check it: promise, measurement, budget, pace, confidence, and
 * what is doubtful.
 */
export function explain(
  definition: SloDefinition,
  status: BudgetStatus,
): string[] {
  const sentences = [promise(definition)];
  if (status.state === 'not-measured') {
    return [...sentences, ...status.reasons];
  }
  sentences.push(
    measured(status),
    arithmetic(definition, status),
    speed(status),
  );
  if (status.confidence === 'low' && status.smallestStep !== undefined) {
    sentences.push(
      `Little is counted: one more bad ${
        definition.budgetingMethod === 'Occurrences' ? 'event' : 'time slice'
      } spends ${percent(status.smallestStep)} of the budget.`,
    );
  }
  return [...sentences, ...status.reasons];
}
