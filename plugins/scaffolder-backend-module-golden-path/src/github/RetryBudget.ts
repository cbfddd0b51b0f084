import { setTimeout as delay } from 'node:timers/promises';
import { LoggerService } from '@backstage/backend-plugin-api';
import {
  explainGitHubFailure,
  GitHubFailure,
} from '@arctiq/plugin-golden-path-common';

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 8000;

/**
 * Repeats calls that GitHub may accept later, until a time that all calls of a
 * step share, so that a step ends in bounded time whatever GitHub does.
 *
 * Octokit's own throttling plugin is not used: it spaces writes one second
 * apart, which alone would take most of the time that a creation may take.
 */
export class RetryBudget {
  readonly #deadline: number;
  readonly #logger: LoggerService;
  readonly #signal?: AbortSignal;

  constructor(options: {
    totalMs: number;
    logger: LoggerService;
    signal?: AbortSignal;
  }) {
    this.#deadline = Date.now() + options.totalMs;
    this.#logger = options.logger;
    this.#signal = options.signal;
  }

  /**
   * @param call - one attempt
   * @param failureOf - reads what `call` threw
   * @param retryNotFound - GitHub shows some things only moments after it made them
   * @throws what the last attempt threw
   */
  async run<T>(
    call: () => Promise<T>,
    failureOf: (error: unknown) => GitHubFailure,
    retryNotFound = false,
  ): Promise<T> {
    for (let attempt = 0; ; attempt++) {
      this.#signal?.throwIfAborted();
      try {
        return await call();
      } catch (error) {
        const failure = failureOf(error);
        const { transient, phrase, retryAfterSeconds } = explainGitHubFailure(
          failure,
          new Date(),
        );
        const backOff = Math.min(FIRST_WAIT_MS * 2 ** attempt, LONGEST_WAIT_MS);
        const wait =
          retryAfterSeconds === undefined ? backOff : retryAfterSeconds * 1000;
        const again =
          transient || (retryNotFound && failure.status === 404 && attempt < 4);
        if (
          !again ||
          this.#signal?.aborted ||
          Date.now() + wait > this.#deadline
        ) {
          throw error;
        }
        this.#logger.warn(
          `GitHub ${phrase}; trying again in ${Math.ceil(wait / 1000)} s`,
        );
        await delay(wait, undefined, { signal: this.#signal });
      }
    }
  }
}
