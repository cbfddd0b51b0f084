import { ListedPullRequest } from '../source/PullRequestSource';
import { KnownPullRequest } from '../store/PullRequestStore';

/** Read again now and then, since not every change moves the update time. */
const RECHECK_AFTER_MS = 60 * 60 * 1000;

/**
 * Whether an open pull request of the listing has to be read itself.
 *
 * @param listed - what the listing says
 * @param known - what is kept, if anything
 * @param now - the current time
 */
export function needsReading(
  listed: ListedPullRequest,
  known: KnownPullRequest | undefined,
  now: Date,
): boolean {
  if (!known?.checkedAt || listed.updatedAt > known.updatedAt) {
    return true;
  }
  if (!known.open) {
    // The search lags behind; only what is not older can have reopened it.
    return listed.updatedAt >= known.updatedAt;
  }
  return now.getTime() - known.checkedAt.getTime() > RECHECK_AFTER_MS;
}
