import type { Entity } from '@backstage/catalog-model';
import type { Domain, System } from '../../model';
import { entity, groupRef, ref, tierLabel } from './entity';

/** A domain of the business. */
export function domainEntity(domain: Domain): Entity {
  return entity(
    'Domain',
    {
      name: domain.name,
      title: domain.title,
      description: domain.description,
    },
    { owner: groupRef(domain.owner) },
  );
}

/** A bounded context, the edge or the platform. */
export function systemEntity(system: System): Entity {
  return entity(
    'System',
    {
      name: system.name,
      title: system.title,
      description: system.consistency
        ? `${system.description} Consistency: ${system.consistency}.`
        : system.description,
      labels: tierLabel(system.tier),
    },
    {
      owner: groupRef(system.owner),
      domain: ref('domain', system.domain),
      type: system.boundedContext ? 'bounded-context' : undefined,
    },
  );
}
