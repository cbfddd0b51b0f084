import { toError } from '@backstage/errors';
import { RateLimitedError } from '../source/errors';
import { PullRequestSource, Reading } from '../source/PullRequestSource';
import { fromPullRequestId } from '../types';

/** A pull request to read, with the validator of its last reading. */
export interface ReadRequest {
  id: string;
  etag?: string;
}

/** What reading many pull requests brought. */
export interface ReadResult {
  readings: Array<{ id: string; reading: Reading }>;
  /** Keys of those that could not be read or were left for the next time. */
  unread: string[];
  /** Why, when there are such. */
  problem?: Error;
}

const CONCURRENCY = 4;
/** After so many failures in a row the server is left in peace. */
const MAX_FAILURES_IN_A_ROW = 5;

/**
 * Reads pull requests, a few at a time. One that fails harms only itself, until
 * so many fail in a row that the server has to be taken for down; a rate limit
 * ends the reading at once.
 *
 * @param source - where to read
 * @param requests - what to read
 * @param signal - ends the reading early; the rest counts as unread
 */
export async function readAll(
  source: PullRequestSource,
  requests: ReadRequest[],
  signal: AbortSignal,
): Promise<ReadResult> {
  const queue = [...requests];
  const result: ReadResult = { readings: [], unread: [] };
  let failuresInARow = 0;
  let stopped = false;

  async function work() {
    while (!stopped && !signal.aborted) {
      const request = queue.shift();
      if (!request) {
        return;
      }
      const { id, etag } = request;
      try {
        const reading = await source.read(fromPullRequestId(id), etag, signal);
        result.readings.push({ id, reading });
        failuresInARow = 0;
      } catch (error) {
        result.unread.push(id);
        // The rate limit says how long to wait, so it must not be overwritten.
        if (!(result.problem instanceof RateLimitedError)) {
          result.problem = toError(error);
        }
        failuresInARow += 1;
        stopped ||=
          error instanceof RateLimitedError ||
          failuresInARow >= MAX_FAILURES_IN_A_ROW;
      }
    }
  }

  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  result.unread.push(...queue.map(({ id }) => id));
  if (signal.aborted) {
    result.problem ??= new Error('the collection ran out of time');
  }
  return result;
}
