import type { BudgetingMethod } from '@arctiq/plugin-slo-common';
import type { SourceObjective } from '../source/SloSource';
import type { StoredDefinition } from '../store/DefinitionStore';

/** One objective that is measured. */
export interface CollectedObjective extends SourceObjective {
  sloId: string;
  measurementHash: string;
  method: BudgetingMethod;
  target: string;
  timeSliceTarget?: string;
  /** Seconds of a time slice; of one slice unless the definition says more. */
  timeSliceSeconds: number;
}

/** All objectives of some definitions. */
export function toObjectives(
  definitions: readonly StoredDefinition[],
): CollectedObjective[] {
  return definitions.flatMap(({ definition }) =>
    definition.objectives.map(objective => ({
      key: objective.key,
      indicator: objective.indicator,
      sloId: definition.id,
      measurementHash: definition.measurementHash,
      method: definition.budgetingMethod,
      target: objective.target,
      timeSliceTarget: objective.timeSliceTarget,
      timeSliceSeconds: (objective.timeSliceMinutes ?? 5) * 60,
    })),
  );
}
