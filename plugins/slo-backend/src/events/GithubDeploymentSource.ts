import { createLimitedFetch } from '@arctiq/upstream';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { GithubCredentialsProvider } from '@backstage/integration';
import { ServiceUnavailableError } from '@backstage/errors';
import { Octokit } from '@octokit/rest';
import { z } from 'zod';
import type {
  Deployment,
  DeploymentOutcome,
  DeploymentSource,
  Repository,
} from './DeploymentSource';
import { statusOf, toUpstreamError, toWebAddress } from './errors';

/** The part of GitHub's answers that matters. */
const deploymentsSchema = z.array(
  z.object({
    id: z.number().int(),
    ref: z.string(),
    sha: z.string(),
    description: z.string().nullish(),
    creator: z.object({ login: z.string() }).nullish(),
    created_at: z.iso.datetime({ offset: true }),
  }),
);

const statusesSchema = z.array(
  z.object({
    state: z.string(),
    created_at: z.iso.datetime({ offset: true }),
    log_url: z.string().nullish(),
    target_url: z.string().nullish(),
  }),
);

const PAGE_SIZE = 100;
const MAX_ANSWER_BYTES = 5 * 1024 * 1024;

/** What {@link GithubDeploymentSource} needs. */
export interface GithubDeploymentSourceOptions {
  /** Host of GitHub, with its port where it has one. */
  host: string;
  /** Address of the REST API, without a slash at the end. */
  apiBaseUrl: string;
  credentials: GithubCredentialsProvider;
  logger: LoggerService;
  /** For a whole answer; 15 s by default. */
  timeoutMs?: number;
}

/** Reads deployments over the REST API of GitHub. */
export class GithubDeploymentSource implements DeploymentSource {
  readonly #options: GithubDeploymentSourceOptions;
  readonly #octokit: Octokit;

  constructor(options: GithubDeploymentSourceOptions) {
    this.#options = options;
    const { logger } = options;
    const log = (message: string) => logger.debug(message);
    this.#octokit = new Octokit({
      baseUrl: options.apiBaseUrl,
      userAgent: 'arctiq-portal-slo',
      request: {
        fetch: createLimitedFetch({
          timeoutMs: options.timeoutMs ?? 15_000,
          maxBytes: MAX_ANSWER_BYTES,
        }),
      },
      // Failures reach the log once, from the collector; these are per request.
      log: { debug: log, info: log, warn: log, error: log },
    });
  }

  /** {@inheritdoc DeploymentSource.list} */
  async list(
    repository: Repository,
    environment: string,
    etag: string | undefined,
    signal: AbortSignal,
  ): Promise<{ items: Deployment[]; etag?: string } | undefined> {
    const answer = await this.#request(
      'GET /repos/{owner}/{repo}/deployments',
      repository,
      { environment, per_page: PAGE_SIZE },
      signal,
      etag,
    );
    if (!answer) {
      return undefined;
    }
    const items = this.#parse(deploymentsSchema, answer.data, repository);
    return {
      etag: answer.headers.etag,
      items: items.map(item => ({
        id: item.id,
        ref: item.ref,
        sha: item.sha,
        description: item.description || undefined,
        creator: item.creator?.login.toLowerCase(),
        createdAt: item.created_at,
      })),
    };
  }

  /** {@inheritdoc DeploymentSource.outcome} */
  async outcome(
    repository: Repository,
    id: number,
    signal: AbortSignal,
  ): Promise<DeploymentOutcome> {
    const answer = await this.#request(
      'GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses',
      repository,
      { deployment_id: id, per_page: PAGE_SIZE },
      signal,
    );
    const statuses = this.#parse(statusesSchema, answer?.data, repository);
    // A deployment that was replaced is inactive now, but succeeded before.
    const found =
      statuses.find(({ state }) => state === 'success') ??
      statuses.find(({ state }) => ['failure', 'error'].includes(state));
    return (
      found && {
        state: found.state === 'success' ? 'success' : 'failed',
        at: found.created_at,
        url: toWebAddress(found.log_url || found.target_url || undefined),
      }
    );
  }

  /** {@inheritdoc DeploymentSource.pageOf} */
  pageOf({ owner, name }: Repository, { sha }: Deployment): string {
    const origin = new URL(this.#options.apiBaseUrl).protocol;
    return `${origin}//${
      this.#options.host
    }/${owner}/${name}/commit/${encodeURIComponent(sha)}`;
  }

  #parse<T>(schema: z.ZodType<T>, data: unknown, at: Repository): T {
    const parsed = schema.safeParse(data);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      throw new ServiceUnavailableError(
        `GitHub at ${
          this.#options.host
        } answered something else than deployments of ` +
          `${at.owner}/${at.name} (${issue.path.join('.')}: ${issue.message})`,
      );
    }
    return parsed.data;
  }

  /** Sends one request; undefined when nothing changed. */
  async #request(
    route: string,
    { owner, name }: Repository,
    parameters: Record<string, unknown>,
    signal: AbortSignal,
    etag?: string,
  ) {
    const { host, credentials, apiBaseUrl } = this.#options;
    try {
      const { headers } = await credentials.getCredentials({
        url: `${new URL(apiBaseUrl).protocol}//${host}/${owner}/${name}`,
      });
      return await this.#octokit.request(route, {
        ...parameters,
        owner,
        repo: name,
        headers: { ...headers, ...(etag && { 'if-none-match': etag }) },
        request: { signal },
      });
    } catch (error) {
      if (statusOf(error) === 304) {
        return undefined;
      }
      throw toUpstreamError(
        error,
        `GitHub at ${host}`,
        'check the token in integrations.github: it needs to read deployments',
      );
    }
  }
}
