import { COUNT_SCALE, type BudgetStatus, type SloObjective } from '../types';
import {
  budgetOf,
  coverageOf,
  openAccount,
  remainingOf,
  type Account,
} from './account';
import { burnRates, currentLookback, toBurnRates, type Lookback } from './burn';
import { confidenceOf, smallestStep } from './confidence';
import { countdown } from './countdown';
import type { EvaluateInput, EvaluateOptions } from './options';
import { qualityOf, reasonsOf, type Doubts } from './reasons';
import { stateOf } from './state';
import type { Timeline } from './timeline';
import { windowRange, type WindowRange } from './windows';

/** One objective evaluated, with what a composite needs of it. */
export interface EvaluatedObjective {
  objective: SloObjective;
  status: BudgetStatus;
  /** Absent when never measured. */
  measured?: { timeline: Timeline; account: Account; lookbacks: Lookback[] };
}

/** Status of something that was never measured, over the window it would have. */
export function unmeasuredStatus(window: WindowRange): BudgetStatus {
  return {
    window,
    burn: [],
    countdown: { kind: 'unknown' },
    coverage: 0,
    events: 0,
    confidence: 'none',
    state: 'not-measured',
    quality: 'not-measured',
    reasons: ['Never measured yet.'],
  };
}

function projectEnd(
  { definition }: EvaluateInput,
  objective: SloObjective,
  { timeline, account, lookbacks }: NonNullable<EvaluatedObjective['measured']>,
): BudgetStatus['countdown'] {
  const remaining = remainingOf(account);
  if (remaining !== undefined && remaining <= 0) {
    return { kind: 'exhausted' };
  }
  const current = currentLookback(lookbacks);
  if (remaining === undefined || current === undefined) {
    return { kind: 'unknown' };
  }
  const method = definition.budgetingMethod;
  const recent = current.units;
  return countdown([
    { method, objective, timeline, account, recent, weight: 1 },
  ]);
}

type Options = Required<EvaluateOptions>;

function doubtsOf(
  { sums, window }: Account,
  timeline: Timeline,
  now: number,
  { minimumCoverage, staleAfterSeconds }: Options,
): Doubts {
  return {
    sums,
    window,
    coverage: coverageOf(sums),
    minimumCoverage,
    measuredSince: timeline.first,
    staleSeconds: now - window.to,
    staleAfterSeconds,
  };
}

function statusOf(
  input: EvaluateInput,
  objective: SloObjective,
  measured: NonNullable<EvaluatedObjective['measured']>,
  options: Options,
): BudgetStatus {
  const { definition, policy, now } = input;
  const { timeline, account, lookbacks } = measured;
  const { sums, units, window } = account;
  const doubts = doubtsOf(account, timeline, now, options);
  const remaining = remainingOf(account);
  const known =
    remaining !== undefined && doubts.coverage >= options.minimumCoverage;
  const end = projectEnd(input, objective, measured);
  const step = smallestStep(account);
  const confidence = confidenceOf(step);
  const outlook = {
    at: window.to,
    countdown: end,
    confidence,
    atRiskWithinSeconds: options.atRiskWithinSeconds,
  };
  return {
    watermark: window.to,
    window,
    sli: units.base > 0 ? (units.base - units.bad) / units.base : undefined,
    remaining,
    consumed: remaining === undefined ? undefined : 1 - remaining,
    budget: budgetOf(definition.budgetingMethod, account, timeline),
    burn: toBurnRates(lookbacks),
    currentBurn: currentLookback(lookbacks)?.rate,
    countdown: end,
    coverage: doubts.coverage,
    events: sums.total / COUNT_SCALE,
    confidence,
    smallestStep: step,
    state: known ? stateOf(remaining, policy, outlook) : 'no-data',
    quality: qualityOf(doubts),
    reasons: reasonsOf(doubts),
  };
}

/**
 * Evaluates one objective.
 *
 * @param at - end of the last slice to consider, Unix seconds
 */
export function evaluateObjective(
  input: EvaluateInput,
  objective: SloObjective,
  at: number,
  options: Options,
): EvaluatedObjective {
  const { definition, timelines } = input;
  const window = windowRange(definition.window, at);
  const timeline = timelines.get(objective.key);
  if (timeline === undefined || timeline.last <= timeline.first) {
    return { objective, status: unmeasuredStatus(window) };
  }
  const account = openAccount(
    definition,
    objective,
    timeline,
    window,
    options.calendarBudget,
  );
  const lookbacks = burnRates(
    definition,
    objective,
    timeline,
    window.to,
    options.minimumCoverage,
  );
  const measured = { timeline, account, lookbacks };
  const status = statusOf(input, objective, measured, options);
  return { objective, status, measured };
}
