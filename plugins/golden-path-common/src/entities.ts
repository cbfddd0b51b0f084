/** Annotation of a Group: `<organisation>/<slug>` of its GitHub team. */
export const ANNOTATION_TEAM_SLUG = 'github.com/team-slug';

/** As much of a catalog entity as is read here. */
export interface NamedEntity {
  metadata: {
    name: string;
    title?: string;
    annotations?: Record<string, string>;
  };
  spec?: object;
}

/** What people call an entity. */
export function titleOf(entity: NamedEntity): string {
  const spec = entity.spec as
    | { profile?: { displayName?: string } }
    | undefined;
  return (
    spec?.profile?.displayName || entity.metadata.title || entity.metadata.name
  );
}

/**
 * The slug of a group's GitHub team in an organisation, or undefined when the
 * group has no team there.
 */
export function teamSlugOf(
  group: NamedEntity,
  organization: string,
): string | undefined {
  const [login, slug, ...rest] = (
    group.metadata.annotations?.[ANNOTATION_TEAM_SLUG] ?? ''
  ).split('/');
  return slug &&
    rest.length === 0 &&
    login.toLowerCase() === organization.toLowerCase()
    ? slug
    : undefined;
}
