import { announceRun } from '../actions/announceRuns';
import { insertRuns, planRuns } from '../actions/startRuns';
import { mergeBase } from '../git/log';
import { readRefs } from '../git/refs';
import { directoryOf, Github, Repository, timestamp } from '../Github';
import { emit } from '../webhooks/emit';
import { planPullChanges } from './pullsAfterPush';
import { pushPayload, RefChange } from './pushPayload';

function changesBetween(
  before: Record<string, string>,
  after: Record<string, string>,
): RefChange[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter(ref => /^refs\/(heads|tags)\//.test(ref))
    .filter(ref => before[ref] !== after[ref])
    .map(ref => ({ ref, before: before[ref], after: after[ref] }));
}

async function planChange(
  github: Github,
  repository: Repository,
  dir: string,
  change: RefChange,
  actor: string,
): Promise<Array<() => number[]>> {
  const steps: Array<() => number[]> = [];
  const base =
    change.before && change.after
      ? await mergeBase(dir, change.before, change.after)
      : undefined;
  const forced = Boolean(
    change.before && change.after && base !== change.before,
  );
  const defaultTip = repository.refs[`refs/heads/${repository.defaultBranch}`];
  const payload = await pushPayload(
    github,
    repository,
    dir,
    forced ? { ...change, before: base ?? change.before } : change,
    actor,
    forced,
    defaultTip,
  );
  steps.push(() => {
    emit(github, repository, 'push', undefined, {
      ...payload,
      before: change.before ?? payload.before,
    });
    return [];
  });
  const branch = /^refs\/heads\/(.+)$/.exec(change.ref)?.[1];
  if (!branch) {
    return steps;
  }
  if (change.after) {
    const runs = await planRuns(github, repository, {
      event: 'push',
      branch,
      commit: change.after,
      actor,
    });
    steps.push(() => insertRuns(github, repository, runs).map(run => run.id));
  }
  steps.push(
    ...(await planPullChanges(github, repository, branch, change.after, actor)),
  );
  return steps;
}

/**
 * Finds out what a push (or a change through the API) did to the refs of a
 * repository and records it: time of the push, workflow runs, pull requests and
 * webhooks, in one transaction. Call it while holding the repository's lock.
 * What a crash left unrecorded is found by the next call.
 *
 * @param actor - login of whoever pushed
 */
export async function syncRefs(
  github: Github,
  repositoryId: number,
  actor: string,
): Promise<void> {
  const repository = github.store.repositories.byId(repositoryId);
  if (!repository) {
    return;
  }
  const dir = directoryOf(github, repository);
  const refs = readRefs(dir);
  const changes = changesBetween(repository.refs, refs);
  if (changes.length === 0) {
    return;
  }
  const steps: Array<() => number[]> = [];
  for (const change of changes) {
    steps.push(...(await planChange(github, repository, dir, change, actor)));
  }
  const now = timestamp(github);
  const runs = github.store.transaction(() => {
    github.store.repositories.update(repositoryId, {
      refs: Object.fromEntries(
        Object.entries(refs).filter(([ref]) => !ref.startsWith('refs/pull/')),
      ),
      pushedAt: now,
      updatedAt: now,
    });
    return steps.flatMap(step => step());
  });
  for (const run of runs) {
    announceRun(github, run);
  }
  github.webhooks.kick();
}
