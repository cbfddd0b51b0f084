import {
  parseEntityRef,
  stringifyEntityRef,
  type CompoundEntityRef,
} from '@backstage/catalog-model';
import type { BackstageUserInfo } from '@backstage/backend-plugin-api';

/** The signed-in person, as far as the rules ask. Refs are full entity refs in lower case. */
export interface Person {
  userEntityRef: string;
  /** Everything through which the person owns things: themselves and their groups. */
  claims: string[];
  /** True for a member of any group. */
  isTeamMember: boolean;
  /** True for a member of a group that runs the portal. */
  isPlatform: boolean;
}

/**
 * Writes a ref the way the catalog compares them: full and in lower case.
 *
 * @param ref - entity ref
 * @param defaults - kind and namespace of a ref that leaves them out
 * @throws Error when the text is not an entity ref
 */
export function normalizeRef(
  ref: string,
  defaults?: Partial<Pick<CompoundEntityRef, 'kind' | 'namespace'>>,
): string {
  return stringifyEntityRef(
    parseEntityRef(ref, {
      defaultKind: defaults?.kind,
      defaultNamespace: defaults?.namespace,
    }),
  );
}

/**
 * Finds out what the rules need to know about a person.
 *
 * @param info - who signed in and through what they own things
 * @param platformGroups - full refs of the groups that run the portal
 */
export function readPerson(
  info: BackstageUserInfo,
  platformGroups: ReadonlySet<string>,
): Person {
  const claims = info.ownershipEntityRefs.map(ref => normalizeRef(ref));
  return {
    userEntityRef: normalizeRef(info.userEntityRef),
    claims,
    isTeamMember: claims.some(ref => ref.startsWith('group:')),
    isPlatform: claims.some(ref => platformGroups.has(ref)),
  };
}
