import { PullRequestPlace, PullRequestRecord } from '../types';

/** One line of the listing of all open pull requests. */
export interface ListedPullRequest {
  id: string;
  place: PullRequestPlace;
  updatedAt: Date;
}

/** What was open, as far as it could be read. */
export interface Listing {
  items: ListedPullRequest[];
  /** Present when the listing broke off or the server withheld a part. */
  problem?: Error;
}

/** Answer to reading one pull request. */
export type Reading =
  | { state: 'found'; record: PullRequestRecord; etag?: string }
  /** The same as at the last reading. */
  | { state: 'unchanged' }
  /** It or its repository no longer exists at that place. */
  | { state: 'gone' };

/** Where pull requests come from. */
export interface PullRequestSource {
  /**
   * Lists every open pull request. Never throws for what the server does: what
   * was read before a problem is returned together with it.
   */
  list(signal: AbortSignal): Promise<Listing>;

  /**
   * Reads one pull request.
   *
   * @param place - where it is
   * @param etag - validator of the last reading, to learn cheaply of no change
   * @param signal - ends the request early
   * @throws RateLimitedError, ServiceUnavailableError
   */
  read(
    place: PullRequestPlace,
    etag: string | undefined,
    signal: AbortSignal,
  ): Promise<Reading>;
}
