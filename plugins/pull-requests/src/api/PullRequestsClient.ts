import { ResponseError } from '@backstage/errors';
import { FetchApi } from '@backstage/frontend-plugin-api';
import {
  PullRequestPage,
  PullRequestQuery,
} from '@arctiq/plugin-pull-requests-common';
import { PullRequestsApi } from './PullRequestsApi';

/** Talks to the backend with the person's token. */
export class PullRequestsClient implements PullRequestsApi {
  readonly #fetchApi: FetchApi;

  constructor(options: { fetchApi: FetchApi }) {
    this.#fetchApi = options.fetchApi;
  }

  /** {@inheritdoc PullRequestsApi.list} */
  async list(
    query: PullRequestQuery,
    options?: { signal?: AbortSignal },
  ): Promise<PullRequestPage> {
    const parameters = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) {
        parameters.set(name, String(value));
      }
    }
    const response = await this.#fetchApi.fetch(
      `plugin://pull-requests/v1/pull-requests?${parameters}`,
      { signal: options?.signal },
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}
