import type { BudgetStatus, SloDefinition } from '../types';
import type { Lookback } from './burn';
import { countdown } from './countdown';
import type { EvaluatedObjective } from './objective';

/** A member that was measured. */
export type Measured = EvaluatedObjective &
  Required<Pick<EvaluatedObjective, 'measured'>>;

/** Whether the member was ever measured. */
export function isMeasured(member: EvaluatedObjective): member is Measured {
  return member.measured !== undefined;
}

/**
 * How much the consumption of a member counts. Weights are OpenSLO's
 * `compositeWeight`, which Timeslices do not use: there any bad member makes
 * the slice bad.
 */
export function memberWeight(
  definition: Pick<SloDefinition, 'budgetingMethod' | 'objectives'>,
  objective: SloDefinition['objectives'][number],
): number {
  return definition.objectives.length === 1 ||
    definition.budgetingMethod === 'Timeslices'
    ? 1
    : objective.weight;
}

/** Adds members' look-backs of one length: one that is not covered hides the sum. */
export function addLookbacks(
  definition: SloDefinition,
  members: readonly Measured[],
  index: number,
): Lookback {
  const parts = members.map(({ objective, measured }) => ({
    weight: memberWeight(definition, objective),
    lookback: measured.lookbacks[index],
  }));
  const lookbacks = parts.map(part => part.lookback);
  const complete = members.length === definition.objectives.length;
  const covered = complete && lookbacks.every(lookback => lookback.covered);
  const burning = lookbacks.some(lookback => lookback.rate !== undefined);
  const rate = parts.reduce(
    (sum, { weight, lookback }) => sum + weight * (lookback.rate ?? 0),
    0,
  );
  return {
    label: lookbacks[0].label,
    units: { bad: 0, base: 0 },
    coverage: complete
      ? Math.min(...lookbacks.map(lookback => lookback.coverage))
      : 0,
    covered,
    rate: covered && burning ? rate : undefined,
  };
}

/** Countdown of the sum; members without traffic spend nothing. */
export function endOf(
  definition: SloDefinition,
  members: readonly Measured[],
  current: Lookback | undefined,
  consumed: number,
): BudgetStatus['countdown'] {
  if (consumed >= 1) {
    return { kind: 'exhausted' };
  }
  const active = members.filter(
    ({ measured }) => measured.account.units.base > 0,
  );
  if (current === undefined || active.length === 0) {
    return { kind: 'unknown' };
  }
  return countdown(
    active.map(({ objective, measured }) => ({
      method: definition.budgetingMethod,
      objective,
      timeline: measured.timeline,
      account: measured.account,
      recent: measured.lookbacks.find(({ label }) => label === current.label)
        ?.units ?? { bad: 0, base: 0 },
      weight: memberWeight(definition, objective),
    })),
  );
}
