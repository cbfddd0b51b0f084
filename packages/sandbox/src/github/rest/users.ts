import { isMember, viewerOf } from '../access';
import { Github } from '../Github';
import { notFound } from '../http/errors';
import { Route } from '../http/types';
import { repositoryView } from './present/repositories';
import { fullTeam } from './present/teams';
import {
  fullUser,
  organizationAsUser,
  simpleOrganization,
} from './present/users';
import { visibleRepositories } from './repositoryLists';
import { json, paged } from './reply';

function organizationsOf(github: Github, login: string) {
  return github.store.organizations
    .list('')
    .filter(organization => isMember(github, organization.login, login));
}

/** People. */
export function userRoutes(github: Github): Route[] {
  const { users, organizations } = github.store;
  const profile = (login: string) => {
    const user = users.get('', login.toLowerCase());
    if (user) {
      return fullUser(github, user);
    }
    const organization = organizations.get('', login.toLowerCase());
    if (!organization) {
      throw notFound();
    }
    return organizationAsUser(github, organization);
  };
  return [
    {
      operation: 'GET /user',
      handler: request => json(profile(viewerOf(request).login)),
    },
    {
      operation: 'GET /user/orgs',
      handler: request =>
        paged(
          github,
          request,
          organizationsOf(github, viewerOf(request).login),
          organization => simpleOrganization(github, organization),
        ),
    },
    {
      operation: 'GET /user/repos',
      handler: request => {
        const { login } = viewerOf(request);
        return paged(
          github,
          request,
          visibleRepositories(github, request),
          repository => repositoryView(github, repository, login),
        );
      },
    },
    {
      operation: 'GET /user/teams',
      handler: request => {
        const { login } = viewerOf(request);
        const teams = github.store.teams
          .all()
          .filter(team =>
            github.store.teamMembers.get(team.id, login.toLowerCase()),
          );
        return paged(github, request, teams, team => fullTeam(github, team));
      },
    },
    {
      operation: 'GET /users/{username}',
      handler: request => json(profile(request.params.username)),
    },
    {
      operation: 'GET /users/{username}/orgs',
      handler: request => {
        profile(request.params.username);
        return paged(
          github,
          request,
          organizationsOf(github, request.params.username),
          organization => simpleOrganization(github, organization),
        );
      },
    },
    {
      operation: 'GET /users/{username}/repos',
      handler: request => {
        profile(request.params.username);
        return paged(
          github,
          request,
          visibleRepositories(github, request, request.params.username),
          repository =>
            repositoryView(github, repository, request.viewer?.login),
        );
      },
    },
  ];
}
