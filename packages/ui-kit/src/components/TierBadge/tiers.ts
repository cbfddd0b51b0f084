import type { Entity } from '@backstage/catalog-model';

const meanings: Record<string, string> = {
  '1': 'checkout path',
  '2': 'customer facing',
  '3': 'internal',
};

/** What a tier means, in words: `Tier 1: checkout path`. */
export function tierLabel(tier: string): string {
  const meaning = meanings[tier];
  return meaning ? `Tier ${tier}: ${meaning}` : `Tier ${tier}`;
}

/** The tier of an entity from its label `arctiq.io/tier`, if it has one. */
export function tierOf(entity: Entity): string | undefined {
  return entity.metadata.labels?.['arctiq.io/tier'];
}
