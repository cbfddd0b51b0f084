import {
  generateRules,
  rulesRefusal,
  rulesToYaml,
} from '@arctiq/plugin-slo-common';
import { NotFoundError } from '@backstage/errors';
import type { StoredDefinition } from '../store/DefinitionStore';

/**
 * Alert rules of an SLO for Prometheus, as YAML.
 *
 * @param portalUrl - address of the portal, for links in alerts
 * @throws NotFoundError with the reason when there can be none
 */
export function rulesOf(
  { definition, component }: StoredDefinition,
  portalUrl: string,
): string {
  const refusal = rulesRefusal(definition);
  if (refusal) {
    throw new NotFoundError(`${refusal}.`);
  }
  const { ownerRef: owner, tier } = component;
  return rulesToYaml(generateRules(definition, { owner, tier, portalUrl }));
}
