import { repositoryOf } from '../access';
import { readCommit } from '../git/log';
import { readRefs } from '../git/refs';
import { directoryOf, Github, Repository } from '../Github';
import { notFound } from '../http/errors';
import { ApiRequest, Route } from '../http/types';
import { encodePath } from '../urls';
import { commitView } from './present/commits';
import { protectionUrl, shortProtection } from './present/protection';
import { nodeId } from './present/users';
import { json, paged } from './reply';

/** Branches of a repository with their commits. */
export function branchesOf(
  github: Github,
  repository: Repository,
): Array<{ name: string; sha: string }> {
  return Object.entries(readRefs(directoryOf(github, repository)))
    .filter(([ref]) => ref.startsWith('refs/heads/'))
    .map(([ref, sha]) => ({ name: ref.slice('refs/heads/'.length), sha }));
}

/**
 * The branch that `{branch}` names.
 *
 * @throws GithubError 404
 */
export function branchOf(
  github: Github,
  repository: Repository,
  request: ApiRequest,
): { name: string; sha: string } {
  const branch = branchesOf(github, repository).find(
    ({ name }) => name === request.params.branch,
  );
  if (!branch) {
    throw notFound('Branch not found');
  }
  return branch;
}

async function branchReply(github: Github, request: ApiRequest) {
  const repository = repositoryOf(github, request);
  const { name, sha } = branchOf(github, repository, request);
  const commit = await readCommit(directoryOf(github, repository), sha);
  const protection = github.store.protections.get(repository.id, name);
  const full = `${repository.owner}/${repository.name}`;
  return json({
    name,
    commit: commitView(github, repository, commit),
    _links: {
      self: github.urls.api(`/repos/${full}/branches/${encodePath(name)}`),
      html: github.urls.html(`/${full}/tree/${encodePath(name)}`),
    },
    protected: protection !== undefined,
    protection: shortProtection(protection),
    protection_url: protectionUrl(github, repository, name),
  });
}

/** Branches and tags. */
export function branchRoutes(github: Github): Route[] {
  return [
    {
      operation: 'GET /repos/{owner}/{repo}/branches',
      handler: request => {
        const repository = repositoryOf(github, request);
        const wanted = request.query.get('protected');
        const branches = branchesOf(github, repository)
          .map(branch => ({
            ...branch,
            protection: github.store.protections.get(
              repository.id,
              branch.name,
            ),
          }))
          .filter(
            ({ protection }) =>
              wanted === null || (wanted === 'true') === Boolean(protection),
          );
        const full = `${repository.owner}/${repository.name}`;
        return paged(
          github,
          request,
          branches,
          ({ name, sha, protection }) => ({
            name,
            commit: {
              sha,
              url: github.urls.api(`/repos/${full}/commits/${sha}`),
            },
            protected: protection !== undefined,
            protection: shortProtection(protection),
            protection_url: protectionUrl(github, repository, name),
          }),
        );
      },
    },
    {
      operation: 'GET /repos/{owner}/{repo}/branches/{branch+}',
      handler: request => branchReply(github, request),
    },
    {
      operation: 'GET /repos/{owner}/{repo}/tags',
      handler: request => {
        const repository = repositoryOf(github, request);
        const full = `${repository.owner}/${repository.name}`;
        const tags = Object.entries(readRefs(directoryOf(github, repository)))
          .filter(([ref]) => ref.startsWith('refs/tags/'))
          .map(([ref, sha]) => ({ name: ref.slice('refs/tags/'.length), sha }));
        return paged(github, request, tags, ({ name, sha }) => ({
          name,
          node_id: nodeId('Tag', `${repository.id}:${name}`),
          commit: {
            sha,
            url: github.urls.api(`/repos/${full}/commits/${sha}`),
          },
          zipball_url: github.urls.api(
            `/repos/${full}/zipball/refs/tags/${encodePath(name)}`,
          ),
          tarball_url: github.urls.api(
            `/repos/${full}/tarball/refs/tags/${encodePath(name)}`,
          ),
        }));
      },
    },
  ];
}
