import {
  type Entity,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { SloComponent } from '../store/DefinitionStore';

/** Label that says how much hangs on a component: 1 is the most. */
export const TIER_LABEL = 'arctiq.io/tier';

/** What is kept of an entity that has SLOs. */
export function toComponent(entity: Entity): SloComponent {
  const tier = Number(entity.metadata.labels?.[TIER_LABEL]);
  return {
    entityRef: stringifyEntityRef(entity),
    title: entity.metadata.title ?? entity.metadata.name,
    ownerRef: relation(entity, RELATION_OWNED_BY),
    systemRef: relation(entity, RELATION_PART_OF, 'system:'),
    tier: Number.isInteger(tier) && tier > 0 && tier < 100 ? tier : undefined,
  };
}

function relation(
  entity: Entity,
  type: string,
  prefix: string = '',
): string | undefined {
  return entity.relations
    ?.filter(item => item.type === type)
    .map(item => item.targetRef.toLowerCase())
    .find(ref => ref.startsWith(prefix));
}
