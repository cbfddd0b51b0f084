import { Entity } from '@backstage/catalog-model';

/** Repository of an entity, as `<owner>/<repository>`. */
export const PROJECT_SLUG_ANNOTATION = 'github.com/project-slug';
/** Login of a user at GitHub. */
export const USER_LOGIN_ANNOTATION = 'github.com/user-login';
/** Team at GitHub of a group, as `<organization>/<slug>`. */
export const TEAM_SLUG_ANNOTATION = 'github.com/team-slug';

const SLUG = /^[\w.-]+\/[\w.-]+$/;

function readSlug(entity: Entity, annotation: string): string | undefined {
  const value = entity.metadata.annotations?.[annotation]?.trim();
  return value && SLUG.test(value) ? value.toLowerCase() : undefined;
}

/**
 * Repository of an entity as `<owner>/<repository>` in lower case, since GitHub
 * does not distinguish case; undefined when absent or not of that form.
 */
export function getRepository(entity: Entity): string | undefined {
  return readSlug(entity, PROJECT_SLUG_ANNOTATION);
}

/** Team of a group as `<organization>/<slug>` in lower case, if it has one. */
export function getTeamSlug(entity: Entity): string | undefined {
  return readSlug(entity, TEAM_SLUG_ANNOTATION);
}

/** Login of a user at GitHub in lower case, if the catalog knows it. */
export function getUserLogin(entity: Entity): string | undefined {
  const value = entity.metadata.annotations?.[USER_LOGIN_ANNOTATION]?.trim();
  return value ? value.toLowerCase() : undefined;
}

/** Whether pull requests can be shown for the entity. */
export function isPullRequestsAvailable(entity: Entity): boolean {
  return getRepository(entity) !== undefined;
}
