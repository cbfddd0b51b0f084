import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useCallback } from 'react';
import { type Loaded, useLoad } from '../../hooks/useLoad';

/** A team as the home page names it. */
export interface Team {
  entityRef: string;
  title: string;
}

/** The signed-in person, with everything that they own things through. */
export interface Me {
  displayName?: string;
  /** The person and the groups, as entity refs. */
  ownershipEntityRefs: string[];
  teams: Team[];
}

function titleOf(group: Entity): string {
  const profile = group.spec?.profile as { displayName?: string } | undefined;
  return group.metadata.title ?? profile?.displayName ?? group.metadata.name;
}

/** Reads who is signed in and which teams they belong to. */
export function useMe(): Loaded<Me> {
  const identityApi = useApi(identityApiRef);
  const catalogApi = useApi(catalogApiRef);

  const load = useCallback(async () => {
    const [profile, identity] = await Promise.all([
      identityApi.getProfileInfo(),
      identityApi.getBackstageIdentity(),
    ]);
    const { ownershipEntityRefs } = identity;
    const { items } = await catalogApi.getEntitiesByRefs({
      entityRefs: ownershipEntityRefs.filter(ref => ref.startsWith('group:')),
      fields: [
        'kind',
        'metadata.name',
        'metadata.namespace',
        'metadata.title',
        'spec.profile.displayName',
      ],
    });
    return {
      displayName: profile.displayName,
      ownershipEntityRefs,
      teams: items.flatMap(group =>
        group
          ? [{ entityRef: stringifyEntityRef(group), title: titleOf(group) }]
          : [],
      ),
    };
  }, [identityApi, catalogApi]);

  return useLoad(load);
}
