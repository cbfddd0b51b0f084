export {
  emptySums,
  addSums,
  subtractSums,
  sumsOfSlice,
  sumSlices,
} from './sums';
export { Timeline, type TimelinePoint } from './timeline';
export {
  ceilToSlice,
  excludedRanges,
  floorToSlice,
  mergeRanges,
  overlapSeconds,
} from './ranges';
export { durationSeconds } from './durations';
export { previousWindows, windowRange, type WindowRange } from './windows';
export { budgetShare, shareLeft, shareValue, type BudgetShare } from './target';
export type { CalendarBudget } from './account';
export { unitsOf, type Units } from './units';
export { BURN_LOOKBACKS, burnRates, lookBack, type Lookback } from './burn';
export { requiredTimes } from './requiredTimes';
export {
  DEFAULT_MINIMUM_COVERAGE,
  type EvaluateInput,
  type EvaluateOptions,
} from './options';
export {
  commonWatermark,
  evaluate,
  evaluateAt,
  type Evaluation,
} from './evaluate';
export { countdown, type CountdownMember } from './countdown';
export { budgetSeries, type SeriesRange } from './series';
export { eventSpend, eventSpends, spentBetween } from './spend';
export { spendRange, spendTimes } from './spendRange';
export { ofWholeWindow, rollUp, type RollupMember } from './rollup';
export { defaultPolicy, policyState, type ErrorBudgetPolicy } from './policy';
export { stateOfRemaining } from './state';
export { decideGate } from './gate';
export type { GateInput } from './gateReason';
export { isExemptionActive } from './exemptions';
export {
  detectTransition,
  type StateTransition,
  type TransitionEvidence,
} from './transitions';
export { explain } from './explain';
