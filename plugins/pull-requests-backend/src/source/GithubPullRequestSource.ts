import { createLimitedFetch } from '@arctiq/upstream';
import { ServiceUnavailableError } from '@backstage/errors';
import { GithubCredentialsProvider } from '@backstage/integration';
import { LoggerService } from '@backstage/backend-plugin-api';
import { Octokit } from '@octokit/rest';
import { PullRequestPlace, toPullRequestId } from '../types';
import { toErrorAnswer, toSourceError } from './errors';
import { listOpenPullRequests } from './listOpenPullRequests';
import { Listing, PullRequestSource, Reading } from './PullRequestSource';
import {
  describeMismatch,
  pullRequestSchema,
  toPullRequestRecord,
} from './schema';

/** What {@link GithubPullRequestSource} needs. */
export interface GithubPullRequestSourceOptions {
  /** Host of GitHub, with its port where it has one. */
  host: string;
  /** Address of the REST API, without a slash at the end. */
  apiBaseUrl: string;
  organization: string;
  credentials: GithubCredentialsProvider;
  logger: LoggerService;
  /** For a whole answer; 15 s by default. */
  timeoutMs?: number;
  /** The clock; replaced in tests. */
  now?: () => Date;
}

const MAX_ANSWER_BYTES = 10 * 1024 * 1024;

/** Reads pull requests over the REST API of GitHub. */
export class GithubPullRequestSource implements PullRequestSource {
  readonly #options: GithubPullRequestSourceOptions;
  readonly #octokit: Octokit;

  constructor(options: GithubPullRequestSourceOptions) {
    this.#options = options;
    const { logger } = options;
    this.#octokit = new Octokit({
      baseUrl: options.apiBaseUrl,
      userAgent: 'arctiq-portal-pull-requests',
      request: {
        fetch: createLimitedFetch({
          timeoutMs: options.timeoutMs ?? 15_000,
          maxBytes: MAX_ANSWER_BYTES,
        }),
      },
      // Failures reach the log once, from the collector; these are per request.
      log: {
        debug: message => logger.debug(message),
        info: message => logger.debug(message),
        warn: message => logger.debug(message),
        error: message => logger.debug(message),
      },
    });
  }

  /** {@inheritdoc PullRequestSource.list} */
  async list(signal: AbortSignal): Promise<Listing> {
    return listOpenPullRequests(this.#options.organization, parameters =>
      this.#request('GET /search/issues', parameters, signal).then(
        ({ data }) => data,
      ),
    );
  }

  /** {@inheritdoc PullRequestSource.read} */
  async read(
    place: PullRequestPlace,
    etag: string | undefined,
    signal: AbortSignal,
  ): Promise<Reading> {
    const { owner, repository: repo, number } = place;
    let answer;
    try {
      answer = await this.#request(
        'GET /repos/{owner}/{repo}/pulls/{pull_number}',
        {
          owner,
          repo,
          pull_number: number,
          headers: etag ? { 'if-none-match': etag } : {},
        },
        signal,
        [304, 404],
      );
    } catch (error) {
      const status = toErrorAnswer(error)?.status;
      if (status === 304) {
        return { state: 'unchanged' };
      }
      if (status === 404) {
        return { state: 'gone' };
      }
      throw error;
    }
    const parsed = pullRequestSchema.safeParse(answer.data);
    if (!parsed.success) {
      throw new ServiceUnavailableError(
        `GitHub at ${
          this.#options.host
        } answered something else than pull request ` +
          `${owner}/${repo}#${number} (${describeMismatch(parsed.error)})`,
      );
    }
    const record = toPullRequestRecord(parsed.data);
    // A renamed repository answers under its old name; the new one is listed.
    return record.id === toPullRequestId(place)
      ? { state: 'found', record, etag: answer.headers.etag }
      : { state: 'gone' };
  }

  /** Sends one request; statuses in `expected` are thrown as they are. */
  async #request(
    route: string,
    parameters: Record<string, unknown> & { headers?: Record<string, string> },
    signal: AbortSignal,
    expected: number[] = [],
  ) {
    const { host, organization, credentials, now } = this.#options;
    try {
      const { headers } = await credentials.getCredentials({
        url: `https://${host}/${organization}`,
      });
      return await this.#octokit.request(route, {
        ...parameters,
        headers: { ...headers, ...parameters.headers },
        request: { signal },
      });
    } catch (error) {
      if (expected.includes(toErrorAnswer(error)?.status ?? 0)) {
        throw error;
      }
      throw toSourceError(error, host, now?.() ?? new Date());
    }
  }
}
