/** The name in an entity ref: `orders` of `group:default/orders`. */
export function nameOf(entityRef: string): string {
  return entityRef.slice(
    Math.max(entityRef.lastIndexOf('/'), entityRef.lastIndexOf(':')) + 1,
  );
}
