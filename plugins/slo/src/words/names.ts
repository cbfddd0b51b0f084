/** The name in an entity ref: `orders` of `group:default/orders`. */
export function nameOf(entityRef: string): string {
  return entityRef.slice(
    Math.max(entityRef.lastIndexOf('/'), entityRef.lastIndexOf(':')) + 1,
  );
}

/**
 * A title as it stands inside a sentence: `Latency under 200 ms` begins small,
 * `API availability` does not.
 */
export function inSentence(title: string): string {
  return /^\p{Lu}\p{Ll}/u.test(title)
    ? title[0].toLocaleLowerCase('en-US') + title.slice(1)
    : title;
}
