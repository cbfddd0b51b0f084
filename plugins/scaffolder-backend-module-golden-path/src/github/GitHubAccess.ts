import { Config } from '@backstage/config';
import {
  DefaultGithubCredentialsProvider,
  GithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import { Octokit } from '@octokit/rest';
import {
  GoldenPathConfig,
  gitHubFailureOf,
} from '@arctiq/plugin-golden-path-common';
import { RetryBudget } from './RetryBudget';

const CALL_TIMEOUT_MS = 15_000;

/** A client of GitHub's API and the token it uses, which git needs too. */
export interface GitHubSession {
  octokit: Octokit;
  token: string;
}

/**
 * Octokit gives text where an answer was cut off or was a proxy's page; nothing
 * that is called here answers with text.
 */
function requireJson<T extends { data: unknown; status: number }>(
  answer: T,
): T {
  if (typeof answer.data !== 'string' || answer.status === 204) {
    return answer;
  }
  const error = new Error('the answer is not JSON');
  error.name = 'HttpError';
  throw Object.assign(error, { response: { status: 502, headers: {} } });
}

/** Opens sessions with the GitHub that golden paths publish to. */
export class GitHubAccess {
  readonly #credentials: GithubCredentialsProvider;
  readonly #apiBaseUrl: string;
  readonly #organizationUrl: string;

  private constructor(
    credentials: GithubCredentialsProvider,
    apiBaseUrl: string,
    organizationUrl: string,
  ) {
    this.#credentials = credentials;
    this.#apiBaseUrl = apiBaseUrl;
    this.#organizationUrl = organizationUrl;
  }

  /**
   * @throws Error when `integrations.github` has no entry for the host
   */
  static fromConfig(
    rootConfig: Config,
    options: GoldenPathConfig['github'],
  ): GitHubAccess {
    const integrations = ScmIntegrations.fromConfig(rootConfig);
    const apiBaseUrl = integrations.github.byHost(options.host)?.config
      .apiBaseUrl;
    if (!apiBaseUrl) {
      throw new Error(
        `goldenPath.github.host is "${options.host}", but integrations.github has no entry with that host and an apiBaseUrl: add one`,
      );
    }
    const { protocol } = new URL(apiBaseUrl);
    return new GitHubAccess(
      DefaultGithubCredentialsProvider.fromIntegrations(integrations),
      apiBaseUrl,
      `${protocol}//${options.host}/${options.organization}`,
    );
  }

  /**
   * @param budget - shared by all calls of the session
   * @throws Error when the integration has no credentials
   */
  async open(
    budget: RetryBudget,
    signal?: AbortSignal,
  ): Promise<GitHubSession> {
    const { token } = await this.#credentials.getCredentials({
      url: this.#organizationUrl,
    });
    if (!token) {
      throw new Error(
        `The portal has no credentials for ${
          this.#organizationUrl
        }: the platform team must set token or apps of its entry in integrations.github`,
      );
    }
    const octokit = new Octokit({
      baseUrl: this.#apiBaseUrl,
      auth: token,
      log: { debug() {}, info() {}, warn() {}, error() {} },
    });
    octokit.hook.wrap('request', (request, options) =>
      budget.run(
        async () => {
          const timeout = AbortSignal.timeout(CALL_TIMEOUT_MS);
          const response = await request({
            ...options,
            request: {
              ...options.request,
              signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
            },
          });
          return requireJson(response);
        },
        gitHubFailureOf,
        // Set on calls for what GitHub shows only moments after it was made.
        Boolean(options.request.retryNotFound),
      ),
    );
    return { octokit, token };
  }
}
