import { SLO_ANNOTATION } from '@arctiq/plugin-slo-common';
import type { AuthService } from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';

const PAGE_SIZE = 500;

/**
 * Components with SLOs that have an annotation, as refs by its value.
 *
 * @param annotation - what says where their events are
 */
export async function listComponents(
  options: { catalog: CatalogService; auth: AuthService },
  annotation: string,
  signal: AbortSignal,
): Promise<Map<string, string[]>> {
  const { catalog, auth } = options;
  const credentials = await auth.getOwnServiceCredentials();
  const refs = new Map<string, string[]>();
  let cursor: string | undefined;
  do {
    signal.throwIfAborted();
    const page = await catalog.queryEntities(
      cursor
        ? { cursor, limit: PAGE_SIZE }
        : {
            filter: {
              kind: 'component',
              [`metadata.annotations.${SLO_ANNOTATION}`]: CATALOG_FILTER_EXISTS,
              [`metadata.annotations.${annotation}`]: CATALOG_FILTER_EXISTS,
            },
            limit: PAGE_SIZE,
            fields: [
              'kind',
              'metadata.name',
              'metadata.namespace',
              'metadata.annotations',
            ],
          },
      { credentials },
    );
    for (const entity of page.items) {
      const value = valueOf(entity, annotation);
      const others = refs.get(value) ?? [];
      refs.set(value, [...others, stringifyEntityRef(entity)]);
    }
    cursor = page.pageInfo.nextCursor;
  } while (cursor);
  return refs;
}

function valueOf(entity: Entity, annotation: string): string {
  return (entity.metadata.annotations?.[annotation] ?? '').trim();
}
