/** A search as GitHub's `q` says it. */
export interface SearchQuery {
  /** Words that must occur. */
  terms: string[];
  qualifiers: Array<{ key: string; value: string; negated: boolean }>;
}

/** Takes a search apart into words and `key:value` qualifiers. */
export function parseQuery(q: string): SearchQuery {
  const query: SearchQuery = { terms: [], qualifiers: [] };
  const pattern = /(-?)(?:([a-z][a-z-]*):)?(?:"([^"]*)"|(\S+))/gi;
  for (const match of q.matchAll(pattern)) {
    const [, minus, key, quoted, bare] = match;
    const value = quoted ?? bare;
    if (key) {
      query.qualifiers.push({
        key: key.toLowerCase(),
        value,
        negated: minus === '-',
      });
    } else {
      query.terms.push(value.toLowerCase());
    }
  }
  return query;
}

/** Values of a qualifier that is asked for, not excluded. */
export function valuesOf(query: SearchQuery, key: string): string[] {
  return query.qualifiers
    .filter(qualifier => qualifier.key === key && !qualifier.negated)
    .map(({ value }) => value);
}
