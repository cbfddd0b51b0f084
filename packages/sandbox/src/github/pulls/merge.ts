import { preparePullEvent } from '../events/pullEvents';
import { syncRefs } from '../events/syncRefs';
import { GitCommit, listCommits, Signature } from '../git/log';
import { mergeTrees } from '../git/merge';
import { readRefs } from '../git/refs';
import { updateRef, writeCommit } from '../git/write';
import { directoryOf, Github, Repository, timestamp } from '../Github';
import { GithubError } from '../http/errors';
import { PullRequest } from '../rest/present/pulls';
import { pullBase } from './figures';
import { mergeRefusal } from './mergeRules';

export interface MergeInput {
  method: 'merge' | 'squash' | 'rebase';
  title?: string;
  message?: string;
  /** What the head must be. */
  sha?: string;
  login: string;
  author: Signature;
}

function notMergeable(message = 'Pull Request is not mergeable'): GithubError {
  return new GithubError(405, message);
}

async function replay(
  dir: string,
  onto: string,
  commits: GitCommit[],
  committer: Signature,
): Promise<string> {
  let tip = onto;
  for (const commit of commits) {
    const tree = await mergeTrees(dir, commit.parents[0], tip, commit.sha);
    if (!tree) {
      throw notMergeable('This branch cannot be rebased due to conflicts');
    }
    tip = await writeCommit(dir, {
      tree,
      parents: [tip],
      message: commit.message,
      author: commit.author,
      committer,
    });
  }
  return tip;
}

async function writeMerge(
  dir: string,
  repository: Repository,
  pull: PullRequest,
  input: MergeInput,
): Promise<string> {
  const { baseSha, headSha } = pull;
  const base = await pullBase(dir, pull);
  const commits = await listCommits(dir, headSha, {
    exclude: baseSha,
    reverse: true,
  });
  if (input.method === 'rebase') {
    return replay(
      dir,
      baseSha,
      commits.filter(commit => commit.parents.length < 2),
      input.author,
    );
  }
  const tree = await mergeTrees(dir, base, baseSha, headSha);
  if (!tree) {
    throw notMergeable();
  }
  const squash = input.method === 'squash';
  const title = squash
    ? input.title ?? `${pull.title} (#${pull.number})`
    : input.title ??
      `Merge pull request #${pull.number} from ${repository.owner}/${pull.head}`;
  const body = squash
    ? input.message ?? commits.map(one => `* ${one.message}`).join('\n\n')
    : input.message ?? pull.title;
  return writeCommit(dir, {
    tree,
    parents: squash ? [baseSha] : [baseSha, headSha],
    message: body ? `${title}\n\n${body}` : title,
    author: input.author,
    committer: input.author,
  });
}

function requireMergeable(
  github: Github,
  repository: Repository,
  pull: PullRequest,
  input: MergeInput,
): void {
  if (pull.state !== 'open') {
    throw notMergeable(
      pull.mergedAt
        ? 'Pull Request is already merged'
        : 'Pull Request is not mergeable',
    );
  }
  if (pull.draft) {
    throw notMergeable('Pull Request is still a draft');
  }
  if (input.sha && input.sha !== pull.headSha) {
    throw new GithubError(
      409,
      'Head branch was modified. Review and try the merge again.',
    );
  }
  const allowed = {
    merge: repository.allowMergeCommit,
    squash: repository.allowSquashMerge,
    rebase: repository.allowRebaseMerge,
  };
  if (!allowed[input.method]) {
    throw notMergeable(
      `${input.method} merges are not allowed on this repository.`,
    );
  }
  const refusal = mergeRefusal(github, repository, pull, input.login);
  if (refusal) {
    throw notMergeable(refusal);
  }
}

/**
 * Merges a pull request. Call it while holding the repository's lock.
 *
 * @returns SHA of the commit that the base branch then is at
 * @throws GithubError 405 or 409 when it cannot or may not be merged
 */
export async function mergePull(
  github: Github,
  repository: Repository,
  pull: PullRequest,
  input: MergeInput,
): Promise<string> {
  requireMergeable(github, repository, pull, input);
  const dir = directoryOf(github, repository);
  const sha = await writeMerge(dir, repository, pull, input);
  await updateRef(dir, `refs/heads/${pull.base}`, sha, pull.baseSha).catch(
    () => {
      throw new GithubError(
        409,
        'Base branch was modified. Review and try the merge again.',
      );
    },
  );
  const now = timestamp(github);
  const merged: PullRequest = {
    ...pull,
    state: 'closed',
    closedAt: now,
    updatedAt: now,
    mergedAt: now,
    mergedBy: input.login,
    mergeCommitSha: sha,
  };
  const event = await preparePullEvent(
    github,
    repository,
    merged,
    'closed',
    input.login,
  );
  github.store.transaction(() => {
    github.store.pulls.update(pull.id, merged);
    event();
  });
  const ref = `refs/heads/${pull.head}`;
  const refs = readRefs(dir);
  if (
    repository.deleteBranchOnMerge &&
    pull.head !== repository.defaultBranch &&
    refs[ref]
  ) {
    await updateRef(dir, ref, undefined, refs[ref]);
  }
  await syncRefs(github, repository.id, input.login);
  return sha;
}
