import { gitText, runGit } from './runGit';

/** Name, address and time of whoever wrote or committed. */
export interface Signature {
  name: string;
  email: string;
  /** ISO 8601 in UTC. */
  date: string;
}

export interface GitCommit {
  sha: string;
  tree: string;
  parents: string[];
  author: Signature;
  committer: Signature;
  message: string;
}

const format = '--format=%H%n%T%n%P%n%an%n%ae%n%at%n%cn%n%ce%n%ct%n%B';

function toDate(seconds: string): string {
  return new Date(Number(seconds) * 1000).toISOString().replace('.000Z', 'Z');
}

function parse(record: string): GitCommit {
  const [sha, tree, parents, an, ae, at, cn, ce, ct, ...message] =
    record.split('\n');
  return {
    sha,
    tree,
    parents: parents === '' ? [] : parents.split(' '),
    author: { name: an, email: ae, date: toDate(at) },
    committer: { name: cn, email: ce, date: toDate(ct) },
    message: message.join('\n').replace(/\n+$/, ''),
  };
}

export interface LogOptions {
  /** Only commits that touch this path. */
  path?: string;
  skip?: number;
  limit?: number;
  /** Leaves out what this commit reaches. */
  exclude?: string;
  /** Part of the author's name or address. */
  author?: string;
  since?: string;
  until?: string;
  /** Oldest first. */
  reverse?: boolean;
}

function selection(commit: string, options: LogOptions): string[] {
  return [
    ...(options.author
      ? ['--fixed-strings', `--author=${options.author}`]
      : []),
    ...(options.since ? [`--since=${options.since}`] : []),
    ...(options.until ? [`--until=${options.until}`] : []),
    commit,
    ...(options.exclude ? [`^${options.exclude}`] : []),
    '--',
    ...(options.path ? [options.path] : []),
  ];
}

/**
 * Commits that `commit` reaches, newest first.
 *
 * @param commit - whole SHA
 */
export async function listCommits(
  dir: string,
  commit: string,
  options: LogOptions = {},
): Promise<GitCommit[]> {
  const { stdout } = await runGit(dir, [
    'log',
    '-z',
    format,
    '--topo-order',
    ...(options.reverse ? ['--reverse'] : []),
    ...(options.skip ? [`--skip=${options.skip}`] : []),
    ...(options.limit ? [`--max-count=${options.limit}`] : []),
    ...selection(commit, options),
  ]);
  return stdout
    .toString('utf8')
    .split('\0')
    .filter(record => record.trim() !== '')
    .map(parse);
}

/** How many commits {@link listCommits} finds without skip and limit. */
export async function countCommits(
  dir: string,
  commit: string,
  options: LogOptions = {},
): Promise<number> {
  const text = await gitText(dir, [
    'rev-list',
    '--count',
    ...selection(commit, options),
  ]);
  return Number(text);
}

/**
 * One commit.
 *
 * @param sha - whole SHA of a commit that exists
 */
export async function readCommit(dir: string, sha: string): Promise<GitCommit> {
  const [commit] = await listCommits(dir, sha, { limit: 1 });
  return commit;
}

/** The best common ancestor; undefined for unrelated histories. */
export async function mergeBase(
  dir: string,
  a: string,
  b: string,
): Promise<string | undefined> {
  const { stdout } = await runGit(dir, ['merge-base', a, b], { allow: [1] });
  return stdout.toString('utf8').split('\n')[0] || undefined;
}
