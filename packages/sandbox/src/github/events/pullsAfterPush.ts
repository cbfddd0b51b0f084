import { insertRuns, planRuns } from '../actions/startRuns';
import { mergeBase } from '../git/log';
import { updateRef } from '../git/write';
import { directoryOf, Github, Repository, timestamp } from '../Github';
import { PullRequest } from '../rest/present/pulls';
import { readRefs } from '../git/refs';
import { PullRequestDoc } from '../store/types';
import { preparePullEvent } from './pullEvents';

type Step = () => number[];

async function change(
  github: Github,
  repository: Repository,
  pull: PullRequest,
  fields: Partial<PullRequestDoc>,
  action: string | undefined,
  actor: string,
): Promise<Step> {
  const changed = { ...fields, updatedAt: timestamp(github) };
  const event =
    action &&
    (await preparePullEvent(
      github,
      repository,
      { ...pull, ...changed },
      action,
      actor,
    ));
  return () => {
    github.store.pulls.update(pull.id, changed);
    if (event) {
      event();
    }
    return [];
  };
}

/** Keeps `refs/pull/<number>/head` at the head, also when its branch is gone. */
export async function pinPullHead(
  dir: string,
  number: number,
  sha: string,
): Promise<void> {
  const ref = `refs/pull/${number}/head`;
  const refs = readRefs(dir);
  if (refs[ref] !== sha) {
    await updateRef(dir, ref, sha, refs[ref]);
  }
}

async function headMoved(
  github: Github,
  repository: Repository,
  pull: PullRequest,
  sha: string | undefined,
  actor: string,
): Promise<Step[]> {
  if (!sha) {
    const closed = { state: 'closed' as const, closedAt: timestamp(github) };
    return [await change(github, repository, pull, closed, 'closed', actor)];
  }
  await pinPullHead(directoryOf(github, repository), pull.number, sha);
  const runs = await planRuns(github, repository, {
    event: 'pull_request',
    branch: pull.head,
    commit: sha,
    actor,
  });
  return [
    await change(
      github,
      repository,
      pull,
      { headSha: sha },
      'synchronize',
      actor,
    ),
    () => insertRuns(github, repository, runs).map(run => run.id),
  ];
}

async function baseMoved(
  github: Github,
  repository: Repository,
  pull: PullRequest,
  sha: string | undefined,
  actor: string,
): Promise<Step> {
  const now = timestamp(github);
  if (!sha) {
    const closed = { state: 'closed' as const, closedAt: now };
    return change(github, repository, pull, closed, 'closed', actor);
  }
  const dir = directoryOf(github, repository);
  if ((await mergeBase(dir, pull.headSha, sha)) === pull.headSha) {
    // Its commits have come to the base some other way: that is a merge.
    return change(
      github,
      repository,
      pull,
      {
        state: 'closed',
        closedAt: now,
        mergedAt: now,
        mergedBy: actor,
        mergeCommitSha: sha,
      },
      'closed',
      actor,
    );
  }
  return change(github, repository, pull, { baseSha: sha }, undefined, actor);
}

/**
 * What a moved branch means for the open pull requests from it and into it.
 *
 * @param sha - where the branch is now; undefined when it was deleted
 * @returns steps for the transaction; each answers the runs that it started
 */
export async function planPullChanges(
  github: Github,
  repository: Repository,
  branch: string,
  sha: string | undefined,
  actor: string,
): Promise<Step[]> {
  const steps: Step[] = [];
  for (const pull of github.store.pulls.list(repository.id)) {
    if (pull.state !== 'open') {
      continue;
    }
    if (pull.head === branch && pull.headSha !== sha) {
      steps.push(...(await headMoved(github, repository, pull, sha, actor)));
    } else if (pull.base === branch && pull.baseSha !== sha) {
      steps.push(await baseMoved(github, repository, pull, sha, actor));
    }
  }
  return steps;
}
