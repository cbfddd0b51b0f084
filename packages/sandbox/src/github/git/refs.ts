import fs from 'node:fs';
import path from 'node:path';
import { isSha } from './names';
import { runGit } from './runGit';

function readLoose(
  dir: string,
  prefix: string,
  refs: Map<string, string>,
): void {
  let entries: fs.Dirent[];
  try {
    entries = fs.readdirSync(path.join(dir, prefix), { withFileTypes: true });
  } catch {
    // A branch folder may vanish between two looks at it.
    return;
  }
  for (const entry of entries) {
    const name = `${prefix}/${entry.name}`;
    if (entry.isDirectory()) {
      readLoose(dir, name, refs);
    } else if (!entry.name.endsWith('.lock')) {
      try {
        const sha = fs.readFileSync(path.join(dir, name), 'utf8').trim();
        if (isSha(sha)) {
          refs.set(name, sha);
        }
      } catch {
        // Deleted meanwhile.
      }
    }
  }
}

/**
 * All refs of a repository with the object that they name, sorted by name.
 * Reads the files itself: looking at seventy repositories takes no process.
 */
export function readRefs(dir: string): Record<string, string> {
  const refs = new Map<string, string>();
  try {
    const packed = fs.readFileSync(path.join(dir, 'packed-refs'), 'utf8');
    for (const line of packed.split('\n')) {
      const [sha, name] = line.split(' ');
      if (name && isSha(sha)) {
        refs.set(name, sha);
      }
    }
  } catch {
    // Nothing is packed.
  }
  readLoose(dir, 'refs', refs);
  return Object.fromEntries(
    [...refs].sort(([a], [b]) => (a < b ? -1 : Number(a > b))),
  );
}

/**
 * The commit that a branch, a tag, a ref or a (short) SHA names.
 *
 * @returns undefined when there is none
 */
export async function resolveCommit(
  dir: string,
  name: string,
): Promise<string | undefined> {
  const refs = readRefs(dir);
  const candidates = [
    `refs/heads/${name}`,
    `refs/tags/${name}`,
    `refs/${name}`,
    name,
  ];
  const ref = candidates.find(candidate => Object.hasOwn(refs, candidate));
  if (!ref && !/^[0-9a-f]{7,40}$/i.test(name)) {
    return undefined;
  }
  if (ref?.startsWith('refs/heads/')) {
    return refs[ref];
  }
  const { stdout } = await runGit(dir, ['cat-file', '--batch-check'], {
    input: `${ref ? refs[ref] : name.toLowerCase()}^{commit}\n`,
  });
  const [sha, type] = stdout.toString('utf8').trim().split(' ');
  return type === 'commit' ? sha : undefined;
}
