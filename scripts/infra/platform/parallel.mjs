import os from 'node:os';

/** Does the work for each item, a few at a time; answers are in the items' order. */
export async function inParallel(
  items,
  work,
  width = os.availableParallelism(),
) {
  const answers = [];
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const index = next;
      next += 1;
      answers[index] = await work(items[index]);
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  return answers;
}
