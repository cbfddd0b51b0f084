import type { Entity } from '@backstage/catalog-model';

/**
 * File with the SLOs of a component: a path relative to its source location,
 * for example `slo.yaml`, or an absolute URL that the portal may read. Several
 * files are separated by commas.
 */
export const SLO_ANNOTATION = 'arctiq.io/slo';

/** Files named by the annotation, in its order; empty when there are none. */
export function getSloFiles(entity: Entity): string[] {
  const value = entity.metadata.annotations?.[SLO_ANNOTATION] ?? '';
  return value
    .split(',')
    .map(file => file.trim())
    .filter(file => file !== '');
}

/** Whether the entity says where its SLOs are. */
export function isSloAvailable(entity: Entity): boolean {
  return getSloFiles(entity).length > 0;
}
