import { AuthenticationError } from '@backstage/errors';
import type { Request } from 'express';

/**
 * Refuses requests that a form or link of another site can send: browsers let
 * only scripts of an allowed origin set this header. Backstage's OAuth
 * providers ask for the same one.
 *
 * @throws AuthenticationError without `X-Requested-With: XMLHttpRequest`
 */
export function requireScript(request: Request): void {
  if (request.header('X-Requested-With') !== 'XMLHttpRequest') {
    throw new AuthenticationError(
      'The header X-Requested-With: XMLHttpRequest is missing. It proves that the request does not come from another site.',
    );
  }
}
