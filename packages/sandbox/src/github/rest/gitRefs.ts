import { z } from 'zod';
import { repositoryOf, viewerOf, writableRepositoryOf } from '../access';
import { syncRefs } from '../events/syncRefs';
import { mergeBase } from '../git/log';
import { isRefName, isSha } from '../git/names';
import { readObject } from '../git/objects';
import { readRefs } from '../git/refs';
import { updateRef } from '../git/write';
import { directoryOf, Github, Repository } from '../Github';
import { GithubError, notFound } from '../http/errors';
import { readInput } from '../http/input';
import { ApiRequest, ApiResponse, Route } from '../http/types';
import { encodePath } from '../urls';
import { requireUnprotected } from './contentWrites';
import { nodeId } from './present/users';
import { emptyRepository, isEmpty } from './refsInput';
import { json, noContent, paged } from './reply';

const createInput = z.object({ ref: z.string(), sha: z.string() });
const updateInput = z.object({
  sha: z.string(),
  force: z.boolean().default(false),
});

async function refView(
  github: Github,
  repository: Repository,
  ref: string,
  sha: string,
) {
  const api = github.urls.api(`/repos/${repository.owner}/${repository.name}`);
  const object = ref.startsWith('refs/heads/')
    ? undefined
    : await readObject(directoryOf(github, repository), sha);
  const type = object?.type ?? 'commit';
  return {
    ref,
    node_id: nodeId('Ref', `${repository.id}:${ref}`),
    url: `${api}/git/${encodePath(ref)}`,
    object: { type, sha, url: `${api}/git/${type}s/${sha}` },
  };
}

/** The whole name of the ref that a path names. */
function refName(name: string): string {
  const ref = `refs/${name.replace(/^refs\//, '')}`;
  if (!isRefName(ref) || !/^refs\/(heads|tags)\//.test(ref)) {
    throw new GithubError(422, 'Reference name is not valid');
  }
  return ref;
}

function branchOf(ref: string): string | undefined {
  return /^refs\/heads\/(.+)$/.exec(ref)?.[1];
}

async function requireCommit(dir: string, sha: string): Promise<void> {
  const object = isSha(sha) && (await readObject(dir, sha));
  if (!object) {
    throw new GithubError(422, 'Object does not exist');
  }
}

async function create(
  github: Github,
  request: ApiRequest,
): Promise<ApiResponse> {
  const repository = writableRepositoryOf(github, request);
  const { login } = viewerOf(request);
  const input = readInput(createInput, request.body);
  if (!input.ref.startsWith('refs/')) {
    throw new GithubError(
      422,
      `Reference name is not valid: it must start with 'refs' and have at least two slashes.`,
    );
  }
  const ref = refName(input.ref);
  const dir = directoryOf(github, repository);
  if (isEmpty(repository)) {
    throw emptyRepository();
  }
  return github.locks.run(repository.id, async () => {
    await requireCommit(dir, input.sha);
    if (Object.hasOwn(readRefs(dir), ref)) {
      throw new GithubError(422, 'Reference already exists');
    }
    await updateRef(dir, ref, input.sha, undefined).catch(() => {
      throw new GithubError(422, 'Reference update failed');
    });
    await syncRefs(github, repository.id, login);
    return json(await refView(github, repository, ref, input.sha), 201);
  });
}

async function update(
  github: Github,
  request: ApiRequest,
): Promise<ApiResponse> {
  const repository = writableRepositoryOf(github, request);
  const { login } = viewerOf(request);
  const input = readInput(updateInput, request.body);
  const ref = refName(request.params.ref);
  const dir = directoryOf(github, repository);
  return github.locks.run(repository.id, async () => {
    const refs = readRefs(dir);
    if (!Object.hasOwn(refs, ref)) {
      throw new GithubError(422, 'Reference does not exist');
    }
    const branch = branchOf(ref);
    if (branch) {
      requireUnprotected(github, repository, branch, login);
    }
    await requireCommit(dir, input.sha);
    const base = await mergeBase(dir, refs[ref], input.sha);
    if (!input.force && base !== refs[ref]) {
      throw new GithubError(422, 'Update is not a fast forward');
    }
    await updateRef(dir, ref, input.sha, refs[ref]);
    await syncRefs(github, repository.id, login);
    return json(await refView(github, repository, ref, input.sha));
  });
}

async function remove(
  github: Github,
  request: ApiRequest,
): Promise<ApiResponse> {
  const repository = writableRepositoryOf(github, request);
  const { login } = viewerOf(request);
  const ref = refName(request.params.ref);
  const dir = directoryOf(github, repository);
  return github.locks.run(repository.id, async () => {
    const refs = readRefs(dir);
    if (!Object.hasOwn(refs, ref)) {
      throw new GithubError(422, 'Reference does not exist');
    }
    const branch = branchOf(ref);
    const protection =
      branch && github.store.protections.get(repository.id, branch);
    if (protection && !protection.allowDeletions) {
      throw new GithubError(422, 'Cannot delete this protected branch');
    }
    if (branch === repository.defaultBranch) {
      throw new GithubError(422, 'Cannot delete the default branch');
    }
    await updateRef(dir, ref, undefined, refs[ref]);
    await syncRefs(github, repository.id, login);
    return noContent;
  });
}

/** Branches and tags as git names them. */
export function gitRefRoutes(github: Github): Route[] {
  const base = '/repos/{owner}/{repo}/git';
  return [
    {
      operation: `GET ${base}/ref/{ref+}`,
      handler: async request => {
        const repository = repositoryOf(github, request);
        if (isEmpty(repository)) {
          throw emptyRepository();
        }
        const ref = `refs/${request.params.ref.replace(/^refs\//, '')}`;
        const refs = readRefs(directoryOf(github, repository));
        if (!Object.hasOwn(refs, ref)) {
          throw notFound();
        }
        return json(await refView(github, repository, ref, refs[ref]));
      },
    },
    {
      operation: `GET ${base}/matching-refs/{ref+}`,
      handler: request => {
        const repository = repositoryOf(github, request);
        const prefix = `refs/${request.params.ref}`;
        const refs = Object.entries(
          readRefs(directoryOf(github, repository)),
        ).filter(([ref]) => ref.startsWith(prefix));
        return paged(github, request, refs, ([ref, sha]) =>
          refView(github, repository, ref, sha),
        );
      },
    },
    {
      operation: `POST ${base}/refs`,
      handler: request => create(github, request),
    },
    {
      operation: `PATCH ${base}/refs/{ref+}`,
      handler: request => update(github, request),
    },
    {
      operation: `DELETE ${base}/refs/{ref+}`,
      handler: request => remove(github, request),
    },
  ];
}
