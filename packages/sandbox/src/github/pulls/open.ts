import { announceRun } from '../actions/announceRuns';
import { insertRuns, planRuns } from '../actions/startRuns';
import { preparePullEvent } from '../events/pullEvents';
import { pinPullHead } from '../events/pullsAfterPush';
import { countCommits } from '../git/log';
import { readRefs } from '../git/refs';
import { directoryOf, Github, Repository, timestamp } from '../Github';
import { invalidField, validationFailed } from '../http/errors';
import { PullRequest } from '../rest/present/pulls';
import { PullRequestDoc } from '../store/types';

export interface OpenInput {
  title: string;
  body?: string;
  head: string;
  base: string;
  draft: boolean;
  login: string;
}

function branchSha(
  refs: Record<string, string>,
  field: 'head' | 'base',
  branch: string,
): string {
  const ref = `refs/heads/${branch}`;
  if (!Object.hasOwn(refs, ref)) {
    throw invalidField('PullRequest', field, 'invalid');
  }
  return refs[ref];
}

/**
 * Opens a pull request. Call it while holding the repository's lock.
 *
 * @throws GithubError 422 when a branch is absent, nothing differs, or there is
 * one already
 */
export async function openPull(
  github: Github,
  repository: Repository,
  input: OpenInput,
): Promise<PullRequest> {
  const dir = directoryOf(github, repository);
  const refs = readRefs(dir);
  const headSha = branchSha(refs, 'head', input.head);
  const baseSha = branchSha(refs, 'base', input.base);
  const { store } = github;
  const twin = store.pulls
    .list(repository.id)
    .find(
      pull =>
        pull.state === 'open' &&
        pull.head === input.head &&
        pull.base === input.base,
    );
  const refuse = (message: string) =>
    validationFailed([
      { resource: 'PullRequest', field: 'base', code: 'custom', message },
    ]);
  if (twin) {
    throw refuse(
      `A pull request already exists for ${repository.owner}:${input.head}.`,
    );
  }
  if ((await countCommits(dir, headSha, { exclude: baseSha })) === 0) {
    throw refuse(`No commits between ${input.base} and ${input.head}`);
  }
  const now = timestamp(github);
  const { nextNumber } = store.repositories.byId(repository.id) ?? repository;
  const doc: PullRequestDoc = {
    repositoryId: repository.id,
    number: nextNumber,
    title: input.title,
    body: input.body,
    state: 'open',
    draft: input.draft,
    author: input.login,
    head: input.head,
    headSha,
    base: input.base,
    baseSha,
    reviewers: [],
    teamReviewers: [],
    assignees: [],
    labels: [],
    reviews: [],
    createdAt: now,
    updatedAt: now,
  };
  await pinPullHead(dir, nextNumber, headSha);
  const planned = await planRuns(github, repository, {
    event: 'pull_request',
    branch: input.head,
    commit: headSha,
    actor: input.login,
  });
  const stored = store.transaction(() => {
    store.repositories.update(repository.id, { nextNumber: nextNumber + 1 });
    const pull = store.pulls.insert(repository.id, nextNumber, doc);
    const runs = insertRuns(github, repository, planned);
    return { pull, runs };
  });
  const event = await preparePullEvent(
    github,
    repository,
    stored.pull,
    'opened',
    input.login,
  );
  store.transaction(event);
  for (const run of stored.runs) {
    announceRun(github, run.id);
  }
  github.webhooks.kick();
  return stored.pull;
}
