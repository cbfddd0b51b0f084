import type { EventSpend, ReliabilityEvent, TimeRange } from '../types';
import { coverageOf, openAccount } from './account';
import { commonWatermark } from './evaluate';
import { memberWeight } from './members';
import { withDefaults, type EvaluateInput } from './options';
import { floorToSlice } from './ranges';
import { spendRange, wholeTimeSlices, withNextDeploy } from './spendRange';
import { burnOf } from './target';
import { unitsOf } from './units';
import { windowRange } from './windows';

/**
 * Share of the window's budget spent in a stretch; undefined when it is not
 * covered. Of methods that count time slices, whole ones: two stretches within
 * one bad time slice have both spent it.
 *
 * @param range - Unix seconds; what lies after the watermark is not known yet
 */
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
  const method = definition.budgetingMethod;
  const to = Math.min(range.to, watermark);
  const current = windowRange(definition.window, watermark);
  const window =
    to > current.from ? current : windowRange(definition.window, to);
  let spent = 0;
  for (const objective of definition.objectives) {
    const timeline = timelines.get(objective.key);
    const stretch = wholeTimeSlices(method, objective, range);
    const sums = timeline?.between({
      from: stretch.from,
      to: Math.min(stretch.to, watermark),
    });
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
    const { bad } = unitsOf(method, sums);
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
  return withNextDeploy(events).map(({ event, next }) =>
    eventSpend(event, input, next?.start),
  );
}
