import { say, secondsSince } from '../lib/output.mjs';

const spent = new Map();

/** Does something and adds the time that it took to what the step took so far. */
export async function timed(step, work) {
  const startedAt = performance.now();
  try {
    return await work();
  } finally {
    spent.set(step, (spent.get(step) ?? 0) + Number(secondsSince(startedAt)));
  }
}

/** Prints what the steps took; they overlap, so that the sum is more than the clock. */
export function printTimes() {
  const parts = [...spent].map(
    ([step, seconds]) => `${step} ${seconds.toFixed(0)} s`,
  );
  if (parts.length > 0) {
    say(`seconds by step, over all workers: ${parts.join(', ')}`);
  }
}
