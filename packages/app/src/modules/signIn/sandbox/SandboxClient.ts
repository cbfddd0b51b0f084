import { ResponseError } from '@backstage/errors';
import type { DiscoveryApi } from '@backstage/frontend-plugin-api';
import type { PeoplePage, SandboxSession } from './types';

// Proves to the backend that the request is no link or form of another site.
const headers = { 'X-Requested-With': 'XMLHttpRequest' };

/**
 * Speaks to `/api/auth/sandbox`. Uses the browser's own fetch: the portal's
 * fetchApi waits for a signed-in person, and there is none yet.
 */
export class SandboxClient {
  readonly #discoveryApi: DiscoveryApi;

  constructor(discoveryApi: DiscoveryApi) {
    this.#discoveryApi = discoveryApi;
  }

  /** The featured people, and those whose name contains the search text. */
  async people(options: {
    search: string;
    limit: number;
    signal?: AbortSignal;
  }): Promise<PeoplePage> {
    const query = new URLSearchParams({ limit: String(options.limit) });
    if (options.search) {
      query.set('q', options.search);
    }
    const response = await this.#request(`people?${query}`, {
      signal: options.signal,
    });
    return response.json();
  }

  /** Takes the place of a person and remembers that in a cookie. */
  async signIn(entityRef: string): Promise<void> {
    await this.#request('sign-in', {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'application/json' },
      body: JSON.stringify({ entityRef }),
    });
  }

  /** Whether a cookie of an earlier visit remembers a person. */
  async isSignedIn(): Promise<boolean> {
    const response = await this.#request('session', {});
    const { signedIn } = await response.json();
    return signedIn;
  }

  /** The session of the person in the cookie, or nothing without one. */
  async session(): Promise<SandboxSession | undefined> {
    const now = Date.now();
    try {
      const response = await this.#request('refresh', { headers });
      const { profile, backstageIdentity } = await response.json();
      return {
        profile,
        token: backstageIdentity.token,
        expiresAt: now + backstageIdentity.expiresInSeconds * 1000,
        identity: backstageIdentity.identity,
      };
    } catch (error) {
      if (error instanceof ResponseError && error.statusCode === 401) {
        return undefined;
      }
      throw error;
    }
  }

  /** Forgets the person. */
  async signOut(): Promise<void> {
    await this.#request('logout', { method: 'POST', headers });
  }

  async #request(path: string, init: RequestInit): Promise<Response> {
    const baseUrl = await this.#discoveryApi.getBaseUrl('auth');
    const response = await fetch(`${baseUrl}/sandbox/${path}`, {
      credentials: 'include',
      ...init,
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}
