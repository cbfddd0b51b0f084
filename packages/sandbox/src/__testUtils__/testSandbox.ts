import { Octokit } from '@octokit/rest';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SandboxConfig } from '../config';
import { GithubSeed } from '../github/GithubServer';
import { Sandbox, SandboxOptions, startSandbox } from '../server';
import { fixtureSeed } from './fixtureSeed';
import { differences, validatingFetch } from './validatingFetch';

/** The token of the portal's machine user in tests. */
export const portalToken = 'portal-token';

/** The tokens of the other upstreams in tests. */
export const prometheusToken = 'prometheus-token';
export const pagerDutyToken = 'pagerduty-token';

/** A sandbox of its own for a test file. */
export interface TestSandbox extends Sandbox {
  /**
   * Ends it, and throws when it reported a failure or an answer differed from
   * GitHub's description.
   */
  stop: () => Promise<void>;
  /** Address of the REST API. */
  api: string;
  dataDir: string;
  /** A client whose answers are all checked; the portal's without a token. */
  client: (token?: string) => Octokit;
  /** A client without a token. */
  anonymous: () => Octokit;
  /** A token for somebody. */
  tokenFor: (login: string) => Promise<string>;
  /** Adds a fault. */
  fault: (fault: Record<string, unknown>) => Promise<{ id: number }>;
  /** A new folder that goes with the sandbox. */
  folder: () => string;
  /** Stops and starts again on the same data. */
  restart: (seed?: GithubSeed) => Promise<void>;
}

/** A log of Octokit that keeps quiet. */
export const silent = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
};

/** Starts the real server on a free port with a fresh folder. */
export async function startTestSandbox(
  change: Partial<SandboxConfig> = {},
  options: Pick<SandboxOptions, 'model' | 'now'> = {},
  initialSeed: GithubSeed = fixtureSeed(),
): Promise<TestSandbox> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'sandbox-test-'));
  const errors: string[] = [];
  const config: SandboxConfig = {
    host: '127.0.0.1',
    port: 0,
    dataDir,
    portalUrl: 'http://localhost:7007',
    githubToken: portalToken,
    prometheusToken,
    pagerDutyToken,
    rateLimit: { authenticated: 100_000, anonymous: 100_000, search: 10_000 },
    ...change,
  };
  const start = (seed: GithubSeed) =>
    startSandbox({
      ...options,
      config,
      seed: () => seed,
      logError: (message, error) => errors.push(`${message}: ${error}`),
    });
  let current = await start(initialSeed);
  const { url } = current;
  config.port = Number(new URL(url).port);

  function client(auth: string | undefined) {
    return new Octokit({
      auth,
      baseUrl: `${url}/api/v3`,
      log: silent,
      request: { fetch: validatingFetch },
    });
  }

  async function control(target: string, body: unknown) {
    const response = await fetch(`${url}/_sandbox/${target}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) {
      throw new Error(await response.text());
    }
    return response.json();
  }

  return {
    url,
    api: `${url}/api/v3`,
    dataDir,
    client: (token = portalToken) => client(token),
    anonymous: () => client(undefined),
    tokenFor: async login => (await control('tokens', { login })).token,
    fault: fault => control('faults', { upstream: 'github', ...fault }),
    folder: () => fs.mkdtempSync(path.join(dataDir, 'work-')),
    restart: async (seed = initialSeed) => {
      await current.stop();
      // The client's pooled connections notice that they were closed.
      await sleep(50);
      current = await start(seed);
    },
    stop: async () => {
      await current.stop();
      fs.rmSync(dataDir, { recursive: true, force: true });
      const problems = [...differences.splice(0), ...errors];
      if (problems.length > 0) {
        throw new Error(problems.join('\n'));
      }
    },
  };
}
