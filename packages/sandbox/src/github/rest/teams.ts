import { z } from 'zod';
import { includesRole, isMember, isOwner, roleIn, viewerOf } from '../access';
import { findRepository, Github, Repository } from '../Github';
import { forbidden, notFound } from '../http/errors';
import { readInput } from '../http/input';
import { ApiRequest, Route } from '../http/types';
import { Stored } from '../store/documents';
import { repositoryRoles, TeamDoc } from '../store/types';
import { organizationOf } from './organizations';
import { repositoryView } from './present/repositories';
import { fullTeam, teamView } from './present/teams';
import { simpleUser } from './present/users';
import { json, noContent, paged } from './reply';

function teamOf(github: Github, request: ApiRequest): Stored<TeamDoc> {
  const { login } = organizationOf(github, request);
  const viewer = viewerOf(request);
  const team = github.store.teams.get(
    login.toLowerCase(),
    request.params.team_slug.toLowerCase(),
  );
  // Teams are shown to members only.
  if (!team || !isMember(github, login, viewer.login)) {
    throw notFound();
  }
  return team;
}

function teamRepository(github: Github, request: ApiRequest): Repository {
  const { owner, repo } = request.params;
  const repository = findRepository(github, owner, repo);
  if (!repository || !roleIn(github, repository, request.viewer?.login)) {
    throw notFound();
  }
  return repository;
}

function requireAdmin(
  github: Github,
  request: ApiRequest,
  repository: Repository,
): void {
  const { login } = viewerOf(request);
  if (
    !isOwner(github, repository.owner, login) &&
    !includesRole(roleIn(github, repository, login), 'admin')
  ) {
    throw forbidden('Must have admin rights to Repository.');
  }
}

const grantInput = z.object({
  permission: z
    .enum([...repositoryRoles, 'read', 'write'])
    .default('push')
    .transform(permission => {
      if (permission === 'read') {
        return 'pull' as const;
      }
      return permission === 'write' ? ('push' as const) : permission;
    }),
});

/** Access of teams to repositories. */
function teamGrantRoutes(github: Github): Route[] {
  const { store } = github;
  const base = '/orgs/{org}/teams/{team_slug}/repos';
  return [
    {
      operation: `GET ${base}`,
      handler: request => {
        const team = teamOf(github, request);
        const repositories = store.repositories
          .list(team.organization.toLowerCase())
          .filter(repository => store.teamGrants.get(repository.id, team.id))
          .filter(repository =>
            roleIn(github, repository, request.viewer?.login),
          )
          .sort((a, b) => (a.name < b.name ? -1 : 1));
        return paged(github, request, repositories, repository =>
          repositoryView(github, repository, request.viewer?.login),
        );
      },
    },
    {
      operation: `GET ${base}/{owner}/{repo}`,
      handler: request => {
        const team = teamOf(github, request);
        const repository = teamRepository(github, request);
        const grant = store.teamGrants.get(repository.id, team.id);
        if (!grant) {
          throw notFound();
        }
        if (!request.headers.accept?.includes('vnd.github.v3.repository')) {
          return noContent;
        }
        return json({
          ...repositoryView(github, repository, request.viewer?.login),
          permissions: teamView(github, team, grant.permission).permissions,
          role_name: grant.permission,
        });
      },
    },
    {
      operation: `PUT ${base}/{owner}/{repo}`,
      handler: request => {
        const team = teamOf(github, request);
        const repository = teamRepository(github, request);
        requireAdmin(github, request, repository);
        const { permission } = readInput(grantInput, request.body);
        store.teamGrants.put(repository.id, team.id, {
          subject: team.slug,
          permission,
        });
        return noContent;
      },
    },
    {
      operation: `DELETE ${base}/{owner}/{repo}`,
      handler: request => {
        const team = teamOf(github, request);
        const repository = teamRepository(github, request);
        requireAdmin(github, request, repository);
        store.teamGrants.remove(repository.id, team.id);
        return noContent;
      },
    },
  ];
}

/** Teams, their members and what they have access to. */
export function teamRoutes(github: Github): Route[] {
  const { store } = github;
  return [
    {
      operation: 'GET /orgs/{org}/teams',
      handler: request => {
        const { login } = organizationOf(github, request);
        const viewer = viewerOf(request);
        if (!isMember(github, login, viewer.login)) {
          throw forbidden('Must be an organization member.');
        }
        return paged(
          github,
          request,
          store.teams.list(login.toLowerCase()),
          team => teamView(github, team),
        );
      },
    },
    {
      operation: 'GET /orgs/{org}/teams/{team_slug}',
      handler: request => json(fullTeam(github, teamOf(github, request))),
    },
    {
      operation: 'GET /orgs/{org}/teams/{team_slug}/members',
      handler: request => {
        const team = teamOf(github, request);
        const role = request.query.get('role') ?? 'all';
        const members = store.teamMembers
          .list(team.id)
          .filter(member => role === 'all' || member.role === role);
        return paged(github, request, members, member =>
          simpleUser(github, member.login),
        );
      },
    },
    {
      operation: 'GET /orgs/{org}/teams/{team_slug}/memberships/{username}',
      handler: request => {
        const team = teamOf(github, request);
        const member = store.teamMembers.get(
          team.id,
          request.params.username.toLowerCase(),
        );
        if (!member) {
          throw notFound();
        }
        return json({
          url: github.urls.api(
            `/orgs/${team.organization}/teams/${team.slug}/memberships/${member.login}`,
          ),
          role: member.role,
          state: 'active',
        });
      },
    },
    {
      operation: 'GET /repos/{owner}/{repo}/teams',
      handler: request => {
        viewerOf(request);
        const repository = teamRepository(github, request);
        const grants = store.teamGrants.list(repository.id);
        const teams = grants.flatMap(grant => {
          const team = store.teams.get(
            repository.owner.toLowerCase(),
            grant.subject,
          );
          return team ? [{ team, permission: grant.permission }] : [];
        });
        return paged(github, request, teams, ({ team, permission }) =>
          teamView(github, team, permission),
        );
      },
    },
    ...teamGrantRoutes(github),
  ];
}
