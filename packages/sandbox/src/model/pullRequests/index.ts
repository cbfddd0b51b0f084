import type { PullRequest } from '../types';
import { DEPENDENCY_UPDATES } from './dependencies';
import { FEATURES } from './features';
import { toPullRequest } from './row';

export { RENOVATE } from './dependencies';

/**
 * Everything that waits for a review, newest first.
 *
 * @param now - ages are counted back from it
 */
export function pullRequests(now: Date): PullRequest[] {
  return [...DEPENDENCY_UPDATES, ...FEATURES]
    .map(row => toPullRequest(row, now))
    .sort((a, b) => b.createdAt.localeCompare(a.createdAt));
}
