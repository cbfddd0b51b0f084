import { IncomingMessage, ServerResponse } from 'node:http';
import {
  includesRole,
  mayBypass,
  refusesDirectChanges,
  roleIn,
} from '../access';
import { syncRefs } from '../events/syncRefs';
import { findRepository, Github, Repository } from '../Github';
import { authenticate } from '../http/auth';
import { GithubError } from '../http/errors';
import { Viewer } from '../http/types';
import { serveGit } from './httpBackend';

/** A request of git, read from its address. */
export interface GitTarget {
  owner: string;
  name: string;
  service: 'git-upload-pack' | 'git-receive-pack';
  /** `/info/refs` or the service. */
  suffix: string;
}

/**
 * Reads the address of a request of git.
 *
 * @returns undefined when it is for somebody else
 */
export function gitTarget(url: URL): GitTarget | undefined {
  const match =
    /^\/([^/]+)\/([^/]+?)(?:\.git)?(\/info\/refs|\/git-upload-pack|\/git-receive-pack)$/.exec(
      url.pathname,
    );
  if (!match) {
    return undefined;
  }
  const [, owner, name, suffix] = match;
  const service =
    suffix === '/info/refs' ? url.searchParams.get('service') : suffix.slice(1);
  if (service !== 'git-upload-pack' && service !== 'git-receive-pack') {
    return undefined;
  }
  return { owner, name, service, suffix };
}

function refuse(
  response: ServerResponse,
  status: number,
  message: string,
): void {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    ...(status === 401 ? { 'www-authenticate': 'Basic realm="GitHub"' } : {}),
  });
  response.end(`${message}\n`);
}

/** The refs that a person may not push to, or only move forward. */
function guardedRefs(
  github: Github,
  repository: Repository,
  login: string | undefined,
): Record<string, string> {
  const refused: string[] = [];
  const forward: string[] = [];
  for (const protection of github.store.protections.list(repository.id)) {
    if (mayBypass(github, repository, protection, login)) {
      continue;
    }
    const ref = `refs/heads/${protection.branch}`;
    if (refusesDirectChanges(protection)) {
      refused.push(ref);
    }
    if (!protection.allowForcePushes || !protection.allowDeletions) {
      forward.push(ref);
    }
  }
  return {
    SANDBOX_REFUSED_REFS: refused.join('\n'),
    SANDBOX_FORWARD_REFS: forward.join('\n'),
  };
}

function admit(
  github: Github,
  target: GitTarget,
  viewer: Viewer | undefined,
): Repository {
  const repository = findRepository(github, target.owner, target.name);
  const role = repository && roleIn(github, repository, viewer?.login);
  if (!repository || !role) {
    // Whether it exists is told only to whoever says who they are.
    throw viewer
      ? new GithubError(404, 'Repository not found.')
      : new GithubError(401, 'Authentication required.');
  }
  if (target.service === 'git-receive-pack') {
    if (!viewer) {
      throw new GithubError(401, 'Authentication required.');
    }
    if (!includesRole(role, 'push')) {
      throw new GithubError(
        403,
        `Permission to ${repository.owner}/${repository.name} denied to ${viewer.login}.`,
      );
    }
    if (repository.archived) {
      throw new GithubError(
        403,
        'This repository was archived so it is read-only.',
      );
    }
  }
  return repository;
}

/**
 * Serves clone, fetch and push. Reading a public repository takes no token,
 * pushing takes one with write access.
 */
export async function serveSmartHttp(
  github: Github,
  target: GitTarget,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  let viewer: Viewer | undefined;
  let repository: Repository;
  try {
    viewer = authenticate(github.store, request.headers.authorization);
    repository = admit(github, target, viewer);
  } catch (error) {
    if (error instanceof GithubError) {
      refuse(response, error.status, error.message);
      return;
    }
    throw error;
  }
  const serve = (env: Record<string, string>) =>
    serveGit(request, response, {
      root: github.repositoriesDir,
      pathInfo: `/${repository.owner}/${repository.name}.git${target.suffix}`,
      query: url.search.slice(1),
      user: viewer?.login,
      hooksDir: github.hooksDir,
      env,
    });
  if (target.suffix !== '/git-receive-pack') {
    await serve({});
    response.end();
    return;
  }
  await github.locks.run(repository.id, async () => {
    await serve(guardedRefs(github, repository, viewer?.login));
    // The client hears of success when the push is also known to the API.
    await syncRefs(github, repository.id, viewer?.login ?? 'ghost');
    response.end();
  });
}
