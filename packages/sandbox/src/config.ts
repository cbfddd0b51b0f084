import path from 'node:path';

/** What the sandbox needs to know before it starts. */
export interface SandboxConfig {
  host: string;
  /** 0 takes any free port. */
  port: number;
  /** Address that links carry; derived from host and port where absent. */
  publicUrl?: string;
  dataDir: string;
  /** Address of the portal, for links in seeded documents. */
  portalUrl: string;
  /** Token of the portal's machine user. */
  githubToken: string;
  /** Tokens that the portal sends to the other upstreams; GitHub's where absent. */
  prometheusToken?: string;
  pagerDutyToken?: string;
  webhook?: { url: string; secret: string };
  /** Requests per hour and searches per minute. */
  rateLimit: RateLimitConfig;
  /** Faults that hold from the start, as JSON. */
  fault?: string;
  /** A clone of the portal's repository, whose files the company has as well. */
  productDir?: string;
}

/** Requests that one caller may make in a window of time. */
export interface RateLimitConfig {
  /** Per hour, with a token. */
  authenticated: number;
  /** Per hour and address, without a token. */
  anonymous: number;
  /** Searches per minute with a token. */
  search: number;
}

/** GitHub's own limits. */
export const defaultRateLimit: RateLimitConfig = {
  authenticated: 5000,
  anonymous: 60,
  search: 30,
};

function integer(name: string, text: string | undefined, fallback: number) {
  if (text === undefined || text === '') {
    return fallback;
  }
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) {
    throw new Error(
      `${name} must be a whole number of at least 0, but is "${text}".`,
    );
  }
  return value;
}

/**
 * Reads the configuration from environment variables.
 *
 * @throws Error when a variable that is needed is absent or malformed
 */
export function readConfig(
  env: Record<string, string | undefined>,
): SandboxConfig {
  const githubToken = env.GITHUB_TOKEN;
  if (!githubToken) {
    throw new Error(
      'GITHUB_TOKEN is not set. Set it to the token that the portal uses against this sandbox (any random text).',
    );
  }
  const url = env.GITHUB_WEBHOOK_URL;
  if (url && !env.GITHUB_WEBHOOK_SECRET) {
    throw new Error(
      'GITHUB_WEBHOOK_SECRET is not set, but GITHUB_WEBHOOK_URL is: webhooks are always signed.',
    );
  }
  return {
    host: env.SANDBOX_HOST || '127.0.0.1',
    port: integer('SANDBOX_PORT', env.SANDBOX_PORT, 7070),
    publicUrl: env.SANDBOX_PUBLIC_URL?.replace(/\/+$/, '') || undefined,
    dataDir: path.resolve(env.SANDBOX_DATA_DIR || '.data/sandbox'),
    portalUrl: (env.PORTAL_URL || 'http://localhost:7007').replace(/\/+$/, ''),
    githubToken,
    prometheusToken: env.PROMETHEUS_TOKEN || undefined,
    pagerDutyToken: env.PAGERDUTY_TOKEN || undefined,
    webhook:
      url && env.GITHUB_WEBHOOK_SECRET
        ? { url, secret: env.GITHUB_WEBHOOK_SECRET }
        : undefined,
    rateLimit: {
      authenticated: integer(
        'SANDBOX_RATE_LIMIT',
        env.SANDBOX_RATE_LIMIT,
        defaultRateLimit.authenticated,
      ),
      anonymous: integer(
        'SANDBOX_RATE_LIMIT_ANONYMOUS',
        env.SANDBOX_RATE_LIMIT_ANONYMOUS,
        defaultRateLimit.anonymous,
      ),
      search: integer(
        'SANDBOX_RATE_LIMIT_SEARCH',
        env.SANDBOX_RATE_LIMIT_SEARCH,
        defaultRateLimit.search,
      ),
    },
    fault: env.SANDBOX_FAULT || undefined,
    productDir: env.SANDBOX_PRODUCT_DIR || undefined,
  };
}
