import { GitError, runGit } from './runGit';

/** One line of a tree. */
export interface TreeEntry {
  mode: string;
  type: 'blob' | 'tree' | 'commit';
  sha: string;
  /** Bytes; undefined for trees and submodules. */
  size?: number;
  /** Relative to the tree that was listed. */
  path: string;
}

/**
 * Lists a tree.
 *
 * @param tree - SHA of a tree or a commit
 * @param recursive - also what is in its folders
 * @returns undefined when there is no such tree
 */
export async function listTree(
  dir: string,
  tree: string,
  recursive = false,
): Promise<TreeEntry[] | undefined> {
  const flags = recursive ? ['-r', '-t'] : [];
  try {
    const { stdout } = await runGit(dir, [
      'ls-tree',
      '-l',
      '-z',
      '--full-tree',
      ...flags,
      tree,
    ]);
    return stdout
      .toString('utf8')
      .split('\0')
      .filter(line => line !== '')
      .map(line => {
        const tab = line.indexOf('\t');
        const [mode, type, sha, size] = line.slice(0, tab).split(/ +/);
        return {
          mode,
          type: type as TreeEntry['type'],
          sha,
          size: size === '-' ? undefined : Number(size),
          path: line.slice(tab + 1),
        };
      });
  } catch (error) {
    if (error instanceof GitError) {
      return undefined;
    }
    throw error;
  }
}
