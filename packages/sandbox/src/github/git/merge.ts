import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { emptyTree } from './diff';
import { readObject, writeBlob } from './objects';
import { gitText, runGit } from './runGit';
import { withIndex } from './write';

interface Side {
  mode: string;
  sha: string;
}

type Conflict = [
  base: Side | undefined,
  ours: Side | undefined,
  theirs: Side | undefined,
];

function parseUnmerged(text: string): Map<string, Conflict> {
  const conflicts = new Map<string, Conflict>();
  for (const line of text.split('\0').filter(Boolean)) {
    const tab = line.indexOf('\t');
    const [mode, sha, stage] = line.slice(0, tab).split(' ');
    const file = line.slice(tab + 1);
    const conflict = conflicts.get(file) ?? [undefined, undefined, undefined];
    conflict[Number(stage) - 1] = { mode, sha };
    conflicts.set(file, conflict);
  }
  return conflicts;
}

/** Merges the text of one file; undefined when the changes meet. */
async function mergeFile(
  dir: string,
  shas: string[],
): Promise<string | undefined> {
  const folder = path.join(os.tmpdir(), `sandbox-merge-${randomUUID()}`);
  await fs.mkdir(folder, { recursive: true });
  try {
    const files: string[] = [];
    for (const [index, sha] of shas.entries()) {
      const blob = await readObject(dir, sha);
      const file = path.join(folder, String(index));
      await fs.writeFile(file, blob?.data ?? '');
      files.push(file);
    }
    const [ours, base, theirs] = files;
    const { code, stdout } = await runGit(
      dir,
      ['merge-file', '-p', ours, base, theirs],
      // The code is the number of conflicts, 255 for binary files.
      { allow: Array.from({ length: 255 }, (_, index) => index + 1) },
    );
    return code === 0 ? await writeBlob(dir, stdout) : undefined;
  } finally {
    await fs.rm(folder, { recursive: true, force: true });
  }
}

/**
 * Merges two commits by three-way merge of their trees. Works with every git,
 * where `merge-tree --write-tree` needs 2.38.
 *
 * @param base - common ancestor; undefined for unrelated histories
 * @returns the merged tree, or undefined when there are conflicts
 */
export async function mergeTrees(
  dir: string,
  base: string | undefined,
  ours: string,
  theirs: string,
): Promise<string | undefined> {
  return withIndex(dir, async env => {
    if (!base) {
      // git needs the empty tree as an object before it can start from it.
      await runGit(dir, ['hash-object', '-w', '-t', 'tree', '--stdin']);
    }
    await runGit(
      dir,
      [
        'read-tree',
        '-i',
        '-m',
        '--aggressive',
        base ?? emptyTree,
        ours,
        theirs,
      ],
      { env },
    );
    const unmerged = await gitText(dir, ['ls-files', '-u', '-z'], { env });
    const lines: string[] = [];
    for (const [file, conflict] of parseUnmerged(unmerged)) {
      const [baseSide, oursSide, theirsSide] = conflict;
      if (!baseSide || !oursSide || !theirsSide) {
        return undefined;
      }
      const sha = await mergeFile(dir, [
        oursSide.sha,
        baseSide.sha,
        theirsSide.sha,
      ]);
      if (!sha) {
        return undefined;
      }
      const mode =
        oursSide.mode === baseSide.mode ? theirsSide.mode : oursSide.mode;
      lines.push(`0 ${'0'.repeat(40)}\t${file}`, `${mode} ${sha}\t${file}`);
    }
    if (lines.length > 0) {
      await runGit(dir, ['update-index', '-z', '--index-info'], {
        env,
        input: `${lines.join('\0')}\0`,
      });
    }
    return gitText(dir, ['write-tree'], { env });
  });
}
