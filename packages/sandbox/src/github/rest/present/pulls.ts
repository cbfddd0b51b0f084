import { isMember, isOwner } from '../../access';
import { Github, Repository } from '../../Github';
import { Stored } from '../../store/documents';
import { PullRequestDoc } from '../../store/types';
import { encodePath } from '../../urls';
import { repositoryView } from './repositories';
import { simpleTeam, teamView } from './teams';
import { nodeId, simpleUser } from './users';

/** A pull request as the store answers it. */
export type PullRequest = Stored<PullRequestDoc>;

/** A stable number for a label, which GitHub has and the sandbox does not keep. */
function labelNumber(name: string): number {
  let hash = 7;
  for (const character of name) {
    hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 0x7fffffff;
  }
  return hash;
}

/** A label of a repository. */
export function labelView(
  github: Github,
  repository: Repository,
  name: string,
) {
  const id = labelNumber(`${repository.id}/${name}`);
  return {
    id,
    node_id: nodeId('Label', id),
    url: github.urls.api(
      `/repos/${repository.owner}/${repository.name}/labels/${encodePath(
        name,
      )}`,
    ),
    name,
    description: '',
    color: (id % 0xffffff).toString(16).padStart(6, '0'),
    default: false,
  };
}

/** How somebody stands to the repository's owner. */
export function associationOf(
  github: Github,
  repository: Repository,
  login: string,
): string {
  if (isOwner(github, repository.owner, login)) {
    return 'OWNER';
  }
  return isMember(github, repository.owner, login) ? 'MEMBER' : 'CONTRIBUTOR';
}

function reviewTeams(
  github: Github,
  repository: Repository,
  pull: PullRequest,
) {
  return pull.teamReviewers.flatMap(slug => {
    const team = github.store.teams.get(
      repository.owner.toLowerCase(),
      slug.toLowerCase(),
    );
    return team ? [team] : [];
  });
}

function shared(
  github: Github,
  repository: Repository,
  pull: PullRequest,
  login: string | undefined,
) {
  const name = `${repository.owner}/${repository.name}`;
  const api = github.urls.api(`/repos/${name}`);
  const url = `${api}/pulls/${pull.number}`;
  const issue = `${api}/issues/${pull.number}`;
  const page = github.urls.html(`/${name}/pull/${pull.number}`);
  const owner = simpleUser(github, repository.owner);
  const repo = repositoryView(github, repository, login);
  const assignees = pull.assignees.map(one => simpleUser(github, one));
  const side = (ref: string, sha: string) => ({
    label: `${repository.owner}:${ref}`,
    ref,
    sha,
    user: owner,
    repo,
  });
  return {
    url,
    id: pull.id,
    node_id: nodeId('PullRequest', pull.id),
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    issue_url: issue,
    commits_url: `${url}/commits`,
    review_comments_url: `${url}/comments`,
    review_comment_url: `${api}/pulls/comments{/number}`,
    comments_url: `${issue}/comments`,
    statuses_url: `${api}/statuses/${pull.headSha}`,
    number: pull.number,
    state: pull.state,
    locked: false,
    title: pull.title,
    user: simpleUser(github, pull.author),
    body: pull.body ?? null,
    labels: pull.labels.map(label => labelView(github, repository, label)),
    milestone: null,
    active_lock_reason: null,
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    closed_at: pull.closedAt ?? null,
    merged_at: pull.mergedAt ?? null,
    merge_commit_sha: pull.mergeCommitSha ?? null,
    assignee: assignees[0] ?? null,
    assignees,
    requested_reviewers: pull.reviewers.map(one => simpleUser(github, one)),
    head: side(pull.head, pull.headSha),
    base: side(pull.base, pull.baseSha),
    _links: {
      comments: { href: `${issue}/comments` },
      commits: { href: `${url}/commits` },
      statuses: { href: `${api}/statuses/${pull.headSha}` },
      html: { href: page },
      issue: { href: issue },
      review_comments: { href: `${url}/comments` },
      review_comment: { href: `${api}/pulls/comments{/number}` },
      self: { href: url },
    },
    author_association: associationOf(github, repository, pull.author),
    auto_merge: null,
    draft: pull.draft,
  };
}

/** A pull request as lists show it. */
export function pullView(
  github: Github,
  repository: Repository,
  pull: PullRequest,
  login: string | undefined,
) {
  return {
    ...shared(github, repository, pull, login),
    requested_teams: reviewTeams(github, repository, pull).map(team =>
      teamView(github, team),
    ),
  };
}

/** Figures of a pull request that git must compute. */
export interface PullFigures {
  commits: number;
  additions: number;
  deletions: number;
  changedFiles: number;
  /** Undefined where it is not computed: for closed ones. */
  mergeable?: boolean;
  /** GitHub's word for why it can or cannot be merged. */
  mergeableState: string;
}

/** The whole of a pull request. */
export function fullPull(
  github: Github,
  repository: Repository,
  pull: PullRequest,
  login: string | undefined,
  figures: PullFigures,
) {
  return {
    ...shared(github, repository, pull, login),
    requested_teams: reviewTeams(github, repository, pull).map(team =>
      simpleTeam(github, team),
    ),
    merged: pull.mergedAt !== undefined,
    mergeable: figures.mergeable ?? null,
    rebaseable: figures.mergeable ?? null,
    mergeable_state: figures.mergeableState,
    merged_by: pull.mergedBy ? simpleUser(github, pull.mergedBy) : null,
    comments: 0,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: figures.commits,
    additions: figures.additions,
    deletions: figures.deletions,
    changed_files: figures.changedFiles,
  };
}

/** A pull request as the issues API shows it. */
export function issueView(
  github: Github,
  repository: Repository,
  pull: PullRequest,
) {
  const name = `${repository.owner}/${repository.name}`;
  const api = github.urls.api(`/repos/${name}`);
  const url = `${api}/issues/${pull.number}`;
  const page = github.urls.html(`/${name}/pull/${pull.number}`);
  const assignees = pull.assignees.map(one => simpleUser(github, one));
  return {
    url,
    repository_url: api,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: page,
    id: pull.id,
    node_id: nodeId('PullRequest', pull.id),
    number: pull.number,
    title: pull.title,
    user: simpleUser(github, pull.author),
    labels: pull.labels.map(label => labelView(github, repository, label)),
    state: pull.state,
    state_reason: null,
    locked: false,
    active_lock_reason: null,
    assignee: assignees[0] ?? null,
    assignees,
    milestone: null,
    comments: 0,
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    closed_at: pull.closedAt ?? null,
    author_association: associationOf(github, repository, pull.author),
    draft: pull.draft,
    pull_request: {
      url: `${api}/pulls/${pull.number}`,
      html_url: page,
      diff_url: `${page}.diff`,
      patch_url: `${page}.patch`,
      merged_at: pull.mergedAt ?? null,
    },
    body: pull.body ?? '',
  };
}
