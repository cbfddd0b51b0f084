import { isMember, isOwner, viewerOf } from '../access';
import { Github } from '../Github';
import { notFound } from '../http/errors';
import { ApiRequest, Route } from '../http/types';
import { repositoryView } from './present/repositories';
import {
  fullOrganization,
  simpleOrganization,
  simpleUser,
} from './present/users';
import { visibleRepositories } from './repositoryLists';
import { json, noContent, paged } from './reply';

/**
 * The organisation that `{org}` names.
 *
 * @throws GithubError 404
 */
export function organizationOf(github: Github, request: ApiRequest) {
  const organization = github.store.organizations.get(
    '',
    request.params.org.toLowerCase(),
  );
  if (!organization) {
    throw notFound();
  }
  return organization;
}

function membership(github: Github, request: ApiRequest, login: string) {
  const organization = organizationOf(github, request);
  const found = github.store.memberships.get(
    organization.login.toLowerCase(),
    login.toLowerCase(),
  );
  if (!found) {
    throw notFound();
  }
  const url = github.urls.api(`/orgs/${organization.login}`);
  return {
    url: `${url}/memberships/${found.login}`,
    state: 'active',
    role: found.role,
    organization_url: url,
    organization: simpleOrganization(github, organization),
    user: simpleUser(github, found.login),
  };
}

/** Organisations and who belongs to them. */
export function organizationRoutes(github: Github): Route[] {
  return [
    {
      operation: 'GET /orgs/{org}',
      handler: request =>
        json(fullOrganization(github, organizationOf(github, request))),
    },
    {
      operation: 'GET /orgs/{org}/members',
      handler: request => {
        const { login } = organizationOf(github, request);
        const role = request.query.get('role') ?? 'all';
        const members = github.store.memberships
          .list(login.toLowerCase())
          .filter(member => role === 'all' || member.role === role);
        return paged(github, request, members, member =>
          simpleUser(github, member.login),
        );
      },
    },
    {
      operation: 'GET /orgs/{org}/members/{username}',
      handler: request => {
        const { login } = organizationOf(github, request);
        if (!isMember(github, login, request.params.username)) {
          throw notFound();
        }
        return noContent;
      },
    },
    {
      operation: 'GET /orgs/{org}/memberships/{username}',
      handler: request => {
        viewerOf(request);
        return json(membership(github, request, request.params.username));
      },
    },
    {
      operation: 'GET /user/memberships/orgs/{org}',
      handler: request =>
        json(membership(github, request, viewerOf(request).login)),
    },
    {
      operation: 'GET /orgs/{org}/repos',
      handler: request => {
        const { login } = organizationOf(github, request);
        return paged(
          github,
          request,
          visibleRepositories(github, request, login),
          repository =>
            repositoryView(github, repository, request.viewer?.login),
        );
      },
    },
  ];
}

/** @throws GithubError 401 or 404 for whoever does not own the organisation */
export function ownedOrganizationOf(github: Github, request: ApiRequest) {
  const organization = organizationOf(github, request);
  if (!isOwner(github, organization.login, viewerOf(request).login)) {
    throw notFound();
  }
  return organization;
}
