import { complement } from '../definitions';
import type { SloDefinition, SloObjective } from '../types';
import { selector } from './labels';
import { promDuration, SERIES } from './naming';

/** Weight in a composite; Timeslices do not weigh their members (see the engine's composites). */
function weightOf(
  { budgetingMethod }: SloDefinition,
  { weight }: SloObjective,
): number {
  return budgetingMethod === 'Timeslices' ? 1 : weight;
}

/**
 * Burn rate of a composite over a window: the sum of weight times burn of its
 * members (OpenSLO v1). A member without traffic adds nothing.
 */
export function compositeBurn(
  definition: SloDefinition,
  seconds: number,
): string {
  const window = promDuration(seconds);
  const members = definition.objectives.map(objective => {
    const series = `${SERIES.errorRatio}${window}${selector(
      definition,
      objective,
    )}`;
    const weight = weightOf(definition, objective);
    return `${weight} * ${series} / ${complement(objective.target)}`;
  });
  return `sum without (slo_objective) (\n  ${members.join('\n  or\n  ')}\n)`;
}

/** A condition on the burn rate over one window, as a vector that is empty when it does not hold. */
export function burnCondition(
  definition: SloDefinition,
  seconds: number,
  op: string,
  factor: number,
): string {
  const window = promDuration(seconds);
  const series = selector(definition);
  const condition =
    definition.objectives.length === 1
      ? `${SERIES.errorRatio}${window}${series} ${op} (${factor} * ${complement(
          definition.objectives[0].target,
        )})`
      : `${SERIES.burn}${window}${series} ${op} ${factor}`;
  return `max without (sloth_window) (${condition})`;
}
