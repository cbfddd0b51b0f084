import { ResponseError } from '@backstage/errors';
import { FetchApi } from '@backstage/frontend-plugin-api';
import {
  CheckAnswer,
  CheckRequest,
  NameAnswer,
  OwnerOption,
  OwnersAnswer,
  UnregisterAnswer,
} from '@arctiq/plugin-golden-path-common';
import { GoldenPathApi } from './GoldenPathApi';

/** Several parts of a page ask for the owners; memberships change rarely. */
const OWNERS_MAX_AGE_MS = 60_000;

/** Talks to the golden path backend with the person's token. */
export class GoldenPathClient implements GoldenPathApi {
  readonly #fetchApi: FetchApi;
  #owners?: { at: number; answer: Promise<OwnerOption[]> };

  constructor(options: { fetchApi: FetchApi }) {
    this.#fetchApi = options.fetchApi;
  }

  checkName(name: string, options?: { signal?: AbortSignal }) {
    return this.#request<NameAnswer>(`/v1/names/${encodeURIComponent(name)}`, {
      signal: options?.signal,
    });
  }

  listOwners(): Promise<OwnerOption[]> {
    const now = Date.now();
    if (!this.#owners || now - this.#owners.at > OWNERS_MAX_AGE_MS) {
      const answer = this.#request<OwnersAnswer>('/v1/owners').then(
        ({ items }) => items,
      );
      this.#owners = { at: now, answer };
      answer.catch(() => {
        this.#owners = undefined;
      });
    }
    return this.#owners.answer;
  }

  check(request: CheckRequest) {
    return this.#request<CheckAnswer>('/v1/check', this.#post(request));
  }

  unregister(entityRef: string) {
    return this.#request<UnregisterAnswer>(
      '/v1/unregister',
      this.#post({ entityRef }),
    );
  }

  #post(body: object): RequestInit {
    return {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    };
  }

  async #request<T>(path: string, init?: RequestInit): Promise<T> {
    const response = await this.#fetchApi.fetch(
      `plugin://golden-path${path}`,
      init,
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}
