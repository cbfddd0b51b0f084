import type { BudgetStatus, SloDefinition } from '../types';
import { currentLookback, toBurnRates } from './burn';
import { confidenceOf } from './confidence';
import { percent } from './format';
import {
  addLookbacks,
  endOf,
  isMeasured,
  memberWeight,
  type Measured,
} from './members';
import type { EvaluatedObjective } from './objective';
import type { EvaluateInput, EvaluateOptions } from './options';
import { stateOf } from './state';

function weightedMean(
  values: readonly { value: number; weight: number }[],
): number | undefined {
  const weights = values.reduce((sum, { weight }) => sum + weight, 0);
  const total = values.reduce(
    (sum, { value, weight }) => sum + value * weight,
    0,
  );
  return weights > 0 ? total / weights : undefined;
}

function worstQuality(members: readonly EvaluatedObjective[]) {
  const qualities = members.map(({ status }) => status.quality);
  if (qualities.includes('stale')) {
    return 'stale';
  }
  return qualities.every(quality => quality === 'complete')
    ? 'complete'
    : 'partial';
}

function reasonsFor(
  definition: SloDefinition,
  members: readonly EvaluatedObjective[],
  consumed: readonly number[],
): string[] {
  const reasons = members.flatMap(({ objective, status }) =>
    status.reasons.map(
      reason => `${objective.displayName ?? objective.key}: ${reason}`,
    ),
  );
  const spenders = consumed.filter(share => share > 0);
  if (definition.budgetingMethod === 'Timeslices' && spenders.length > 1) {
    const least = percent(Math.max(...spenders));
    const most = percent(spenders.reduce((sum, share) => sum + share, 0));
    reasons.push(
      `A time slice is bad if any member is. Sums do not say whether members were bad together, so between ${least} and ${most} is spent; the most is taken.`,
    );
  }
  return reasons;
}

/** What measured members spend together; undefined where none of them has figures. */
function addSpending(definition: SloDefinition, measured: readonly Measured[]) {
  const parts = measured.flatMap(({ objective, status }) => {
    const { consumed, smallestStep: step } = status;
    const weight = memberWeight(definition, objective);
    return consumed === undefined || step === undefined
      ? []
      : [{ share: weight * consumed, step: weight * step }];
  });
  const shares = parts.map(({ share }) => share);
  const known = parts.length > 0;
  return {
    shares,
    complete: parts.length === definition.objectives.length,
    consumed: known ? shares.reduce((sum, share) => sum + share, 0) : undefined,
    step: known ? Math.max(...parts.map(({ step }) => step)) : undefined,
  };
}

function goodShare(
  definition: SloDefinition,
  members: readonly EvaluatedObjective[],
): number | undefined {
  return weightedMean(
    members.flatMap(({ objective, status: { sli } }) =>
      sli === undefined
        ? []
        : [{ value: sli, weight: memberWeight(definition, objective) }],
    ),
  );
}

/**
 * Status of an SLO with several objectives, from its members.
 *
 * OpenSLO leaves the formula of composites to the implementer but for these
 * sentences: with Occurrences the burn of members is added by weight, with
 * RatioTimeslices their weighted shortfalls, with Timeslices a slice is bad if
 * any member is. So consumption is the sum of weight times consumption, not
 * divided by the sum of weights: with weight 1 a member that spends its own
 * budget spends the composite's. For Timeslices the same sum is the upper
 * bound of the truth (members never bad together), and exact when only one
 * member was bad; the range is said in `reasons`.
 *
 * The composite is covered as far as its least covered member, and not known
 * while a member has no figures. Its share of good is the weighted mean of the members' with data; it has no budget in
 * events or minutes, as members count different things.
 */
export function composeStatus(
  { definition, policy }: EvaluateInput,
  members: readonly EvaluatedObjective[],
  at: number,
  options: Required<EvaluateOptions>,
): BudgetStatus {
  const measured = members.filter(isMeasured);
  const first = measured.at(0);
  if (first === undefined) {
    return members[0].status;
  }
  const spending = addSpending(definition, measured);
  const { consumed, step } = spending;
  const remaining = consumed === undefined ? undefined : 1 - consumed;
  const lookbacks = first.measured.lookbacks.map((_, index) =>
    addLookbacks(definition, measured, index),
  );
  const current = currentLookback(lookbacks);
  const end = endOf(definition, measured, current, consumed ?? 0);
  const coverage = Math.min(...members.map(({ status }) => status.coverage));
  const confidence = confidenceOf(step);
  const known =
    remaining !== undefined &&
    spending.complete &&
    coverage >= options.minimumCoverage;
  const outlook = {
    at,
    countdown: end,
    confidence,
    atRiskWithinSeconds: options.atRiskWithinSeconds,
  };
  return {
    watermark: at,
    window: first.status.window,
    sli: goodShare(definition, members),
    remaining,
    consumed,
    burn: toBurnRates(lookbacks),
    currentBurn: current?.rate,
    countdown: end,
    coverage,
    events: members.reduce((sum, { status }) => sum + status.events, 0),
    confidence,
    smallestStep: step,
    state: known ? stateOf(remaining, policy, outlook) : 'no-data',
    quality: worstQuality(members),
    reasons: reasonsFor(definition, members, spending.shares),
  };
}
