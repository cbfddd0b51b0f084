import { setTimeout as delay } from 'node:timers/promises';
import {
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { ConflictError } from '@backstage/errors';

const POLL_MS = 250;

/** Relations that an entity must show, judged by what its file says. */
function relationsExpectedOf(entity: Entity): string[] {
  return [
    ...(entity.spec?.owner ? [RELATION_OWNED_BY] : []),
    ...(entity.spec?.system ? [RELATION_PART_OF] : []),
  ];
}

function isComplete(entity: Entity): boolean {
  const types = new Set(entity.relations?.map(({ type }) => type));
  return relationsExpectedOf(entity).every(type => types.has(type));
}

function processingErrors(entity: Entity): string[] {
  const { status } = entity as Entity & {
    status?: { items?: Array<{ level?: string; message?: string }> };
  };
  return (status?.items ?? [])
    .filter(({ level }) => level === 'error')
    .map(({ message }) => message ?? 'unknown error');
}

/**
 * Waits until an entity can be seen, with its relations.
 *
 * @param options.read - the entity as the person who waits sees it
 * @param options.target - the file it must come from
 * @param options.timeoutMs - longest wait
 * @throws ConflictError when the entity is of another file
 * @throws Error when the catalog reports errors for it, or the time is over
 */
export async function awaitEntity(options: {
  entityRef: string;
  target: string;
  read: () => Promise<Entity | undefined>;
  timeoutMs: number;
  signal?: AbortSignal;
}): Promise<Entity> {
  const { entityRef, target } = options;
  const deadline = Date.now() + options.timeoutMs;
  for (;;) {
    const entity = await options.read();
    if (entity) {
      const origin = entity.metadata.annotations?.[ANNOTATION_ORIGIN_LOCATION];
      if (origin !== `url:${target}`) {
        throw new ConflictError(
          `${stringifyEntityRef(
            entity,
          )} is in the catalog already and comes from ${origin}: give the entity in ${target} another name`,
        );
      }
      const errors = processingErrors(entity);
      if (errors.length > 0) {
        throw new Error(
          `${entityRef} is registered, but the catalog found errors in ${target}: ${errors.join(
            '; ',
          )}. Correct the file; the catalog reads it again by itself`,
        );
      }
      if (isComplete(entity)) {
        return entity;
      }
    }
    if (Date.now() + POLL_MS > deadline) {
      throw new Error(
        `${entityRef} is registered from ${target}, but the catalog did not show it within ${
          options.timeoutMs / 1000
        } s. Press Retry on the page of this run: it waits again`,
      );
    }
    await delay(POLL_MS, undefined, { signal: options.signal });
  }
}
