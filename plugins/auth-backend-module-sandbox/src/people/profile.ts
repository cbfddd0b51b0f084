import type { Entity, UserEntity } from '@backstage/catalog-model';
import type { ProfileInfo } from '@backstage/plugin-auth-node';

/** Name, address and picture of a person, as far as the catalog knows them. */
export function profileOf(entity: Entity): ProfileInfo {
  const profile = (entity as UserEntity).spec?.profile;
  return {
    displayName: displayNameOf(entity),
    ...(profile?.email && { email: profile.email }),
    ...(profile?.picture && { picture: profile.picture }),
  };
}

/** The name that people read: of a person or of a team. */
export function displayNameOf(entity: Entity): string {
  const profile = (entity as UserEntity).spec?.profile;
  return profile?.displayName ?? entity.metadata.title ?? entity.metadata.name;
}
