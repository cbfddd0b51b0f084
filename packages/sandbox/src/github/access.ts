import { findRepository, Github, Repository } from './Github';
import { GithubError, notFound, requiresAuthentication } from './http/errors';
import { ApiRequest, Viewer } from './http/types';
import { RepositoryRole, repositoryRoles, ProtectionDoc } from './store/types';

/** Whether a role allows what another allows. */
export function includesRole(
  role: RepositoryRole | undefined,
  needed: RepositoryRole,
): boolean {
  return (
    role !== undefined &&
    repositoryRoles.indexOf(role) >= repositoryRoles.indexOf(needed)
  );
}

/** Whether somebody owns the organisation. */
export function isOwner(
  github: Github,
  organization: string,
  login: string | undefined,
): boolean {
  return (
    login !== undefined &&
    github.store.memberships.get(
      organization.toLowerCase(),
      login.toLowerCase(),
    )?.role === 'admin'
  );
}

/** Whether somebody belongs to the organisation. */
export function isMember(
  github: Github,
  organization: string,
  login: string | undefined,
): boolean {
  return (
    login !== undefined &&
    github.store.memberships.get(
      organization.toLowerCase(),
      login.toLowerCase(),
    ) !== undefined
  );
}

/**
 * What somebody may do in a repository: owners everything, others the best of
 * what their teams and they themselves were granted; members read all but
 * private repositories, everybody reads public ones.
 *
 * @returns undefined when the repository is hidden from them
 */
export function roleIn(
  github: Github,
  repository: Repository,
  login: string | undefined,
): RepositoryRole | undefined {
  const { store } = github;
  if (login && isOwner(github, repository.owner, login)) {
    return 'admin';
  }
  let best: RepositoryRole | undefined =
    repository.visibility === 'public' ? 'pull' : undefined;
  if (!login) {
    return best;
  }
  if (
    repository.visibility === 'internal' &&
    isMember(github, repository.owner, login)
  ) {
    best = 'pull';
  }
  const grants = [store.collaborators.get(repository.id, login.toLowerCase())];
  for (const grant of store.teamGrants.list(repository.id)) {
    const team = store.teams.get(repository.owner.toLowerCase(), grant.subject);
    if (team && store.teamMembers.get(team.id, login.toLowerCase())) {
      grants.push(grant);
    }
  }
  for (const grant of grants) {
    if (grant && !includesRole(best, grant.permission)) {
      best = grant.permission;
    }
  }
  return best;
}

/**
 * The repository that `{owner}` and `{repo}` of a request name.
 *
 * @param needed - role that the operation takes
 * @throws GithubError 404 when the caller may not know of it, 401 or 403 when
 * the role is too weak
 */
export function repositoryOf(
  github: Github,
  request: ApiRequest,
  needed: RepositoryRole = 'pull',
): Repository {
  const { owner, repo } = request.params;
  const repository = findRepository(github, owner, repo);
  const role = repository && roleIn(github, repository, request.viewer?.login);
  if (!repository || !role) {
    throw notFound();
  }
  if (!includesRole(role, needed)) {
    if (!request.viewer) {
      throw requiresAuthentication();
    }
    throw new GithubError(
      403,
      needed === 'admin'
        ? 'Must have admin rights to Repository.'
        : `Must have ${needed} access to Repository.`,
    );
  }
  return repository;
}

/** As {@link repositoryOf}, for a change of what is in it. */
export function writableRepositoryOf(
  github: Github,
  request: ApiRequest,
  needed: RepositoryRole = 'push',
): Repository {
  const repository = repositoryOf(github, request, needed);
  if (repository.archived) {
    throw new GithubError(403, 'Repository was archived so is read-only.');
  }
  return repository;
}

/** @throws GithubError 401 for an anonymous caller */
export function viewerOf(request: ApiRequest): Viewer {
  if (!request.viewer) {
    throw requiresAuthentication();
  }
  return request.viewer;
}

/**
 * Whether a protected branch takes direct changes from somebody. Owners of the
 * organisation may, unless the protection binds administrators too.
 */
export function mayBypass(
  github: Github,
  repository: Repository,
  protection: ProtectionDoc,
  login: string | undefined,
): boolean {
  return !protection.enforceAdmins && isOwner(github, repository.owner, login);
}

/** Whether a protection asks for a pull request. */
export function refusesDirectChanges(protection: ProtectionDoc): boolean {
  return Boolean(
    protection.requiredReviews ||
      protection.requiredStatusChecks ||
      protection.restrictions ||
      protection.lockBranch,
  );
}
