/**
 * Works through items with at most `limit` at once; the first error ends it.
 *
 * @param work - called once for each item
 */
export async function inParallel<T>(
  items: readonly T[],
  limit: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  async function worker() {
    for (const item of queue) {
      await work(item);
    }
  }
  await Promise.all(Array.from({ length: limit }, worker));
}
