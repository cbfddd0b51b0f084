import { diffFiles } from '../git/diff';
import { countCommits, mergeBase } from '../git/log';
import { mergeTrees } from '../git/merge';
import { directoryOf, Github, Repository } from '../Github';
import { PullFigures, PullRequest } from '../rest/present/pulls';
import { mergeRefusal } from './mergeRules';

interface Computed {
  commits: number;
  additions: number;
  deletions: number;
  changedFiles: number;
  mergeable?: boolean;
}

/** What two commits make of each other never changes. */
const cache = new Map<string, Computed>();
const cacheLimit = 2000;

/** Where the changes of a pull request begin. */
export async function pullBase(
  dir: string,
  pull: Pick<PullRequest, 'baseSha' | 'headSha'>,
): Promise<string> {
  return (await mergeBase(dir, pull.baseSha, pull.headSha)) ?? pull.baseSha;
}

async function compute(dir: string, pull: PullRequest): Promise<Computed> {
  const base = await pullBase(dir, pull);
  const [changes, commits] = await Promise.all([
    diffFiles(dir, base, pull.headSha, false),
    countCommits(dir, pull.headSha, { exclude: pull.baseSha }),
  ]);
  const merged =
    pull.state === 'open'
      ? await mergeTrees(dir, base, pull.baseSha, pull.headSha)
      : undefined;
  const sum = (field: 'additions' | 'deletions') =>
    changes.reduce((total, change) => total + change[field], 0);
  return {
    commits,
    additions: sum('additions'),
    deletions: sum('deletions'),
    changedFiles: changes.length,
    mergeable: pull.state === 'open' ? merged !== undefined : undefined,
  };
}

function stateOf(
  github: Github,
  repository: Repository,
  pull: PullRequest,
  mergeable: boolean | undefined,
): string {
  if (mergeable === undefined) {
    return 'unknown';
  }
  if (!mergeable) {
    return 'dirty';
  }
  if (pull.draft) {
    return 'draft';
  }
  return mergeRefusal(github, repository, pull, undefined)
    ? 'blocked'
    : 'clean';
}

/** Size of a pull request and whether it can be merged. */
export async function pullFigures(
  github: Github,
  repository: Repository,
  pull: PullRequest,
): Promise<PullFigures> {
  const dir = directoryOf(github, repository);
  const key = `${repository.id} ${pull.baseSha} ${pull.headSha} ${pull.state}`;
  let computed = cache.get(key);
  if (!computed) {
    computed = await compute(dir, pull);
    if (cache.size >= cacheLimit) {
      cache.clear();
    }
    cache.set(key, computed);
  }
  return {
    ...computed,
    mergeableState: stateOf(github, repository, pull, computed.mergeable),
  };
}
