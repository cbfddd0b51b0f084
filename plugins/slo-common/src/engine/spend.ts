import {
  SLICE_SECONDS,
  type EventSpend,
  type ReliabilityEvent,
  type TimeRange,
} from '../types';
import { coverageOf, openAccount } from './account';
import { memberWeight } from './members';
import { commonWatermark } from './evaluate';
import { withDefaults, type EvaluateInput } from './options';
import { ceilToSlice, floorToSlice } from './ranges';
import { burnOf } from './target';
import { unitsOf } from './units';
import { windowRange } from './windows';

/** A deploy is blamed for what is spent within this time, seconds. */
const DEPLOY_SHADOW_SECONDS = 3600;

/**
 * Stretch of slices that an event is blamed for: a deploy for one hour or until
 * the next deploy, an incident from start to end, or to `until` while it is
 * open. Whole slices: from the one in which it starts, at least one.
 *
 * @param until - latest time known, Unix seconds (the watermark)
 * @param nextDeployStart - start of the deploy that follows, Unix seconds
 */
export function spendRange(
  event: ReliabilityEvent,
  until: number,
  nextDeployStart?: number,
): TimeRange {
  const from = floorToSlice(event.start);
  const latest = Math.max(from + SLICE_SECONDS, floorToSlice(until));
  if (event.kind === 'incident') {
    const to = event.end === undefined ? latest : ceilToSlice(event.end);
    return { from, to: Math.max(from + SLICE_SECONDS, to) };
  }
  const own = ceilToSlice(event.start + DEPLOY_SHADOW_SECONDS);
  const next =
    nextDeployStart === undefined ? own : floorToSlice(nextDeployStart);
  return { from, to: Math.max(from + SLICE_SECONDS, Math.min(own, next)) };
}

/** Share of the window's budget spent in a stretch; undefined when it is not covered. */
export function spentBetween(
  input: EvaluateInput,
  range: TimeRange,
): number | undefined {
  const { definition, timelines } = input;
  const watermark = commonWatermark(input);
  if (watermark === undefined || range.from >= watermark) {
    return undefined;
  }
  const options = withDefaults(input.options);
  const to = Math.min(range.to, watermark);
  const current = windowRange(definition.window, watermark);
  const window =
    to > current.from ? current : windowRange(definition.window, to);
  let spent = 0;
  for (const objective of definition.objectives) {
    const timeline = timelines.get(objective.key);
    const sums = timeline?.between({ from: range.from, to });
    if (!timeline || !sums || coverageOf(sums) < options.minimumCoverage) {
      return undefined;
    }
    const account = openAccount(
      definition,
      objective,
      timeline,
      window,
      options.calendarBudget,
    );
    const { bad } = unitsOf(definition.budgetingMethod, sums);
    if (account.budgetBase > 0) {
      spent +=
        memberWeight(definition, objective) *
        burnOf(bad, account.budgetBase, account.share);
    }
  }
  return spent;
}

/**
 * Budget that was spent around an event, as a share of the budget of the window
 * that the event is in (the current one if it reaches into it). It needs a
 * postmortem when it spent more than the policy's share: 20 % by one event in
 * the Site Reliability Workbook's example policy. So does a deploy, even if
 * nobody opened an incident.
 *
 * @param nextDeployStart - start of the deploy that follows, Unix seconds
 */
export function eventSpend(
  event: ReliabilityEvent,
  input: EvaluateInput,
  nextDeployStart?: number,
): EventSpend {
  const watermark = commonWatermark(input) ?? floorToSlice(input.now);
  const range = spendRange(event, watermark, nextDeployStart);
  const spent = spentBetween(input, range);
  return {
    event,
    spent,
    from: range.from,
    to: range.to,
    needsPostmortem:
      spent !== undefined && spent > input.policy.postmortemShare,
  };
}

/**
 * The same for all events of a component, in their order of time. A deploy ends
 * the stretch of the deploy before it in the same environment.
 */
export function eventSpends(
  events: readonly ReliabilityEvent[],
  input: EvaluateInput,
): EventSpend[] {
  const sorted = [...events].sort((a, b) => a.start - b.start);
  return sorted.map((event, index) => {
    const next = sorted
      .slice(index + 1)
      .find(
        other =>
          other.kind === 'deploy' && other.environment === event.environment,
      );
    return eventSpend(event, input, next?.start);
  });
}
