import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { ListPosition } from '../store/PullRequestStore';

const positionSchema = z.tuple([
  z.number().int().min(0).max(3),
  z.number().int().min(0).max(8.64e15),
  z.string().min(1).max(300),
]);

/** Packs a position into a word that callers pass on without reading it. */
export function encodeCursor(position: ListPosition): string {
  const { rank, createdAt, id } = position;
  return Buffer.from(JSON.stringify([rank, createdAt.getTime(), id])).toString(
    'base64url',
  );
}

/**
 * Unpacks what {@link encodeCursor} made.
 *
 * @throws InputError when it was not made by it
 */
export function decodeCursor(cursor: string): ListPosition {
  try {
    const [rank, createdAt, id] = positionSchema.parse(
      JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')),
    );
    return { rank, createdAt: new Date(createdAt), id };
  } catch {
    throw new InputError(
      "The parameter 'cursor' must be the 'pageInfo.nextCursor' of an earlier answer.",
    );
  }
}
