/** Below the number of variables that SQLite and PostgreSQL allow. */
const CHUNK = 400;

/** Cuts a list into pieces that fit into one statement. */
export function* chunks<T>(
  values: readonly T[],
  size: number = CHUNK,
): Iterable<T[]> {
  for (let start = 0; start < values.length; start += size) {
    yield values.slice(start, start + size);
  }
}
