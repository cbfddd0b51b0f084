import { ATTENTION_ORDER } from '@arctiq/plugin-pull-requests-common';
import { PullRequestRecord } from '../types';
import { CheckedPullRequest, StoredPullRequest } from './PullRequestStore';

/** SQLite gives times as milliseconds, PostgreSQL as dates. */
export type Moment = number | string | Date;

/** One row of `pull_requests`. */
export interface PullRequestRow {
  id: string;
  repository: string;
  repository_name: string;
  number: number;
  title: string;
  url: string;
  author_login: string;
  draft: boolean | number;
  base_branch: string;
  head_branch: string;
  created_at: Moment;
  updated_at: Moment;
  closed_at: Moment | null;
  checked_at: Moment | null;
  etag: string | null;
}

/** A moment of the database, or undefined for NULL. */
export function toDate(moment: Moment | null | undefined): Date | undefined {
  return moment === null || moment === undefined ? undefined : new Date(moment);
}

/** The row of a pull request. */
export function toRow(
  record: PullRequestRecord,
  check?: Pick<CheckedPullRequest, 'checkedAt' | 'etag'>,
): PullRequestRow {
  return {
    id: record.id,
    repository: record.repository.toLowerCase(),
    repository_name: record.repository,
    number: record.number,
    title: record.title,
    url: record.url,
    author_login: record.authorLogin,
    draft: record.draft,
    base_branch: record.baseBranch,
    head_branch: record.headBranch,
    created_at: record.createdAt,
    updated_at: record.updatedAt,
    closed_at: record.closedAt ?? null,
    checked_at: check?.checkedAt ?? null,
    etag: check?.etag ?? null,
  };
}

const USER = 'user:';
const TEAM = 'team:';

/** Keys under which review requests for a login and teams are kept. */
export function toReviewers(
  logins: readonly string[],
  teams: readonly string[],
): string[] {
  return [
    ...new Set([
      ...logins.map(login => `${USER}${login}`),
      ...teams.map(slug => `${TEAM}${slug}`),
    ]),
  ];
}

/** The pull request of a row with the reviewers who are still awaited. */
export function mapRow(
  row: PullRequestRow & { rank: number },
  reviewers: readonly string[],
): StoredPullRequest {
  function named(prefix: string) {
    return reviewers
      .filter(reviewer => reviewer.startsWith(prefix))
      .map(reviewer => reviewer.slice(prefix.length))
      .sort();
  }
  return {
    id: row.id,
    repository: row.repository_name,
    number: row.number,
    title: row.title,
    url: row.url,
    authorLogin: row.author_login,
    draft: Boolean(row.draft),
    baseBranch: row.base_branch,
    headBranch: row.head_branch,
    requestedReviewers: named(USER),
    requestedTeams: named(TEAM),
    createdAt: new Date(row.created_at),
    updatedAt: new Date(row.updated_at),
    closedAt: toDate(row.closed_at),
    attention: ATTENTION_ORDER[row.rank],
  };
}
