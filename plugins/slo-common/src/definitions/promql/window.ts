/** The ways to write "the window that is asked for" inside a query: Sloth's, and ours. */
const PLACEHOLDER = /\{\{-?\s*\.window\s*-?\}\}|\$\{window\}|\$window\b/g;

/** Whether the query can be asked over any window. */
export function hasWindowPlaceholder(query: string): boolean {
  return query.search(PLACEHOLDER) >= 0;
}

/** The query with the window put in, for example `1h`. */
export function putWindow(query: string, window: string): string {
  return query.replace(PLACEHOLDER, () => window);
}

/** The query with a window put in that keeps the place of every other character. */
export function putSampleWindow(query: string): string {
  return query.replace(PLACEHOLDER, placeholder =>
    '5m'.padEnd(placeholder.length),
  );
}
