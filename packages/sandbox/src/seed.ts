/**
 * What the company model hands to the GitHub upstream: an organisation with its
 * people and teams, and the repositories that exist before anybody uses the portal.
 */

/** A person with a GitHub login. */
export interface MemberSeed {
  login: string;
  name: string;
  email: string;
}

/** A GitHub team; `parent` is the slug of the team above it. */
export interface TeamSeed {
  slug: string;
  name: string;
  description: string;
  parent?: string;
  /** Logins of the members. */
  members: string[];
  /** Logins of those members who may maintain the team. */
  maintainers: string[];
}

/** A GitHub organisation. */
export interface OrganizationSeed {
  login: string;
  name: string;
  description: string;
  members: MemberSeed[];
  teams: TeamSeed[];
}

/** One file of a repository, text only. */
export interface FileSeed {
  path: string;
  content: string;
  executable?: boolean;
}

/** An open pull request: a branch with changed files on top of `main`. */
export interface PullRequestSeed {
  title: string;
  body: string;
  branch: string;
  /** Login of the author. */
  author: string;
  /** Logins whose review is requested. */
  reviewers: string[];
  draft: boolean;
  labels: string[];
  /** ISO 8601, UTC. */
  createdAt: string;
  files: FileSeed[];
}

/** A repository of the organisation, as it is first seen. */
export interface RepositorySeed {
  name: string;
  description: string;
  visibility: 'public' | 'internal' | 'private';
  topics: string[];
  homepage?: string;
  archived: boolean;
  files: FileSeed[];
  /** Teams with access, by slug. */
  teams: Array<{
    slug: string;
    permission: 'pull' | 'triage' | 'push' | 'maintain' | 'admin';
  }>;
  pullRequests: PullRequestSeed[];
  /** Names of tags on what `main` holds at first. */
  tags?: string[];
  /** ISO 8601, UTC. */
  createdAt: string;
  pushedAt: string;
}
