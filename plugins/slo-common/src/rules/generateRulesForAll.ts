import type { SloDefinition } from '../types';
import { explainRules } from './explainRules';
import { ruleGroups, rulesRefusal, toResource } from './generateRules';
import type { PrometheusRule, RuleOptions } from './types';

/** Rules of many SLOs, and those that cannot have any. */
export interface GeneratedRules {
  rule: PrometheusRule;
  refused: { id: string; reason: string }[];
}

/**
 * One resource with the rules of several SLOs, in groups of their own: a slow
 * SLO delays no other. SLOs that cannot have rules are told with the reason.
 *
 * @param name - name of the resource, for example `slo-order-service`
 * @param optionsOf - owner and tier may differ between SLOs
 */
export function generateRulesForAll(
  definitions: readonly SloDefinition[],
  name: string,
  optionsOf: RuleOptions | ((definition: SloDefinition) => RuleOptions) = {},
): GeneratedRules {
  const options = (definition: SloDefinition) =>
    typeof optionsOf === 'function' ? optionsOf(definition) : optionsOf;
  const refused = definitions.flatMap(definition => {
    const reason = rulesRefusal(definition);
    return reason ? [{ id: definition.id, reason }] : [];
  });
  const possible = definitions.filter(
    definition => rulesRefusal(definition) === undefined,
  );
  return {
    rule: toResource(
      name,
      possible.flatMap(definition =>
        ruleGroups(definition, options(definition)),
      ),
      possible.flatMap(definition =>
        explainRules(definition, options(definition)).map(
          note => `${definition.id}: ${note}`,
        ),
      ),
      typeof optionsOf === 'function' ? {} : optionsOf,
    ),
    refused,
  };
}
