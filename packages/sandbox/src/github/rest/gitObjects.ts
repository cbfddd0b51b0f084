import { z } from 'zod';
import { repositoryOf, viewerOf, writableRepositoryOf } from '../access';
import { readCommit } from '../git/log';
import { isSha, isTreePath } from '../git/names';
import { readObject, writeBlob } from '../git/objects';
import { resolveCommit } from '../git/refs';
import { GitError } from '../git/runGit';
import { listTree, TreeEntry } from '../git/trees';
import { writeCommit, writeTree } from '../git/write';
import { directoryOf, Github, Repository } from '../Github';
import { GithubError, notFound } from '../http/errors';
import { readInput } from '../http/input';
import { ApiRequest, ApiResponse, Route } from '../http/types';
import { signatureInput, signatureOf } from './author';
import { gitCommitView } from './present/commits';
import { wrapBase64 } from './present/contents';
import { nodeId } from './present/users';
import { emptyRepository, isEmpty } from './refsInput';
import { json } from './reply';

const modes = ['100644', '100755', '040000', '160000', '120000'] as const;

const treeInput = z.object({
  base_tree: z.string().nullish(),
  tree: z
    .array(
      z.object({
        path: z.string(),
        mode: z.enum(modes),
        type: z.enum(['blob', 'tree', 'commit']).optional(),
        sha: z.string().nullish(),
        content: z.string().optional(),
      }),
    )
    .max(10_000),
});

const commitInput = z.object({
  message: z.string(),
  tree: z.string(),
  parents: z.array(z.string()).default([]),
  author: signatureInput.optional(),
  committer: signatureInput.optional(),
});

const blobInput = z.object({
  content: z.string(),
  encoding: z.enum(['utf-8', 'base64']).default('utf-8'),
});

function treeView(
  github: Github,
  repository: Repository,
  sha: string,
  entries: TreeEntry[],
) {
  const api = github.urls.api(`/repos/${repository.owner}/${repository.name}`);
  const folder = { blob: 'blobs', tree: 'trees', commit: 'commits' };
  return {
    sha,
    url: `${api}/git/trees/${sha}`,
    tree: entries.map(entry => ({
      path: entry.path,
      mode: entry.mode,
      type: entry.type,
      sha: entry.sha,
      ...(entry.size === undefined ? {} : { size: entry.size }),
      url: `${api}/git/${folder[entry.type]}/${entry.sha}`,
    })),
    truncated: false,
  };
}

async function readTree(
  github: Github,
  request: ApiRequest,
): Promise<ApiResponse> {
  const repository = repositoryOf(github, request);
  if (isEmpty(repository)) {
    throw emptyRepository();
  }
  const dir = directoryOf(github, repository);
  const name = request.params.tree_sha;
  const commit = await resolveCommit(dir, name);
  const object = commit
    ? await readObject(dir, `${commit}^{tree}`)
    : isSha(name) && (await readObject(dir, name));
  if (!object || object.type !== 'tree') {
    throw notFound();
  }
  const entries = await listTree(
    dir,
    object.sha,
    request.query.has('recursive'),
  );
  return json(treeView(github, repository, object.sha, entries ?? []));
}

async function createTree(
  github: Github,
  request: ApiRequest,
): Promise<ApiResponse> {
  const repository = writableRepositoryOf(github, request);
  const input = readInput(treeInput, request.body);
  const dir = directoryOf(github, repository);
  if (input.base_tree && !isSha(input.base_tree)) {
    throw new GithubError(422, 'base_tree is not a valid tree SHA');
  }
  const changes = [];
  for (const entry of input.tree) {
    if (!isTreePath(entry.path)) {
      throw new GithubError(
        422,
        'tree.path contains a malformed path component',
      );
    }
    if (entry.sha && !isSha(entry.sha)) {
      throw new GithubError(422, `tree.sha ${entry.sha} is not a valid SHA`);
    }
    if (entry.sha === undefined && entry.content === undefined) {
      throw new GithubError(
        422,
        `Must supply either tree.sha or tree.content for ${entry.path}.`,
      );
    }
    const sha =
      entry.content === undefined
        ? entry.sha ?? undefined
        : await writeBlob(dir, Buffer.from(entry.content));
    changes.push({ path: entry.path, mode: entry.mode, sha });
  }
  try {
    const sha = await writeTree(dir, input.base_tree ?? undefined, changes);
    const entries = await listTree(dir, sha);
    return json(treeView(github, repository, sha, entries ?? []), 201);
  } catch (error) {
    if (error instanceof GitError) {
      throw new GithubError(
        422,
        'GitRPC::BadObjectState: a tree, blob or path of the request does not exist or clashes with another',
      );
    }
    throw error;
  }
}

async function createCommit(
  github: Github,
  request: ApiRequest,
): Promise<ApiResponse> {
  const repository = writableRepositoryOf(github, request);
  const { login } = viewerOf(request);
  const input = readInput(commitInput, request.body);
  const dir = directoryOf(github, repository);
  const tree = isSha(input.tree) && (await readObject(dir, input.tree));
  if (!tree || tree.type !== 'tree') {
    throw new GithubError(422, 'Tree SHA does not exist');
  }
  for (const parent of input.parents) {
    const object = isSha(parent) && (await readObject(dir, parent));
    if (!object || object.type !== 'commit') {
      throw new GithubError(
        422,
        'Parent SHA does not exist or is not a commit',
      );
    }
  }
  const sha = await writeCommit(dir, {
    tree: input.tree,
    parents: input.parents,
    message: input.message,
    author: signatureOf(github, login, input.author ?? input.committer),
    committer: signatureOf(github, login, input.committer ?? input.author),
  });
  const commit = await readCommit(dir, sha);
  return json(gitCommitView(github, repository, commit), 201);
}

/** Blobs, trees and commits by their SHA. */
export function gitObjectRoutes(github: Github): Route[] {
  const base = '/repos/{owner}/{repo}/git';
  return [
    {
      operation: `GET ${base}/blobs/{file_sha}`,
      handler: async request => {
        const repository = repositoryOf(github, request);
        const sha = request.params.file_sha;
        const blob =
          isSha(sha) &&
          (await readObject(directoryOf(github, repository), sha));
        if (!blob || blob.type !== 'blob') {
          throw notFound();
        }
        const name = `${repository.owner}/${repository.name}`;
        return json({
          sha,
          node_id: nodeId('Blob', sha),
          size: blob.data.length,
          url: github.urls.api(`/repos/${name}/git/blobs/${sha}`),
          content: wrapBase64(blob.data),
          encoding: 'base64',
        });
      },
    },
    {
      operation: `POST ${base}/blobs`,
      handler: async request => {
        const repository = writableRepositoryOf(github, request);
        const { content, encoding } = readInput(blobInput, request.body);
        const sha = await writeBlob(
          directoryOf(github, repository),
          Buffer.from(content, encoding === 'base64' ? 'base64' : 'utf8'),
        );
        const name = `${repository.owner}/${repository.name}`;
        return json(
          { sha, url: github.urls.api(`/repos/${name}/git/blobs/${sha}`) },
          201,
        );
      },
    },
    {
      operation: `GET ${base}/trees/{tree_sha+}`,
      handler: request => readTree(github, request),
    },
    {
      operation: `POST ${base}/trees`,
      handler: request => createTree(github, request),
    },
    {
      operation: `GET ${base}/commits/{commit_sha}`,
      handler: async request => {
        const repository = repositoryOf(github, request);
        const dir = directoryOf(github, repository);
        const sha = request.params.commit_sha;
        const known = isSha(sha) && (await resolveCommit(dir, sha));
        if (!known) {
          throw notFound();
        }
        return json(
          gitCommitView(github, repository, await readCommit(dir, known)),
        );
      },
    },
    {
      operation: `POST ${base}/commits`,
      handler: request => createCommit(github, request),
    },
  ];
}
