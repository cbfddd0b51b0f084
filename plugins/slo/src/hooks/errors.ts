import { ResponseError } from '@backstage/errors';

function isResponseError(error: unknown): error is ResponseError {
  return error instanceof Error && error.name === 'ResponseError';
}

/** The HTTP status that the backend answered with, if it answered. */
export function statusOf(error: unknown): number | undefined {
  return isResponseError(error) ? error.statusCode : undefined;
}

/** What went wrong, in the words of whoever knows best. */
export function describeError(error: unknown): string {
  if (isResponseError(error)) {
    return error.cause?.message || error.message;
  }
  return error instanceof Error ? error.message : String(error);
}
