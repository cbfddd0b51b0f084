import { createHash } from 'node:crypto';

/** A 32-bit number that depends on a text alone. */
export function textHash(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0);
}

/** Mixes two integers into an even share of [0, 1); fast, for millions of draws. */
export function share(seed: number, index: number): number {
  let mixed = Math.imul(seed ^ Math.imul(index, 0x9e3779b1), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x27d4eb2d);
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 4294967296;
}

/** An even share of [0, 1) that depends on texts and numbers alone. */
export function draw(...parts: Array<string | number>): number {
  return textHash(parts.join('\u0000')) / 4294967296;
}
