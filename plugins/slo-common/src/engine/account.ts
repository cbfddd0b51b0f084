import {
  COUNT_SCALE,
  RATIO_SCALE,
  SLICE_SECONDS,
  type BudgetingMethod,
  type BudgetStatus,
  type SliceSums,
  type SloDefinition,
  type SloObjective,
} from '../types';
import { budgetShare, shareLeft, type BudgetShare } from './target';
import type { Timeline } from './timeline';
import { timeSliceSeconds, unitSize, unitsOf, type Units } from './units';
import type { WindowRange } from './windows';

/** How the budget of a calendar window is known before the window ends (Occurrences). */
export type CalendarBudget = 'so-far' | 'projected';

/** The budget of one objective over one window, as integers. */
export interface Account {
  sums: SliceSums;
  window: WindowRange;
  share: BudgetShare;
  /** Known so far. */
  units: Units;
  /** What the budget is a share of: `units.base`, and in calendar windows what is still to come. */
  budgetBase: number;
  /** Units of one bad event (Occurrences) or one bad time slice. */
  unit: number;
}

function baseToCome(
  method: BudgetingMethod,
  objective: SloObjective,
  timeline: Timeline,
  window: WindowRange,
  sums: SliceSums,
  calendarBudget: CalendarBudget,
): number {
  if (window.end === undefined) {
    return 0;
  }
  const rest = { from: window.to, to: window.end };
  const seconds = rest.to - rest.from - timeline.excludedSeconds(rest);
  if (method === 'Occurrences') {
    const measured = sums.known * SLICE_SECONDS;
    return calendarBudget === 'projected' && measured > 0
      ? Math.round((sums.total * seconds) / measured)
      : 0;
  }
  const slices = Math.round(seconds / timeSliceSeconds(objective));
  return method === 'Timeslices' ? slices : slices * RATIO_SCALE;
}

/**
 * Budget of one objective over one window.
 *
 * The budget is B = 1 - T of all that counts in the window. Rolling windows
 * count what is known in them. In calendar windows, methods that count time
 * slices know the full budget from the first day: known time slices and those
 * to come. Events to come are not known, so that Occurrences take the traffic
 * so far, or project it evenly (`calendarBudget`).
 */
export function openAccount(
  definition: Pick<SloDefinition, 'budgetingMethod'>,
  objective: SloObjective,
  timeline: Timeline,
  window: WindowRange,
  calendarBudget: CalendarBudget = 'so-far',
): Account {
  const method = definition.budgetingMethod;
  const sums = timeline.between(window);
  const units = unitsOf(method, sums);
  const toCome = baseToCome(
    method,
    objective,
    timeline,
    window,
    sums,
    calendarBudget,
  );
  return {
    sums,
    window,
    share: budgetShare(objective.target),
    units,
    budgetBase: units.base + toCome,
    unit: unitSize(method),
  };
}

/** Signed share of the budget that is left; undefined when nothing is known in the window. */
export function remainingOf(account: Account): number | undefined {
  const { units, budgetBase, share } = account;
  return units.base > 0 ? shareLeft(units.bad, budgetBase, share) : undefined;
}

/** Known slices by expected slices, 0 to 1; 0 where nothing was expected. */
export function coverageOf(sums: SliceSums): number {
  return sums.expected > 0 ? Math.min(1, sums.known / sums.expected) : 0;
}

/**
 * The budget in events or minutes. Minutes are B times the length of the whole
 * window without what corrections took out: 99.9 % over 30 days allow 43.2.
 */
export function budgetOf(
  method: BudgetingMethod,
  account: Account,
  timeline: Timeline,
): BudgetStatus['budget'] {
  const remaining = remainingOf(account);
  if (remaining === undefined) {
    return undefined;
  }
  const { window, share } = account;
  const { numerator, denominator } = share;
  const running = window.end !== undefined && window.to < window.end;
  if (method === 'Occurrences') {
    const allowed = (account.budgetBase * numerator) / denominator;
    const total = allowed / COUNT_SCALE;
    return {
      unit: 'events',
      total,
      left: total - account.units.bad / COUNT_SCALE,
      estimated: running,
    };
  }
  const whole = { from: window.from, to: window.end ?? window.to };
  const seconds = whole.to - whole.from - timeline.excludedSeconds(whole);
  const total = (seconds * numerator) / (denominator * 60);
  const complete =
    coverageOf(account.sums) === 1 && timeline.first <= window.from;
  return {
    unit: 'minutes',
    total,
    left: total * remaining,
    estimated: !complete,
  };
}
