import {
  Entity,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';

/** Full ref of the owner, or undefined when the entity has none. */
export function ownerRefOf(entity: Entity): string | undefined {
  return entity.relations?.find(({ type }) => type === RELATION_OWNED_BY)
    ?.targetRef;
}

/** Full ref of an entity. */
export function refOf(entity: Entity): string {
  return stringifyEntityRef(entity);
}
