import { runGit } from './runGit';

/** SHA of the empty tree, the parent of a first commit. */
export const emptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

export interface FileChange {
  status: 'added' | 'removed' | 'modified' | 'renamed';
  path: string;
  previousPath?: string;
  /** SHA of the new blob, of the old one where the file was removed. */
  sha: string;
  additions: number;
  deletions: number;
  /** Unified diff without its header; undefined for binary files. */
  patch?: string;
}

function statusOf(letter: string): FileChange['status'] {
  if (letter.startsWith('A')) {
    return 'added';
  }
  if (letter.startsWith('D')) {
    return 'removed';
  }
  return letter.startsWith('R') ? 'renamed' : 'modified';
}

function parseRaw(fields: string[]): FileChange[] {
  const changes: FileChange[] = [];
  let at = 0;
  while (fields[at]?.startsWith(':')) {
    const [, , oldSha, newSha, letter] = fields[at].split(' ');
    const status = statusOf(letter);
    const previousPath = status === 'renamed' ? fields[at + 1] : undefined;
    changes.push({
      status,
      path: previousPath ? fields[at + 2] : fields[at + 1],
      previousPath,
      sha: status === 'removed' ? oldSha : newSha,
      additions: 0,
      deletions: 0,
    });
    at += previousPath ? 3 : 2;
  }
  for (const change of changes) {
    const [added, deleted] = fields[at].split('\t');
    change.additions = Number(added) || 0;
    change.deletions = Number(deleted) || 0;
    at += change.previousPath ? 3 : 1;
  }
  return changes;
}

function patchOf(section: string): string | undefined {
  const start = section.indexOf('\n@@');
  return start < 0 ? undefined : section.slice(start + 1).replace(/\n$/, '');
}

/**
 * What changed between two trees or commits, file by file.
 *
 * @param patches - also the text of the changes
 */
export async function diffFiles(
  dir: string,
  from: string,
  to: string,
  patches = true,
): Promise<FileChange[]> {
  const common = ['diff', '--no-color', '--no-ext-diff', '-M', '--full-index'];
  const [raw, text] = await Promise.all([
    runGit(dir, [
      ...common,
      '--raw',
      '--numstat',
      '-z',
      '--abbrev=40',
      from,
      to,
      '--',
    ]),
    patches ? runGit(dir, [...common, '-p', from, to, '--']) : undefined,
  ]);
  const changes = parseRaw(raw.stdout.toString('utf8').split('\0'));
  const sections = text?.stdout
    .toString('utf8')
    .split(/^diff --git /m)
    .slice(1);
  for (const [index, change] of changes.entries()) {
    change.patch = sections && patchOf(sections[index] ?? '');
  }
  return changes;
}

/** The whole unified diff as text. */
export async function diffText(
  dir: string,
  from: string,
  to: string,
): Promise<string> {
  const { stdout } = await runGit(dir, [
    'diff',
    '--no-color',
    '--no-ext-diff',
    '-M',
    from,
    to,
    '--',
  ]);
  return stdout.toString('utf8');
}
