import { Config } from '@backstage/config';
import {
  DefaultGithubCredentialsProvider,
  GithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import { Octokit } from '@octokit/rest';
import {
  gitHubFailureOf,
  RepositoryPlace,
  runIdOf,
} from '@arctiq/plugin-golden-path-common';
import { GoldenPathBackendConfig } from '../config';
import { ExistingRepository, RepositorySource } from './RepositorySource';

/** Asks GitHub's REST API, with the credentials of the integration. */
export class GitHubRepositorySource implements RepositorySource {
  readonly #credentials: GithubCredentialsProvider;
  readonly #apiBaseUrl: string;
  readonly #organizationUrl: string;
  readonly #options: GoldenPathBackendConfig;

  private constructor(
    credentials: GithubCredentialsProvider,
    apiBaseUrl: string,
    options: GoldenPathBackendConfig,
  ) {
    this.#credentials = credentials;
    this.#apiBaseUrl = apiBaseUrl;
    this.#options = options;
    const { host, organization } = options.github;
    // A GitHub on plain HTTP has both its API and its pages there.
    const { protocol } = new URL(apiBaseUrl);
    this.#organizationUrl = `${protocol}//${host}/${organization}`;
  }

  /**
   * @throws Error when `integrations.github` has no entry for the host
   */
  static fromConfig(
    rootConfig: Config,
    options: GoldenPathBackendConfig,
  ): GitHubRepositorySource {
    const integrations = ScmIntegrations.fromConfig(rootConfig);
    const { host } = options.github;
    const integration = integrations.github.byHost(host);
    if (!integration?.config.apiBaseUrl) {
      throw new Error(
        `goldenPath.github.host is "${host}", but integrations.github has no entry with that host and an apiBaseUrl: add one`,
      );
    }
    return new GitHubRepositorySource(
      DefaultGithubCredentialsProvider.fromIntegrations(integrations),
      integration.config.apiBaseUrl,
      options,
    );
  }

  place(name: string): RepositoryPlace {
    const { host, organization } = this.#options.github;
    const htmlUrl = `${this.#organizationUrl}/${name}`;
    return {
      host,
      owner: organization,
      name,
      htmlUrl,
      cloneUrl: `${htmlUrl}.git`,
    };
  }

  async find(name: string): Promise<ExistingRepository | undefined> {
    const { token } = await this.#credentials.getCredentials({
      url: this.#organizationUrl,
    });
    const octokit = new Octokit({
      baseUrl: this.#apiBaseUrl,
      auth: token,
      request: { signal: AbortSignal.timeout(this.#options.requestTimeoutMs) },
      log: { debug() {}, info() {}, warn() {}, error() {} },
    });
    try {
      const { data } = await octokit.repos.get({
        owner: this.#options.github.organization,
        repo: name,
      });
      // A proxy's page or half an answer comes as text.
      if (typeof data?.name !== 'string') {
        throw new Error('the answer is not JSON');
      }
      // GitHub redirects from a former name, which is free again.
      if (data.name.toLowerCase() !== name.toLowerCase()) {
        return undefined;
      }
      return {
        htmlUrl: data.html_url,
        homepage: data.homepage ?? undefined,
        runId: runIdOf(data.homepage),
      };
    } catch (error) {
      if (gitHubFailureOf(error).status === 404) {
        return undefined;
      }
      throw error;
    }
  }
}
