import { createApiRef } from '@backstage/frontend-plugin-api';
import {
  PullRequestPage,
  PullRequestQuery,
} from '@arctiq/plugin-pull-requests-common';

/** What the pages ask the backend. */
export interface PullRequestsApi {
  /**
   * Lists open pull requests, most urgent first.
   *
   * @param query - all given filters must hold
   * @param options - `signal` ends the request early
   * @throws ResponseError when the backend refuses
   */
  list(
    query: PullRequestQuery,
    options?: { signal?: AbortSignal },
  ): Promise<PullRequestPage>;
}

export const pullRequestsApiRef = createApiRef<PullRequestsApi>().with({
  id: 'plugin.pull-requests.client',
  pluginId: 'pull-requests',
});
