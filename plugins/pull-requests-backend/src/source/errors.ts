import { CustomErrorBase, ServiceUnavailableError } from '@backstage/errors';

const MAX_WAIT_MS = 60 * 60 * 1000;
const DEFAULT_WAIT_MS = 60 * 1000;

/** GitHub refuses further requests until a certain time. */
export class RateLimitedError extends CustomErrorBase {
  name = 'RateLimitedError' as const;
  /** When asking again makes sense; at most an hour ahead. */
  readonly retryAt: Date;

  constructor(message: string, retryAt: Date) {
    super(message);
    this.retryAt = retryAt;
  }
}

type Headers = Record<string, string | number | undefined>;

/** An answer of 400 and above, as Octokit throws it. */
export interface ErrorAnswer {
  status: number;
  message: string;
  headers: Headers;
}

/**
 * The answer behind an error of Octokit. Told by shape instead of by class,
 * because several versions of that class are installed side by side.
 *
 * @returns undefined when there was no answer, such as a refused connection
 */
export function toErrorAnswer(error: unknown): ErrorAnswer | undefined {
  const { status, response, message } = (error ?? {}) as {
    status?: number;
    message?: string;
    response?: { headers?: Headers };
  };
  return typeof status === 'number' && response?.headers
    ? { status, message: message ?? '', headers: response.headers }
    : undefined;
}

function readRetryAt(headers: Headers, now: Date): Date {
  const retryAfter = headers['retry-after'];
  const reset = Number(headers['x-ratelimit-reset']) * 1000;
  let wait = DEFAULT_WAIT_MS;
  if (retryAfter !== undefined) {
    const seconds = Number(retryAfter);
    // Either seconds or a date.
    wait = Number.isFinite(seconds)
      ? seconds * 1000
      : Date.parse(String(retryAfter)) - now.getTime();
  } else if (headers['x-ratelimit-remaining'] === '0') {
    wait = reset - now.getTime();
  }
  const bounded = Number.isFinite(wait)
    ? Math.min(Math.max(wait, 1000), MAX_WAIT_MS)
    : DEFAULT_WAIT_MS;
  return new Date(now.getTime() + bounded);
}

function isRateLimited({ status, headers }: ErrorAnswer): boolean {
  return (
    status === 429 ||
    (status === 403 &&
      (headers['retry-after'] !== undefined ||
        headers['x-ratelimit-remaining'] === '0'))
  );
}

/** First line without markup, since an error page can be long. */
function shorten(message: string): string {
  const text = message
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return text.length > 160 ? `${text.slice(0, 159)}…` : text;
}

/**
 * Turns whatever a request threw into an error that says what happened.
 *
 * @param error - what was thrown
 * @param host - host of GitHub, for the message
 * @param now - the current time
 */
export function toSourceError(error: unknown, host: string, now: Date): Error {
  if (
    error instanceof RateLimitedError ||
    error instanceof ServiceUnavailableError
  ) {
    return error;
  }
  const answer = toErrorAnswer(error);
  if (answer && isRateLimited(answer)) {
    const retryAt = readRetryAt(answer.headers, now);
    return new RateLimitedError(
      `GitHub at ${host} limits the rate of requests until ${retryAt.toISOString()}`,
      retryAt,
    );
  }
  if (answer) {
    const hint =
      answer.status === 401 || answer.status === 403
        ? '; check the token in integrations.github'
        : '';
    return new ServiceUnavailableError(
      `GitHub at ${host} answered ${answer.status}: ${shorten(
        answer.message,
      )}${hint}`,
    );
  }
  const message = error instanceof Error ? error.message : String(error);
  return new ServiceUnavailableError(
    `GitHub at ${host} could not be reached: ${shorten(message)}`,
  );
}
