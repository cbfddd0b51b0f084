import { RateLimitConfig } from '../../config';
import { GithubError } from './errors';

/** What GitHub counts apart. */
export type RateLimitResource = 'core' | 'search' | 'code_search' | 'graphql';

interface Window {
  used: number;
  /** Milliseconds since 1970 when the window ends. */
  resetAt: number;
}

/** How much of a limit is used. */
export interface RateLimitState {
  limit: number;
  used: number;
  remaining: number;
  /** Seconds since 1970. */
  reset: number;
  resource: RateLimitResource;
}

/** Counts requests per caller and resource in fixed windows of time. */
export class RateLimiter {
  readonly #windows = new Map<string, Window>();

  constructor(
    private readonly config: RateLimitConfig,
    private readonly clock: () => number = Date.now,
  ) {}

  /** How much a caller has used, without counting this look. */
  state(
    caller: string,
    authenticated: boolean,
    resource: RateLimitResource,
  ): RateLimitState {
    const { used, resetAt } = this.#window(caller, resource);
    const limit = this.#limit(authenticated, resource);
    return {
      limit,
      used: Math.min(used, limit),
      remaining: Math.max(0, limit - used),
      reset: Math.ceil(resetAt / 1000),
      resource,
    };
  }

  /** Counts one request; answers false when the limit is used up. */
  take(
    caller: string,
    authenticated: boolean,
    resource: RateLimitResource,
  ): boolean {
    const window = this.#window(caller, resource);
    if (window.used >= this.#limit(authenticated, resource)) {
      return false;
    }
    window.used += 1;
    return true;
  }

  /** Gives a request back: a 304 costs nothing. */
  giveBack(caller: string, resource: RateLimitResource): void {
    const window = this.#window(caller, resource);
    window.used = Math.max(0, window.used - 1);
  }

  /** Forgets all counts. */
  reset(): void {
    this.#windows.clear();
  }

  #limit(authenticated: boolean, resource: RateLimitResource): number {
    if (resource === 'search' || resource === 'code_search') {
      const { search } = this.config;
      return authenticated ? search : Math.ceil(search / 3);
    }
    return authenticated ? this.config.authenticated : this.config.anonymous;
  }

  #window(caller: string, resource: RateLimitResource): Window {
    const key = `${resource} ${caller}`;
    const now = this.clock();
    const known = this.#windows.get(key);
    if (known && known.resetAt > now) {
      return known;
    }
    const length = resource.endsWith('search') ? 60_000 : 3_600_000;
    const window = { used: 0, resetAt: now + length };
    this.#windows.set(key, window);
    return window;
  }
}

/** The headers that every answer of the API carries. */
export function rateLimitHeaders(
  state: RateLimitState,
): Record<string, string> {
  return {
    'x-ratelimit-limit': String(state.limit),
    'x-ratelimit-remaining': String(state.remaining),
    'x-ratelimit-reset': String(state.reset),
    'x-ratelimit-used': String(state.used),
    'x-ratelimit-resource': state.resource,
  };
}

/** 403 of a caller whose requests are used up. */
export function rateLimitExceeded(
  viewer: { id: number } | undefined,
  address: string,
): GithubError {
  return new GithubError(
    403,
    viewer
      ? `API rate limit exceeded for user ID ${viewer.id}.`
      : `API rate limit exceeded for ${address}. (But here's the good news: Authenticated requests get a higher rate limit. Check out the documentation for more details.)`,
    {
      documentationUrl:
        'https://docs.github.com/rest/overview/resources-in-the-rest-api#rate-limiting',
    },
  );
}
