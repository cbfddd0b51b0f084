import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { Signature } from './log';
import { gitText, runGit } from './runGit';

/** A change to a tree; without `sha` the path is removed. */
export interface TreeChange {
  path: string;
  mode: string;
  sha?: string;
}

/** Runs `fn` with an index file of its own, so that writers do not meet. */
export async function withIndex<T>(
  dir: string,
  fn: (env: Record<string, string>) => Promise<T>,
): Promise<T> {
  const file = path.join(dir, `index-${randomUUID()}`);
  try {
    return await fn({ GIT_INDEX_FILE: file });
  } finally {
    await fs.rm(file, { force: true });
    await fs.rm(`${file}.lock`, { force: true });
  }
}

/**
 * Applies changes to a tree.
 *
 * @param base - tree or commit to start from; undefined for none
 * @returns SHA of the new tree
 * @throws GitError when a blob does not exist or paths clash
 */
export async function writeTree(
  dir: string,
  base: string | undefined,
  changes: TreeChange[],
): Promise<string> {
  return withIndex(dir, async env => {
    await runGit(dir, base ? ['read-tree', base] : ['read-tree', '--empty'], {
      env,
    });
    const lines: string[] = [];
    for (const change of changes) {
      if (change.mode === '040000' && change.sha) {
        await runGit(
          dir,
          ['read-tree', `--prefix=${change.path}/`, change.sha],
          { env },
        );
      } else {
        lines.push(
          change.sha
            ? `${change.mode} ${change.sha}\t${change.path}`
            : `0 ${'0'.repeat(40)}\t${change.path}`,
        );
      }
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

export interface CommitInput {
  tree: string;
  parents: string[];
  message: string;
  author: Signature;
  committer: Signature;
}

/** Characters that git strips from names, so that a name never breaks a commit. */
function clean(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[<>\x00-\x1f]/g, '').trim();
}

/** Writes a commit and answers its SHA. */
export async function writeCommit(
  dir: string,
  input: CommitInput,
): Promise<string> {
  const parents = input.parents.flatMap(parent => ['-p', parent]);
  return gitText(dir, ['commit-tree', input.tree, ...parents], {
    input: `${input.message.replace(/\0/g, '')}\n`,
    env: {
      GIT_AUTHOR_NAME: clean(input.author.name) || 'unknown',
      GIT_AUTHOR_EMAIL: clean(input.author.email),
      GIT_AUTHOR_DATE: input.author.date,
      GIT_COMMITTER_NAME: clean(input.committer.name) || 'unknown',
      GIT_COMMITTER_EMAIL: clean(input.committer.email),
      GIT_COMMITTER_DATE: input.committer.date,
    },
  });
}

const none = '0'.repeat(40);

/**
 * Moves a ref if it still names what the caller saw.
 *
 * @param ref - whole name, checked by the caller
 * @param to - new object; undefined deletes the ref
 * @param from - what the ref named; undefined when it did not exist
 * @throws GitError when the ref has moved meanwhile
 */
export async function updateRef(
  dir: string,
  ref: string,
  to: string | undefined,
  from: string | undefined,
): Promise<void> {
  await runGit(dir, ['update-ref', '--stdin'], {
    input: to
      ? `update ${ref} ${to} ${from ?? none}\n`
      : `delete ${ref} ${from ?? ''}\n`,
  });
}
