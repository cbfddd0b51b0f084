import type { Entity } from '@backstage/catalog-model';
import type { Resource } from '../../model';
import { ARCTIQ, entity, groupRef, ref, unlessEmpty } from './entity';

/** A store, a topic, a cluster or a service of somebody else. */
export function resourceEntity(resource: Resource): Entity {
  return entity(
    'Resource',
    {
      name: resource.name,
      title: resource.title,
      description: resource.description,
      tags: resource.tags,
      labels: resource.environment && {
        'arctiq.io/environment': resource.environment,
      },
      annotations: resource.region && { [ARCTIQ.regions]: resource.region },
    },
    {
      type: resource.type,
      owner: groupRef(resource.owner),
      system: ref('system', resource.system),
      dependsOn: unlessEmpty(
        resource.dependsOn.map(name => ref('resource', name)),
      ),
    },
  );
}
