import {
  Attention,
  DataQuality,
  Viewer,
} from '@arctiq/plugin-pull-requests-common';
import { PullRequestRecord } from '../types';

/** What is known about a pull request, to decide whether to read it again. */
export interface KnownPullRequest {
  updatedAt: Date;
  open: boolean;
  /** When it was last read itself; absent after an event changed it. */
  checkedAt?: Date;
  /** Validator of that reading. */
  etag?: string;
}

/** A pull request as a reading found it. */
export interface CheckedPullRequest {
  record: PullRequestRecord;
  checkedAt: Date;
  etag?: string;
}

/** What a collection found besides records. */
export interface CheckResults {
  found: CheckedPullRequest[];
  /** Keys of those that are the same as before. */
  unchanged: string[];
  /** Keys of those that no longer exist. */
  gone: string[];
}

/** How up to date the store is. */
export interface CollectorStatus {
  asOf?: Date;
  quality: DataQuality;
  reason?: string;
  /** GitHub asked not to be read before this time. */
  notBefore?: Date;
}

/** A pull request as it is listed. */
export interface StoredPullRequest extends PullRequestRecord {
  attention?: Attention;
}

/** Position in the order of the list, after which a page starts. */
export interface ListPosition {
  rank: number;
  createdAt: Date;
  id: string;
}

/** Which open pull requests to list; all given filters must hold. */
export interface ListFilter {
  viewer: Viewer;
  /** One of these owns the component. */
  ownerRefs?: string[];
  componentRef?: string;
  author?: 'me';
  reviewer?: 'me';
  involves?: 'me';
  limit: number;
  after?: ListPosition;
}

/** Where pull requests are kept; pages read nothing else. */
export interface PullRequestStore {
  /**
   * Starts a collection and makes every earlier one stale, so that one that
   * was believed dead cannot write any more.
   *
   * @returns the number of the collection
   */
  beginRun(): Promise<number>;

  /** Everything that is kept, by key. */
  known(): Promise<Map<string, KnownPullRequest>>;

  /**
   * Keeps what a collection found, all or nothing.
   *
   * @throws ConflictError when a later collection has begun
   */
  saveChecks(run: number, results: CheckResults, now: Date): Promise<void>;

  /**
   * Ends a collection: keeps its status and forgets what was closed long ago.
   *
   * @throws ConflictError when a later collection has begun
   */
  endRun(run: number, status: CollectorStatus, now: Date): Promise<void>;

  /**
   * Keeps what an event told. Older than what is kept, it changes nothing, so
   * that repeated and reordered events lead to the same state.
   */
  applyEvent(record: PullRequestRecord): Promise<void>;

  status(): Promise<CollectorStatus>;

  /** Open pull requests in the order of `comparePullRequests`. */
  list(
    filter: ListFilter,
  ): Promise<{ items: StoredPullRequest[]; totalItems: number }>;
}
