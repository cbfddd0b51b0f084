import type { SloDefinition, SloObjective } from '../types';
import { quote, slothId } from './naming';
import type { RuleOptions } from './types';

/** Labels that the portal sets itself; a definition cannot change them. */
const RESERVED = /^(__|sloth_|slo_|le$|quantile$|alertname$|severity$)/;

/** The labels of the file that Prometheus can carry; other characters become `_`. */
function ownLabels({ labels }: SloDefinition): Record<string, string> {
  return Object.fromEntries(
    Object.entries(labels)
      .map(([name, value]) => [
        name.replace(/[^a-zA-Z0-9_]/g, '_').replace(/^(\d)/, '_$1'),
        value,
      ])
      .filter(([name, value]) => !RESERVED.test(name) && value !== ''),
  );
}

/**
 * Labels of every series of an SLO: Sloth's, so that its dashboards work, and
 * `slo_id`, which is unique in the company where service and name are not.
 */
export function sloLabels(
  definition: SloDefinition,
  { owner, tier }: RuleOptions,
): Record<string, string> {
  return {
    ...ownLabels(definition),
    ...(owner && { owner }),
    ...(tier !== undefined && { tier: String(tier) }),
    slo_id: definition.id,
    sloth_id: slothId(definition),
    sloth_service: definition.service,
    sloth_slo: definition.name,
  };
}

/** Tells the members of a composite apart; empty for the only objective. */
export function memberLabels(
  definition: SloDefinition,
  objective: SloObjective,
): Record<string, string> {
  const index = definition.objectives.indexOf(objective) + 1;
  return definition.objectives.length === 1
    ? {}
    : { slo_objective: String(index) };
}

/** Selects the series of an SLO, or of one member of it. */
export function selector(
  definition: SloDefinition,
  objective?: SloObjective,
): string {
  const labels = {
    slo_id: definition.id,
    ...(objective && memberLabels(definition, objective)),
  };
  const matchers = Object.entries(labels).map(
    ([name, value]) => `${name}=${quote(value)}`,
  );
  return `{${matchers.join(', ')}}`;
}

/** Alerts are templates of Go: braces of a file's text must not be read as one. */
export function plainText(text: string): string {
  return text.replace(/\{\{/g, '{{ "{{" }}');
}
