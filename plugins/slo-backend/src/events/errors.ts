import { ServiceUnavailableError } from '@backstage/errors';

/** First line without markup, since an error page can be long. */
export function shorten(message: string): string {
  const text = message
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return text.length > 160 ? `${text.slice(0, 159)}…` : text;
}

/** An address that a browser may follow, or nothing: it comes from outside. */
export function toWebAddress(text: string | undefined): string | undefined {
  return text && /^https?:\/\//i.test(text) && URL.canParse(text)
    ? text
    : undefined;
}

/** Status of an error of Octokit; told by shape, since several versions of its class are installed. */
export function statusOf(error: unknown): number | undefined {
  const { status } = (error ?? {}) as { status?: unknown };
  return typeof status === 'number' ? status : undefined;
}

/**
 * Turns whatever a request threw into an error that says what happened.
 *
 * @param upstream - who was asked, with its host
 * @param hint - what to check when it refuses
 */
export function toUpstreamError(
  error: unknown,
  upstream: string,
  hint: string,
): Error {
  if (error instanceof ServiceUnavailableError) {
    return error;
  }
  const status = statusOf(error);
  const message = shorten(
    error instanceof Error ? error.message : String(error),
  );
  if (status === undefined || status >= 600) {
    return new ServiceUnavailableError(
      `${upstream} could not be reached: ${message}`,
    );
  }
  const advice = status === 401 || status === 403 ? `; ${hint}` : '';
  return new ServiceUnavailableError(
    `${upstream} answered ${status}: ${message}${advice}`,
  );
}
