import { ResponseError } from '@backstage/errors';

/**
 * What went wrong, in the words of whoever refused: a backend's own message
 * instead of "Request failed with 404".
 */
export function explain(error: Error): string {
  return error instanceof ResponseError
    ? error.body.error.message
    : error.message;
}
