import { createHash } from 'node:crypto';

/** A weak entity tag of an answer. */
export function entityTag(...parts: Array<string | Buffer>): string {
  const hash = createHash('sha256');
  for (const part of parts) {
    hash.update(part);
  }
  return `W/"${hash.digest('hex')}"`;
}

/** Whether an If-None-Match header names the tag; strength does not matter. */
export function matchesTag(header: string | undefined, tag: string): boolean {
  if (!header) {
    return false;
  }
  const bare = (text: string) => text.trim().replace(/^W\//, '');
  return (
    header.trim() === '*' ||
    header.split(',').some(candidate => bare(candidate) === bare(tag))
  );
}
