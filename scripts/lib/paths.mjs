import { fileURLToPath } from 'node:url';
import path from 'node:path';

/** The root of this clone; everything that the scripts write stays below it. */
export const root = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '../..',
);

/** Node, Yarn and outside tools that the scripts fetched for themselves. */
export const toolchain = path.join(root, '.toolchain');

/** Joins path segments to the root of the clone. */
export function inRoot(...segments) {
  return path.join(root, ...segments);
}
