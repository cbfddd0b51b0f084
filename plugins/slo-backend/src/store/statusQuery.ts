import type { Knex } from 'knex';
import type { StatusFilter } from './StatusStore';

/** Restricts a query on `statuses` to what a filter lets through. */
export function applyFilter(
  query: Knex.QueryBuilder,
  filter: StatusFilter,
): Knex.QueryBuilder {
  if (filter.ownerRefs) {
    query.whereIn('owner_ref', filter.ownerRefs);
  }
  if (filter.systemRef) {
    query.where('system_ref', filter.systemRef);
  }
  if (filter.entityRef) {
    query.where('entity_ref', filter.entityRef);
  }
  if (filter.tier !== undefined) {
    query.where('tier', filter.tier);
  }
  if (filter.states) {
    query.whereIn('state', filter.states);
  }
  for (const word of words(filter.text)) {
    query.whereRaw(`search like ? escape '\\'`, [`%${escapeLike(word)}%`]);
  }
  return query;
}

function words(text: string | undefined): string[] {
  return (text ?? '').toLowerCase().split(/\s+/).filter(Boolean);
}

function escapeLike(word: string): string {
  return word.replace(/[\\%_]/g, character => `\\${character}`);
}
