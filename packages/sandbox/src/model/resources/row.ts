import type { Resource } from '../types';

/** A resource as written in the tables: what is usual may be left out. */
export type ResourceRow = Omit<Resource, 'dependsOn' | 'tags'> &
  Partial<Pick<Resource, 'dependsOn' | 'tags'>>;

/** Fills in what the table left out. */
export function toResource(row: ResourceRow): Resource {
  return { dependsOn: [], tags: [], ...row };
}
