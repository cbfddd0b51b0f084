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
  /** True for a direct member of a group that leads a department or the company. */
  isLeader: boolean;
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

/** Groups whose members may more than others, as full refs in lower case. */
export interface SpecialGroups {
  /** Groups that run the portal. */
  platform: ReadonlySet<string>;
  /** Groups whose direct members are executives or directors. */
  leadership: ReadonlySet<string>;
}

/**
 * Finds out what the rules need to know about a person.
 *
 * @param info - who signed in and through what they own things
 * @param groups - groups whose members may more than others
 */
export function readPerson(
  info: BackstageUserInfo,
  groups: SpecialGroups,
): Person {
  const claims = info.ownershipEntityRefs.map(ref => normalizeRef(ref));
  return {
    userEntityRef: normalizeRef(info.userEntityRef),
    claims,
    isTeamMember: claims.some(ref => ref.startsWith('group:')),
    isPlatform: claims.some(ref => groups.platform.has(ref)),
    isLeader: claims.some(ref => groups.leadership.has(ref)),
  };
}
