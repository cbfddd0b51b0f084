import type { FileChange, PullRequest } from '../types';

/** A pull request as written in the tables; its age is relative to the model's moment. */
export interface PullRequestRow {
  repository: string;
  title: string;
  body: string;
  branch: string;
  /** GitHub login. */
  author: string;
  reviewers?: string[];
  draft?: boolean;
  labels?: string[];
  ageHours: number;
  changes: FileChange[];
}

/** One text of a file for another; it must be there. */
export function replace(
  path: string,
  search: string,
  replacement: string,
): FileChange {
  return { kind: 'replace', path, search, replacement };
}

/** More text at the end of a file. */
export function append(path: string, text: string): FileChange {
  return { kind: 'append', path, text };
}

/** A file that was not there. */
export function create(path: string, content: string): FileChange {
  return { kind: 'create', path, content };
}

/** Fills in what the table left out. */
export function toPullRequest(row: PullRequestRow, now: Date): PullRequest {
  const { ageHours, ...rest } = row;
  return {
    reviewers: [],
    draft: false,
    labels: [],
    ...rest,
    createdAt: new Date(
      now.getTime() - ageHours * 60 * 60 * 1000,
    ).toISOString(),
  };
}
