import type { Entity } from '@backstage/catalog-model';
import type { Tier } from '../../model';

/** Annotations and labels that only this company's portal knows. */
export const ARCTIQ = {
  manager: 'arctiq.io/manager',
  persona: 'arctiq.io/sandbox-persona',
  regions: 'arctiq.io/regions',
  slo: 'arctiq.io/slo',
  tier: 'arctiq.io/tier',
} as const;

/** Reference to a group. */
export function groupRef(name: string): string {
  return `group:default/${name}`;
}

/** Reference to an entity of another kind. */
export function ref(
  kind: 'user' | 'component' | 'api' | 'resource' | 'system' | 'domain',
  name: string,
): string {
  return `${kind}:default/${name}`;
}

/** The label that says how much hangs on a thing. */
export function tierLabel(tier: Tier): Record<string, string> {
  return { [ARCTIQ.tier]: String(tier) };
}

/** An entity of the current version; what is undefined is left out. */
export function entity(
  kind: string,
  metadata: Entity['metadata'],
  spec: Record<string, unknown>,
): Entity {
  return JSON.parse(
    JSON.stringify({
      apiVersion: 'backstage.io/v1alpha1',
      kind,
      metadata,
      spec,
    }),
  );
}

/** The list without doubles, or undefined when there is nothing. */
export function unlessEmpty(items: readonly string[]): string[] | undefined {
  return items.length > 0 ? [...new Set(items)].sort() : undefined;
}
