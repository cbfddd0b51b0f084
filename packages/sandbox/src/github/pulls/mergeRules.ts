import { mayBypass } from '../access';
import { runState } from '../actions/runState';
import { Github, Repository } from '../Github';
import { PullRequestDoc } from '../store/types';

/** Names of the checks that have succeeded for a commit. */
export function succeededChecks(
  github: Github,
  repository: Repository,
  sha: string,
): Set<string> {
  const succeeded = new Set<string>();
  for (const status of github.store.statuses.list(repository.id)) {
    if (status.sha === sha) {
      // Later ones replace earlier ones of the same context.
      succeeded.delete(status.context);
      if (status.state === 'success') {
        succeeded.add(status.context);
      }
    }
  }
  for (const run of github.store.runs.list(repository.id)) {
    if (
      run.headSha === sha &&
      runState(run, github.now()).conclusion === 'success'
    ) {
      for (const job of run.jobs) {
        succeeded.add(job);
      }
    }
  }
  return succeeded;
}

/**
 * Why the protection of its base keeps a pull request from being merged.
 *
 * @param login - who wants to merge; undefined asks for everybody
 * @returns undefined when nothing is in the way
 */
export function mergeRefusal(
  github: Github,
  repository: Repository,
  pull: PullRequestDoc,
  login: string | undefined,
): string | undefined {
  const protection = github.store.protections.get(repository.id, pull.base);
  if (!protection || mayBypass(github, repository, protection, login)) {
    return undefined;
  }
  if (protection.lockBranch) {
    return 'The base branch is locked.';
  }
  const { requiredReviews, requiredStatusChecks } = protection;
  if (requiredReviews) {
    const latest = new Map(
      pull.reviews
        .filter(review => review.state !== 'COMMENTED')
        .map(review => [review.login.toLowerCase(), review.state]),
    );
    const states = [...latest.values()];
    const needed = requiredReviews.requiredApprovingReviewCount;
    if (states.includes('CHANGES_REQUESTED')) {
      return 'Changes were requested by a reviewer with write access.';
    }
    if (states.filter(state => state === 'APPROVED').length < needed) {
      return `At least ${needed} approving review${
        needed === 1 ? ' is' : 's are'
      } required by reviewers with write access.`;
    }
  }
  if (requiredStatusChecks) {
    const succeeded = succeededChecks(github, repository, pull.headSha);
    const missing = requiredStatusChecks.contexts.find(
      context => !succeeded.has(context),
    );
    if (missing) {
      return `Required status check "${missing}" is expected.`;
    }
  }
  return undefined;
}
