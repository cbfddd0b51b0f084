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

/** Evaluates one objective at `at`, Unix seconds. `window` is only used when it was never measured. */
export function evaluateObjective(
  input: EvaluateInput,
  objective: SloObjective,
  at: number,
  options: Required<EvaluateOptions>,
): EvaluatedObjective {
  const { definition, timelines, policy, now } = input;
  const window = windowRange(definition.window, at);
  const timeline = timelines.get(objective.key);
  if (timeline === undefined || timeline.last <= timeline.first) {
    return { objective, status: unmeasuredStatus(window) };
  }
  const { minimumCoverage, staleAfterSeconds } = options;
  const account = openAccount(
    definition,
    objective,
    timeline,
    window,
    options.calendarBudget,
  );
  const { sums, units } = account;
  const lookbacks = burnRates(
    definition,
    objective,
    timeline,
    at,
    minimumCoverage,
  );
  const measured = { timeline, account, lookbacks };
  const remaining = remainingOf(account);
  const coverage = coverageOf(sums);
  const doubts: Doubts = {
    sums,
    window,
    coverage,
    minimumCoverage,
    measuredSince: timeline.first,
    staleSeconds: now - at,
    staleAfterSeconds,
  };
  const end = projectEnd(input, objective, measured);
  const step = smallestStep(account);
  const confidence = confidenceOf(step);
  const known = remaining !== undefined && coverage >= minimumCoverage;
  const status: BudgetStatus = {
    watermark: at,
    window,
    sli: units.base > 0 ? (units.base - units.bad) / units.base : undefined,
    remaining,
    consumed: remaining === undefined ? undefined : 1 - remaining,
    budget: budgetOf(definition.budgetingMethod, account, timeline),
    burn: toBurnRates(lookbacks),
    currentBurn: currentLookback(lookbacks)?.rate,
    countdown: end,
    coverage,
    events: sums.total / COUNT_SCALE,
    confidence,
    smallestStep: step,
    state: known
      ? stateOf(remaining, policy, {
          at,
          countdown: end,
          confidence,
          atRiskWithinSeconds: options.atRiskWithinSeconds,
        })
      : 'no-data',
    quality: qualityOf(doubts),
    reasons: reasonsOf(doubts),
  };
  return { objective, status, measured };
}
