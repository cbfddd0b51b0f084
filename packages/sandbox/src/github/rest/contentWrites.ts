import { z } from 'zod';
import {
  mayBypass,
  refusesDirectChanges,
  viewerOf,
  writableRepositoryOf,
} from '../access';
import { syncRefs } from '../events/syncRefs';
import { readCommit } from '../git/log';
import { isRefName, isTreePath } from '../git/names';
import { readObject, writeBlob } from '../git/objects';
import { readRefs } from '../git/refs';
import { updateRef, writeCommit, writeTree } from '../git/write';
import { directoryOf, Github, Repository } from '../Github';
import { GithubError, notFound } from '../http/errors';
import { readInput } from '../http/input';
import { ApiRequest, ApiResponse, Route } from '../http/types';
import { signatureInput, signatureOf } from './author';
import { gitCommitView } from './present/commits';
import { contentView } from './present/contents';

const writeInput = z.object({
  message: z.string().min(1),
  sha: z.string().nullish(),
  branch: z.string().nullish(),
  author: signatureInput.optional(),
  committer: signatureInput.optional(),
});

const putInput = writeInput.extend({ content: z.string() });

/**
 * Refuses a direct change of a branch that wants pull requests.
 *
 * @throws GithubError 409 in GitHub's words
 */
export function requireUnprotected(
  github: Github,
  repository: Repository,
  branch: string,
  login: string,
): void {
  const protection = github.store.protections.get(repository.id, branch);
  if (
    protection &&
    refusesDirectChanges(protection) &&
    !mayBypass(github, repository, protection, login)
  ) {
    throw new GithubError(
      409,
      'Repository rule violations found\n\nChanges must be made through a pull request.\n\n',
    );
  }
}

function readBase64(content: string): Buffer {
  const bare = content.replace(/\s/g, '');
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(bare)) {
    throw new GithubError(422, 'content is not valid Base64');
  }
  return Buffer.from(bare, 'base64');
}

interface Target {
  repository: Repository;
  dir: string;
  branch: string;
  ref: string;
  /** Where the branch is; undefined for the first commit of a repository. */
  head?: string;
  path: string;
  login: string;
}

function targetOf(
  github: Github,
  request: ApiRequest,
  branchInput: string | null | undefined,
): Target {
  const repository = writableRepositoryOf(github, request);
  const { login } = viewerOf(request);
  const path = request.params.path;
  if (!isTreePath(path)) {
    throw new GithubError(422, 'path contains a malformed path component');
  }
  const branch = branchInput || repository.defaultBranch;
  if (!isRefName(branch)) {
    throw notFound(`Branch ${branch} not found`);
  }
  const dir = directoryOf(github, repository);
  const refs = readRefs(dir);
  const ref = `refs/heads/${branch}`;
  const head = Object.hasOwn(refs, ref) ? refs[ref] : undefined;
  if (!head && Object.keys(refs).some(name => name.startsWith('refs/heads/'))) {
    throw notFound(`Branch ${branch} not found`);
  }
  requireUnprotected(github, repository, branch, login);
  return { repository, dir, branch, ref, head, path, login };
}

async function requireCurrent(
  target: Target,
  sha: string | null | undefined,
): Promise<string | undefined> {
  const known = target.head
    ? await readObject(target.dir, `${target.head}:${target.path}`)
    : undefined;
  if (known?.type === 'tree') {
    throw new GithubError(422, `${target.path} is a directory.`);
  }
  if (known && !sha) {
    throw new GithubError(422, 'Invalid request.\n\n"sha" wasn\'t supplied.');
  }
  if (sha && known?.sha !== sha) {
    throw new GithubError(409, `${target.path} does not match ${sha}`);
  }
  return known?.sha;
}

async function commitChange(
  github: Github,
  target: Target,
  input: z.output<typeof writeInput>,
  blob: string | undefined,
) {
  const { dir, head, ref, login } = target;
  const tree = await writeTree(dir, head, [
    { path: target.path, mode: '100644', sha: blob },
  ]);
  const author = signatureOf(github, login, input.author ?? input.committer);
  const sha = await writeCommit(dir, {
    tree,
    parents: head ? [head] : [],
    message: input.message,
    author,
    committer: signatureOf(github, login, input.committer ?? input.author),
  });
  await updateRef(dir, ref, sha, head).catch(() => {
    throw new GithubError(
      409,
      `The branch ${target.branch} has moved meanwhile. Read it and try again.`,
    );
  });
  await syncRefs(github, target.repository.id, login);
  const commit = await readCommit(dir, sha);
  return gitCommitView(github, target.repository, commit);
}

async function put(github: Github, request: ApiRequest): Promise<ApiResponse> {
  const input = readInput(putInput, request.body);
  const data = readBase64(input.content);
  const { repository } = targetOf(github, request, input.branch);
  return github.locks.run(repository.id, async () => {
    const target = targetOf(github, request, input.branch);
    const before = await requireCurrent(target, input.sha);
    const blob = await writeBlob(target.dir, data);
    const commit = await commitChange(github, target, input, blob);
    return {
      status: before ? 200 : 201,
      body: {
        content: contentView(github, repository, target.branch, {
          type: 'file',
          path: target.path,
          sha: blob,
          size: data.length,
        }),
        commit,
      },
    };
  });
}

async function remove(
  github: Github,
  request: ApiRequest,
): Promise<ApiResponse> {
  // Octokit sends the fields of a DELETE in its body, other clients in the query.
  const input = readInput(
    writeInput.required({ sha: true }),
    request.body ?? Object.fromEntries(request.query),
  );
  const { repository } = targetOf(github, request, input.branch);
  return github.locks.run(repository.id, async () => {
    const target = targetOf(github, request, input.branch);
    const before = await requireCurrent(target, input.sha);
    if (!before) {
      throw notFound();
    }
    const commit = await commitChange(github, target, input, undefined);
    return { status: 200, body: { content: null, commit } };
  });
}

/** Files, for changing one with a commit. */
export function contentWriteRoutes(github: Github): Route[] {
  return [
    {
      operation: 'PUT /repos/{owner}/{repo}/contents/{path+}',
      handler: request => put(github, request),
    },
    {
      operation: 'DELETE /repos/{owner}/{repo}/contents/{path+}',
      handler: request => remove(github, request),
    },
  ];
}
