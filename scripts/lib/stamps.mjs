import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { inRoot, toolchain } from './paths.mjs';

const ignored = new Set([
  'node_modules',
  'dist',
  'dist-types',
  'coverage',
  '.cache',
]);

function* filesBelow(entry) {
  const stat = fs.statSync(entry, { throwIfNoEntry: false });
  if (!stat) {
    return;
  }
  if (stat.isFile()) {
    yield entry;
    return;
  }
  for (const name of fs.readdirSync(entry).sort()) {
    if (!ignored.has(name)) {
      yield* filesBelow(path.join(entry, name));
    }
  }
}

/**
 * SHA-256 over the names and contents of files. Contents rather than times,
 * because a checkout of another branch and back changes only the times.
 *
 * @param entries - files or folders, relative to the root of the clone
 * @param extra - further text that the result depends on
 */
export function fingerprint(entries, extra = '') {
  const hash = createHash('sha256').update(extra);
  for (const entry of entries) {
    for (const file of filesBelow(inRoot(entry))) {
      hash.update(path.relative(inRoot(), file)).update('\0');
      hash.update(fs.readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex');
}

function stampFile(name) {
  return path.join(toolchain, 'stamps', name);
}

/** Whether the named step was last completed for this fingerprint. */
export function isCurrent(name, value) {
  const file = stampFile(name);
  return fs.existsSync(file) && fs.readFileSync(file, 'utf8') === value;
}

/** Records that the named step is complete for this fingerprint. */
export function markCurrent(name, value) {
  const file = stampFile(name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, value);
}

/** Forgets a step, so that an interrupted one is done again. */
export function forget(name) {
  fs.rmSync(stampFile(name), { force: true });
}
