import { diffFiles, emptyTree } from '../git/diff';
import { GitCommit, listCommits } from '../git/log';
import { Github, Repository } from '../Github';
import { simpleCommit, accountByEmail } from '../rest/present/commits';
import { simpleUser } from '../rest/present/users';

/** GitHub lists this many commits in one push event. */
const commitLimit = 200;

/** A branch or tag that moved; a side is undefined where it did not exist. */
export interface RefChange {
  ref: string;
  before?: string;
  after?: string;
}

const none = '0'.repeat(40);

function signature(github: Github, who: GitCommit['author']) {
  const account = accountByEmail(github, who.email);
  return {
    name: who.name,
    email: who.email,
    ...(account ? { username: account.login } : {}),
  };
}

async function commitPayload(
  github: Github,
  repository: Repository,
  dir: string,
  commit: GitCommit,
) {
  const changes = await diffFiles(
    dir,
    commit.parents[0] ?? emptyTree,
    commit.sha,
    false,
  );
  const paths = (status: string) =>
    changes
      .filter(change => change.status === status)
      .map(change => change.path);
  const renamed = changes.filter(change => change.status === 'renamed');
  return {
    ...simpleCommit(commit),
    distinct: true,
    url: github.urls.html(
      `/${repository.owner}/${repository.name}/commit/${commit.sha}`,
    ),
    author: signature(github, commit.author),
    committer: signature(github, commit.committer),
    added: [...paths('added'), ...renamed.map(change => change.path)],
    removed: [
      ...paths('removed'),
      ...renamed.flatMap(change => change.previousPath ?? []),
    ],
    modified: paths('modified'),
  };
}

/**
 * The payload of a push event.
 *
 * @param forced - whether commits were taken away
 * @param knownTip - a commit whose history is not part of the push, for new
 * branches
 */
export async function pushPayload(
  github: Github,
  repository: Repository,
  dir: string,
  change: RefChange,
  actor: string,
  forced: boolean,
  knownTip: string | undefined,
) {
  const exclude = change.before ?? knownTip;
  const commits = change.after
    ? await listCommits(dir, change.after, {
        exclude,
        limit: commitLimit,
        reverse: true,
      })
    : [];
  const views = [];
  for (const commit of commits) {
    views.push(await commitPayload(github, repository, dir, commit));
  }
  const [head] = change.after
    ? await listCommits(dir, change.after, { limit: 1 })
    : [];
  const page = github.urls.html(`/${repository.owner}/${repository.name}`);
  const user = github.store.users.get('', actor.toLowerCase());
  return {
    ref: change.ref,
    before: change.before ?? none,
    after: change.after ?? none,
    created: change.before === undefined,
    deleted: change.after === undefined,
    forced,
    base_ref: null,
    compare: `${page}/compare/${(change.before ?? none).slice(0, 12)}...${(
      change.after ?? none
    ).slice(0, 12)}`,
    commits: views,
    head_commit: head
      ? views.find(view => view.id === head.sha) ??
        (await commitPayload(github, repository, dir, head))
      : null,
    pusher: { name: actor, email: user?.email ?? null },
    sender: simpleUser(github, actor),
  };
}
