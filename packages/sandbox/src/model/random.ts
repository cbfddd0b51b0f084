/** A source of numbers that repeats itself for the same seed. */
export interface Random {
  /** A number in [0, 1). */
  next(): number;
  /** An integer in [minimum, maximum]. */
  integer(minimum: number, maximum: number): number;
  /** One of the items. */
  pick<T>(items: readonly T[]): T;
}

/**
 * Creates a seeded generator (mulberry32). Good enough for variety, not for
 * secrets.
 *
 * @param seed - any integer; only its low 32 bits count
 */
export function createRandom(seed: number): Random {
  let state = seed | 0;
  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }
  function integer(minimum: number, maximum: number): number {
    return minimum + Math.floor(next() * (maximum - minimum + 1));
  }
  return {
    next,
    integer,
    pick: items => items[integer(0, items.length - 1)],
  };
}
