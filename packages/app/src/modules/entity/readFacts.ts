import type { Entity } from '@backstage/catalog-model';

/** What our labels and annotations say about an entity. */
export interface Facts {
  tier?: string;
  /** Regions where it runs. */
  regions: string[];
  /** Entity ref of the person who leads a team. */
  manager?: string;
}

/** Reads the labels and annotations on `arctiq.io/`. */
export function readFacts(entity: Entity): Facts {
  const { labels = {}, annotations = {} } = entity.metadata;
  const tier = labels['arctiq.io/tier'];
  const manager = annotations['arctiq.io/manager'];
  return {
    ...(tier && { tier }),
    ...(manager && { manager }),
    regions: (annotations['arctiq.io/regions'] ?? '')
      .split(',')
      .map(region => region.trim())
      .filter(Boolean),
  };
}
