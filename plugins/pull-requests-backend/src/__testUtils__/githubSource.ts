import { mockServices } from '@backstage/backend-test-utils';
import { GithubPullRequestSource } from '../source/GithubPullRequestSource';
import { GithubServer } from './githubServer';

/** What the clock of the source says. */
export const now = new Date('2026-08-31T12:00:00.000Z');

/** A pull request that can be read. */
export const place = {
  owner: 'arctiq-commerce',
  repository: 'order-service',
  number: 7,
};

/**
 * A source that reads from the server.
 *
 * @param timeoutMs - short only where the server never answers: elsewhere a
 *   busy machine would decide the outcome
 */
export function createTestSource(server: GithubServer, timeoutMs = 20_000) {
  return new GithubPullRequestSource({
    host: server.host,
    apiBaseUrl: server.apiBaseUrl,
    organization: 'arctiq-commerce',
    credentials: {
      getCredentials: async () => ({
        type: 'token',
        headers: { Authorization: 'Bearer secret-token' },
      }),
    },
    logger: mockServices.logger.mock(),
    timeoutMs,
    now: () => now,
  });
}
