import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { chunks } from '../store/chunks';
import { toComponent } from './toComponent';

/**
 * Titles of the owners and systems of some components.
 *
 * @throws Error when the catalog cannot be read
 */
export async function readTitles(
  catalog: CatalogService,
  credentials: BackstageCredentials,
  components: Entity[],
): Promise<Map<string, string>> {
  const refs = new Set(
    components
      .map(toComponent)
      .flatMap(({ ownerRef, systemRef }) => [ownerRef ?? [], systemRef ?? []])
      .flat(),
  );
  const titles = new Map<string, string>();
  for (const entityRefs of chunks([...refs])) {
    const { items } = await catalog.getEntitiesByRefs(
      { entityRefs, fields: ['kind', 'metadata', 'spec.profile'] },
      { credentials },
    );
    for (const item of items) {
      if (item) {
        titles.set(stringifyEntityRef(item), titleOf(item));
      }
    }
  }
  return titles;
}

function titleOf({ metadata, spec }: Entity): string {
  const profile = spec?.profile as { displayName?: unknown } | undefined;
  return typeof profile?.displayName === 'string'
    ? profile.displayName
    : metadata.title ?? metadata.name;
}
