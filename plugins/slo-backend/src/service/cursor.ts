import { InputError } from '@backstage/errors';
import { z } from 'zod';

/**
 * Packs a position into a word that callers pass on without reading it.
 *
 * @param position - anything that JSON can say
 */
export function encodeCursor(position: unknown): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/**
 * Unpacks what {@link encodeCursor} made.
 *
 * @param schema - what a position looks like
 * @throws InputError when it is none
 */
export function decodeCursor<T>(cursor: string, schema: z.ZodType<T>): T {
  try {
    return schema.parse(
      JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')),
    );
  } catch {
    throw new InputError(
      "The parameter 'cursor' must be the 'pageInfo.nextCursor' of an earlier answer.",
    );
  }
}
