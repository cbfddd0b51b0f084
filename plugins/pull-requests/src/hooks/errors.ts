import { ResponseError } from '@backstage/errors';

function isResponseError(error: unknown): error is ResponseError {
  return (error as Error | undefined)?.name === 'ResponseError';
}

/** Whether the backend refused because the person may not see the data. */
export function isForbidden(error: unknown): boolean {
  return isResponseError(error) && error.statusCode === 403;
}

/** What went wrong, in the words of whoever knows best. */
export function describeError(error: unknown): string {
  if (isResponseError(error)) {
    return error.cause.message || error.message;
  }
  return error instanceof Error ? error.message : String(error);
}
