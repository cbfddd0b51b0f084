/** What is needed to decide for whom a person may act. Refs are full entity refs. */
export interface ActingPerson {
  /** Groups the person is a direct member of. */
  groups: readonly string[];
  /** The parent of each group that has one. */
  parentOf: ReadonlyMap<string, string>;
  /** Groups whose members may act for every team. */
  platformGroups: readonly string[];
}

/**
 * The groups of a person and all groups above them. A cycle in the parents,
 * which the catalog does not forbid, ends the walk.
 */
export function groupsWithAncestors(
  person: Pick<ActingPerson, 'groups' | 'parentOf'>,
): Set<string> {
  const seen = new Set<string>();
  for (const group of person.groups) {
    let current: string | undefined = group;
    while (current !== undefined && !seen.has(current)) {
      seen.add(current);
      current = person.parentOf.get(current);
    }
  }
  return seen;
}

/** True when the person belongs to a group that may act for every team. */
export function isPlatformMember(person: ActingPerson): boolean {
  const groups = groupsWithAncestors(person);
  return person.platformGroups.some(group => groups.has(group));
}

/** True when the person is a member of the group, directly or through a child group. */
export function isMemberOf(
  person: Pick<ActingPerson, 'groups' | 'parentOf'>,
  group: string,
): boolean {
  return groupsWithAncestors(person).has(group);
}

/**
 * Whether a person may create or remove something on behalf of a group: members
 * (directly or through a child group) and the platform team may.
 */
export function mayActFor(person: ActingPerson, group: string): boolean {
  return isMemberOf(person, group) || isPlatformMember(person);
}
