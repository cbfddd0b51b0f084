import type { Entity } from '@backstage/catalog-model';
import type { ApiDefinition } from '../definitions';
import { entity, groupRef, ref } from './entity';

/** An interface; its definition stays in a file of its own beside the entity. */
export function apiEntity(definition: ApiDefinition): Entity {
  return entity(
    'API',
    {
      name: definition.name,
      title: definition.title,
      description: definition.description,
      tags: definition.tags,
    },
    {
      type: definition.type,
      lifecycle: definition.lifecycle,
      owner: groupRef(definition.owner),
      system: ref('system', definition.system),
      definition: { $text: `./${definition.path}` },
    },
  );
}
