import { z } from 'zod';
import { repositoryOf, roleIn, viewerOf } from '../access';
import { Github, Repository } from '../Github';
import { GithubError, notFound } from '../http/errors';
import { readInput } from '../http/input';
import { Route } from '../http/types';
import { repositoryRoles, RepositoryRole } from '../store/types';
import { includesRole } from '../access';
import { findAccount, simpleUser } from './present/users';
import { json, noContent, paged } from './reply';

const topicsInput = z.object({ names: z.array(z.string()) });

const collaboratorInput = z.object({
  permission: z
    .enum([...repositoryRoles, 'read', 'write'])
    .nullish()
    .transform((permission): RepositoryRole => {
      if (permission === 'read') {
        return 'pull';
      }
      return !permission || permission === 'write' ? 'push' : permission;
    }),
});

/** GitHub's older words for roles. */
function permissionWord(role: RepositoryRole | undefined): string {
  if (!role) {
    return 'none';
  }
  if (role === 'admin') {
    return 'admin';
  }
  return includesRole(role, 'push') ? 'write' : 'read';
}

function everybodyWithAccess(github: Github, repository: Repository) {
  const { store } = github;
  const logins = new Map<string, string>();
  for (const member of store.memberships.list(repository.owner.toLowerCase())) {
    logins.set(member.login.toLowerCase(), member.login);
  }
  for (const grant of store.collaborators.list(repository.id)) {
    logins.set(grant.subject.toLowerCase(), grant.subject);
  }
  return [...logins.values()].flatMap(login => {
    const role = roleIn(github, repository, login);
    return role ? [{ login, role }] : [];
  });
}

function collaboratorView(github: Github, login: string, role: RepositoryRole) {
  return {
    ...simpleUser(github, login),
    permissions: {
      pull: true,
      triage: includesRole(role, 'triage'),
      push: includesRole(role, 'push'),
      maintain: includesRole(role, 'maintain'),
      admin: includesRole(role, 'admin'),
    },
    role_name: role,
  };
}

function topicRoutes(github: Github): Route[] {
  return [
    {
      operation: 'GET /repos/{owner}/{repo}/topics',
      handler: request => json({ names: repositoryOf(github, request).topics }),
    },
    {
      operation: 'PUT /repos/{owner}/{repo}/topics',
      handler: request => {
        const repository = repositoryOf(github, request, 'maintain');
        const names = [
          ...new Set(
            readInput(topicsInput, request.body).names.map(name =>
              name.toLowerCase(),
            ),
          ),
        ];
        if (names.length > 20) {
          throw new GithubError(
            422,
            'A repository can have at most 20 topics.',
          );
        }
        const wrong = names.find(
          name => !/^[a-z0-9][a-z0-9-]{0,49}$/.test(name),
        );
        if (wrong !== undefined) {
          throw new GithubError(422, 'Validation Failed', {
            errors: [
              `Topic "${wrong}" must start with a lowercase letter or number, consist of 50 characters or less, and can include hyphens.`,
            ],
          });
        }
        github.store.repositories.update(repository.id, { topics: names });
        return json({ names });
      },
    },
  ];
}

/** Topics of a repository and the people with access to it. */
export function repositoryAccessRoutes(github: Github): Route[] {
  const base = '/repos/{owner}/{repo}/collaborators';
  return [
    ...topicRoutes(github),
    {
      operation: `GET ${base}`,
      handler: request => {
        const repository = repositoryOf(github, request, 'push');
        return paged(
          github,
          request,
          everybodyWithAccess(github, repository),
          ({ login, role }) => collaboratorView(github, login, role),
        );
      },
    },
    {
      operation: `GET ${base}/{username}/permission`,
      handler: request => {
        const repository = repositoryOf(github, request);
        viewerOf(request);
        const { username } = request.params;
        const account = findAccount(github, username);
        if (!account) {
          throw notFound();
        }
        const role = roleIn(github, repository, username);
        return json({
          permission: permissionWord(role),
          role_name: role ?? 'none',
          user: role
            ? collaboratorView(github, account.login, role)
            : { ...account, role_name: 'none' },
        });
      },
    },
    {
      operation: `GET ${base}/{username}`,
      handler: request => {
        const repository = repositoryOf(github, request, 'push');
        const wanted = request.params.username.toLowerCase();
        const known = everybodyWithAccess(github, repository).some(
          ({ login }) => login.toLowerCase() === wanted,
        );
        if (!known) {
          throw notFound();
        }
        return noContent;
      },
    },
    {
      operation: `PUT ${base}/{username}`,
      handler: request => {
        const repository = repositoryOf(github, request, 'admin');
        const user = github.store.users.get(
          '',
          request.params.username.toLowerCase(),
        );
        if (!user) {
          throw notFound();
        }
        const { permission } = readInput(collaboratorInput, request.body);
        github.store.collaborators.put(
          repository.id,
          user.login.toLowerCase(),
          { subject: user.login, permission },
        );
        return noContent;
      },
    },
    {
      operation: `DELETE ${base}/{username}`,
      handler: request => {
        const repository = repositoryOf(github, request, 'admin');
        github.store.collaborators.remove(
          repository.id,
          request.params.username.toLowerCase(),
        );
        return noContent;
      },
    },
  ];
}
