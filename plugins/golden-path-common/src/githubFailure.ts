/** What an HTTP client says about a failed call to GitHub. */
export interface GitHubFailure {
  /** HTTP status; undefined when no answer came. */
  status?: number;
  /** The client's own message. */
  message: string;
  /** Response headers in lower case. */
  headers?: Record<string, string | number | undefined>;
}

/** What went wrong, for a person and for the decision whether to try again. */
export interface GitHubFailureExplanation {
  kind: 'unreachable' | 'rate-limited' | 'unauthorized' | 'refused' | 'failing';
  /** Follows "GitHub ...": a phrase without a full stop. */
  phrase: string;
  /** True when the same call may succeed later without anybody's help. */
  transient: boolean;
  /** How long GitHub asks to wait, in seconds, where it says so. */
  retryAfterSeconds?: number;
}

/**
 * Reads what Octokit threw. Octokit gives an error without any answer the
 * status 500, so the status counts only where there was a response.
 */
export function gitHubFailureOf(error: unknown): GitHubFailure {
  const { message, response, cause } = Object(error) as {
    message?: string;
    response?: { status?: number; headers?: GitHubFailure['headers'] };
    cause?: { message?: string; code?: string };
  };
  return {
    status: response?.status,
    headers: response?.headers,
    // A proxy may answer with a whole page.
    message: (
      cause?.message ||
      cause?.code ||
      message ||
      String(error ?? 'no answer')
    ).slice(0, 200),
  };
}

function seconds(value: string | number | undefined): number | undefined {
  const parsed = Number(value);
  return value !== undefined && value !== '' && Number.isFinite(parsed)
    ? parsed
    : undefined;
}

function waitOf(failure: GitHubFailure, now: Date): number | undefined {
  const headers = failure.headers ?? {};
  const after = seconds(headers['retry-after']);
  if (after !== undefined) {
    return after;
  }
  const reset = seconds(headers['x-ratelimit-reset']);
  return reset === undefined
    ? undefined
    : Math.max(0, Math.ceil(reset - now.getTime() / 1000));
}

function isRateLimit(failure: GitHubFailure): boolean {
  if (failure.status === 429) {
    return true;
  }
  return (
    failure.status === 403 &&
    (String(failure.headers?.['x-ratelimit-remaining']) === '0' ||
      failure.headers?.['retry-after'] !== undefined ||
      /rate limit/i.test(failure.message))
  );
}

/**
 * Puts a failed call to GitHub into words.
 *
 * @param failure - what the client saw
 * @param now - for the time until a rate limit ends
 */
export function explainGitHubFailure(
  failure: GitHubFailure,
  now: Date,
): GitHubFailureExplanation {
  const { status, message } = failure;
  if (isRateLimit(failure)) {
    const wait = waitOf(failure, now);
    return {
      kind: 'rate-limited',
      phrase:
        wait === undefined
          ? 'limits the number of calls at the moment'
          : `limits the number of calls; it accepts more in ${wait} s`,
      transient: true,
      retryAfterSeconds: wait,
    };
  }
  if (status === undefined) {
    return {
      kind: 'unreachable',
      phrase: /abort|timeout/i.test(message)
        ? 'did not answer in time'
        : `did not answer (${message})`,
      transient: true,
    };
  }
  if (status === 401) {
    return {
      kind: 'unauthorized',
      phrase: `does not accept the portal's token (${message}); the platform team must renew it`,
      transient: false,
    };
  }
  if (status >= 500) {
    return {
      kind: 'failing',
      phrase: `answers with an error of its own (HTTP ${status})`,
      transient: true,
    };
  }
  return {
    kind: 'refused',
    phrase: `refused the call (HTTP ${status}: ${message})`,
    transient: false,
  };
}
