import { FileChange } from '../../git/diff';
import { GitCommit } from '../../git/log';
import { Github, Repository } from '../../Github';
import { encodePath } from '../../urls';
import { findAccount, nodeId } from './users';

const unsigned = {
  verified: false,
  reason: 'unsigned',
  signature: null,
  payload: null,
  verified_at: null,
};

function repositoryUrl(github: Github, repository: Repository): string {
  return github.urls.api(`/repos/${repository.owner}/${repository.name}`);
}

function pageUrl(github: Github, repository: Repository): string {
  return github.urls.html(`/${repository.owner}/${repository.name}`);
}

/** The account that an address of a commit belongs to. */
export function accountByEmail(github: Github, email: string) {
  const known = github.store.emails.get('', email.toLowerCase());
  return (known && findAccount(github, known.login)) ?? null;
}

/** A commit as `/git/commits` shows it. */
export function gitCommitView(
  github: Github,
  repository: Repository,
  commit: GitCommit,
) {
  const url = repositoryUrl(github, repository);
  const page = pageUrl(github, repository);
  return {
    sha: commit.sha,
    node_id: nodeId('Commit', commit.sha),
    url: `${url}/git/commits/${commit.sha}`,
    html_url: `${page}/commit/${commit.sha}`,
    author: commit.author,
    committer: commit.committer,
    message: commit.message,
    tree: { sha: commit.tree, url: `${url}/git/trees/${commit.tree}` },
    parents: commit.parents.map(sha => ({
      sha,
      url: `${url}/git/commits/${sha}`,
      html_url: `${page}/commit/${sha}`,
    })),
    verification: unsigned,
  };
}

/** A commit as `/commits` shows it. */
export function commitView(
  github: Github,
  repository: Repository,
  commit: GitCommit,
) {
  const url = repositoryUrl(github, repository);
  const page = pageUrl(github, repository);
  return {
    url: `${url}/commits/${commit.sha}`,
    sha: commit.sha,
    node_id: nodeId('Commit', commit.sha),
    html_url: `${page}/commit/${commit.sha}`,
    comments_url: `${url}/commits/${commit.sha}/comments`,
    commit: {
      url: `${url}/git/commits/${commit.sha}`,
      author: commit.author,
      committer: commit.committer,
      message: commit.message,
      comment_count: 0,
      tree: { sha: commit.tree, url: `${url}/git/trees/${commit.tree}` },
      verification: unsigned,
    },
    author: accountByEmail(github, commit.author.email),
    committer: accountByEmail(github, commit.committer.email),
    parents: commit.parents.map(sha => ({
      sha,
      url: `${url}/commits/${sha}`,
      html_url: `${page}/commit/${sha}`,
    })),
  };
}

/** A changed file of a commit, a comparison or a pull request. */
export function fileChangeView(
  github: Github,
  repository: Repository,
  commit: string,
  change: FileChange,
) {
  const url = repositoryUrl(github, repository);
  const page = pageUrl(github, repository);
  const path = encodePath(change.path);
  return {
    sha: change.sha,
    filename: change.path,
    status: change.status,
    additions: change.additions,
    deletions: change.deletions,
    changes: change.additions + change.deletions,
    blob_url: `${page}/blob/${commit}/${path}`,
    raw_url: `${page}/raw/${commit}/${path}`,
    contents_url: `${url}/contents/${path}?ref=${commit}`,
    ...(change.patch === undefined ? {} : { patch: change.patch }),
    ...(change.previousPath ? { previous_filename: change.previousPath } : {}),
  };
}

/** A commit as webhooks and workflow runs carry it. */
export function simpleCommit(commit: GitCommit) {
  return {
    id: commit.sha,
    tree_id: commit.tree,
    message: commit.message,
    timestamp: commit.committer.date,
    author: { name: commit.author.name, email: commit.author.email },
    committer: { name: commit.committer.name, email: commit.committer.email },
  };
}
