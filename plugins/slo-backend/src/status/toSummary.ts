import type { BudgetStatus, SloSummary } from '@arctiq/plugin-slo-common';
import type { StoredDefinition } from '../store/DefinitionStore';

/** The line of an SLO in lists. */
export function toSummary(
  { definition, component }: StoredDefinition,
  status: BudgetStatus,
): SloSummary {
  const { objectives } = definition;
  // The strictest stands for a composite.
  const target = objectives
    .map(objective => objective.target)
    .reduce((a, b) => (Number(b) > Number(a) ? b : a));
  return {
    id: definition.id,
    entityRef: component.entityRef,
    entityTitle: component.title,
    ownerRef: component.ownerRef,
    systemRef: component.systemRef,
    tier: component.tier,
    name: definition.name,
    displayName: definition.displayName,
    target,
    window: definition.window,
    budgetingMethod: definition.budgetingMethod,
    composite: objectives.length > 1,
    status,
  };
}
