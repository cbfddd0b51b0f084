import type { ComponentEntity } from '@backstage/catalog-model';
import { tierOf } from '@arctiq/ui-kit';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useCallback } from 'react';
import { type Loaded, useLoad } from '../../hooks/useLoad';

/** Most services that the home page lists; the catalog lists them all. */
export const serviceLimit = 12;

/** The services of a person, the most critical first. */
export interface MyServices {
  /** At most {@link serviceLimit}. */
  items: ComponentEntity[];
  totalItems: number;
}

function byTier(a: ComponentEntity, b: ComponentEntity): number {
  const tierA = tierOf(a) ?? '9';
  const tierB = tierOf(b) ?? '9';
  return (
    tierA.localeCompare(tierB) || a.metadata.name.localeCompare(b.metadata.name)
  );
}

/**
 * Reads the components that the person or one of their groups owns.
 *
 * @param owners - entity refs of the person and the groups
 */
export function useMyServices(owners: string[]): Loaded<MyServices> {
  const catalogApi = useApi(catalogApiRef);

  const load = useCallback(async () => {
    // Labels cannot be sorted by in the catalog when some entities lack them,
    // so the tiers are put in order here; no person owns hundreds.
    const { items, totalItems } = await catalogApi.queryEntities({
      filter: { kind: 'component', 'relations.ownedBy': owners },
      fields: [
        'apiVersion',
        'kind',
        'metadata.name',
        'metadata.namespace',
        'metadata.title',
        'metadata.description',
        'metadata.labels',
        'metadata.links',
        'spec.type',
        'spec.lifecycle',
        'spec.system',
      ],
      limit: 200,
    });
    return {
      items: (items as ComponentEntity[]).sort(byTier).slice(0, serviceLimit),
      totalItems,
    };
  }, [catalogApi, owners]);

  return useLoad(load);
}
