/** Roles in a repository, weakest first. */
export const repositoryRoles = [
  'pull',
  'triage',
  'push',
  'maintain',
  'admin',
] as const;

/** What somebody may do in a repository. */
export type RepositoryRole = (typeof repositoryRoles)[number];

export type Visibility = 'public' | 'internal' | 'private';

export interface UserDoc {
  login: string;
  name: string;
  email: string;
  createdAt: string;
}

export interface OrganizationDoc {
  login: string;
  name: string;
  description: string;
  createdAt: string;
}

export interface MembershipDoc {
  login: string;
  role: 'admin' | 'member';
}

export interface TeamDoc {
  organization: string;
  slug: string;
  name: string;
  description: string;
  parent?: string;
  createdAt: string;
}

export interface TeamMemberDoc {
  login: string;
  role: 'member' | 'maintainer';
}

/** Access of a team or a person to a repository. */
export interface GrantDoc {
  subject: string;
  permission: RepositoryRole;
}

export interface RepositorySettings {
  description?: string;
  homepage?: string;
  hasIssues: boolean;
  hasProjects: boolean;
  hasWiki: boolean;
  allowMergeCommit: boolean;
  allowSquashMerge: boolean;
  allowRebaseMerge: boolean;
  allowAutoMerge: boolean;
  allowUpdateBranch: boolean;
  deleteBranchOnMerge: boolean;
  isTemplate: boolean;
}

export interface RepositoryDoc extends RepositorySettings {
  owner: string;
  name: string;
  /** Before the last renaming. */
  previousName?: string;
  visibility: Visibility;
  defaultBranch: string;
  topics: string[];
  archived: boolean;
  createdAt: string;
  updatedAt: string;
  pushedAt: string;
  /** Refs that were seen last: what changed since is a push to be announced. */
  refs: Record<string, string>;
  /** Next number of a pull request. */
  nextNumber: number;
}

export interface ReviewDoc {
  id: number;
  login: string;
  state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED';
  body: string;
  commitId: string;
  submittedAt: string;
}

export interface PullRequestDoc {
  repositoryId: number;
  number: number;
  title: string;
  body?: string;
  state: 'open' | 'closed';
  draft: boolean;
  author: string;
  head: string;
  headSha: string;
  base: string;
  baseSha: string;
  reviewers: string[];
  teamReviewers: string[];
  assignees: string[];
  labels: string[];
  reviews: ReviewDoc[];
  createdAt: string;
  updatedAt: string;
  closedAt?: string;
  mergedAt?: string;
  mergedBy?: string;
  mergeCommitSha?: string;
}

export interface ProtectionDoc {
  branch: string;
  requiredStatusChecks?: { strict: boolean; contexts: string[] };
  enforceAdmins: boolean;
  requiredReviews?: {
    dismissStaleReviews: boolean;
    requireCodeOwnerReviews: boolean;
    requiredApprovingReviewCount: number;
    requireLastPushApproval: boolean;
    bypass?: { users: string[]; teams: string[] };
  };
  restrictions?: { users: string[]; teams: string[] };
  requiredLinearHistory: boolean;
  allowForcePushes: boolean;
  allowDeletions: boolean;
  blockCreations: boolean;
  requiredConversationResolution: boolean;
  lockBranch: boolean;
  allowForkSyncing: boolean;
  requiredSignatures: boolean;
}

export interface StatusDoc {
  sha: string;
  state: 'error' | 'failure' | 'pending' | 'success';
  context: string;
  description?: string;
  targetUrl?: string;
  creator: string;
  createdAt: string;
}

/** A file of .github/workflows that has been seen on a branch. */
export interface WorkflowDoc {
  repositoryId: number;
  name: string;
  path: string;
  createdAt: string;
  updatedAt: string;
}

export interface WorkflowRunDoc {
  repositoryId: number;
  workflowId: number;
  name: string;
  path: string;
  event: string;
  headBranch: string;
  headSha: string;
  title: string;
  runNumber: number;
  actor: string;
  /** Names of its jobs; each is a check run. */
  jobs: string[];
  /** What is wrong with the workflow file; the run fails with it. */
  problem?: string;
  createdAt: string;
  /** The last state that webhooks were sent for. */
  announced?: 'queued' | 'in_progress' | 'completed';
}

export interface HookDoc {
  events: string[];
  active: boolean;
  url: string;
  contentType: 'json' | 'form';
  insecureSsl: string;
  secret?: string;
  createdAt: string;
  updatedAt: string;
  lastStatus?: number;
  /** Given by the environment of the sandbox; replaced when that changes. */
  managed?: boolean;
}

/** One webhook to one receiver. */
export interface DeliveryDoc {
  hookId: number;
  guid: string;
  event: string;
  action?: string;
  repositoryId?: number;
  payload: string;
  createdAt: string;
  attempts: number;
  state: 'pending' | 'delivered' | 'failed';
  deliveredAt?: string;
  durationMs?: number;
  statusCode?: number;
  statusText?: string;
  responseBody?: string;
}

/** Says that a webhook is still to be sent. */
export interface OutboxDoc {
  hookId: number;
  deliveryId: number;
}

/** Whose address it is. */
export interface EmailDoc {
  login: string;
}

export interface AutolinkDoc {
  keyPrefix: string;
  urlTemplate: string;
  isAlphanumeric: boolean;
}

/** A personal access token; its document is addressed by its SHA-256. */
export interface TokenDoc {
  login: string;
}

/** What the seed made of a repository. */
export interface SeedStampDoc {
  hash: string;
  refs: Record<string, string>;
}
