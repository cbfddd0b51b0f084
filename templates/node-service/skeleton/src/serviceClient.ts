import { Problem } from './problem.js';

/** A call from service to service takes at most this long, in milliseconds. */
const DEFAULT_TIMEOUT_MS = 5_000;

/**
 * Calls another service. Trace context is passed on by OpenTelemetry.
 *
 * @param url - absolute address
 * @param init - as for fetch, with `timeoutMs` for another time limit
 * @throws Problem 504 when the other side is too slow, 502 when it is not there
 */
export async function callService(
  url: string | URL,
  init: RequestInit & { timeoutMs?: number } = {},
): Promise<Response> {
  const { timeoutMs = DEFAULT_TIMEOUT_MS, signal, ...rest } = init;
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    return await fetch(url, {
      ...rest,
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
  } catch (error) {
    if (signal?.aborted) {
      throw error;
    }
    throw timeout.aborted
      ? new Problem(
          504,
          'A service that this one needs did not answer in time.',
          { cause: error },
        )
      : new Problem(
          502,
          'A service that this one needs could not be reached.',
          { cause: error },
        );
  }
}
