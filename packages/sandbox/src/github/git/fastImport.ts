import { Signature } from './log';
import { runGit } from './runGit';

/** A commit to be imported, on top of what its branch has. */
export interface ImportCommit {
  branch: string;
  /** Branch to start from, for the first commit of a branch. */
  from?: string;
  author: Signature;
  message: string;
  files: Array<{ path: string; content: string; executable?: boolean }>;
}

function data(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  return Buffer.concat([
    Buffer.from(`data ${bytes.length}\n`),
    bytes,
    Buffer.from('\n'),
  ]);
}

function quotePath(path: string): string {
  return `"${path
    .replace(/\\/g, '\\\\')
    .replace(/"/g, '\\"')
    .replace(/\n/g, '\\n')}"`;
}

function signature(kind: string, { name, email, date }: Signature): string {
  const seconds = Math.floor(Date.parse(date) / 1000);
  return `${kind} ${name.replace(/[<>\n]/g, '')} <${email.replace(
    /[<>\n]/g,
    '',
  )}> ${seconds} +0000\n`;
}

/**
 * Writes commits into a bare repository with one process, as one pack.
 *
 * @param commits - in order; a branch begins with a commit that has `from` or
 * with a first commit
 */
export async function fastImport(
  dir: string,
  commits: ImportCommit[],
): Promise<void> {
  const stream: Buffer[] = [];
  for (const commit of commits) {
    stream.push(
      Buffer.from(`commit refs/heads/${commit.branch}\n`),
      Buffer.from(signature('author', commit.author)),
      Buffer.from(signature('committer', commit.author)),
      data(commit.message),
    );
    if (commit.from) {
      stream.push(Buffer.from(`from refs/heads/${commit.from}\n`));
    }
    for (const file of commit.files) {
      stream.push(
        Buffer.from(
          `M ${file.executable ? '100755' : '100644'} inline ${quotePath(
            file.path,
          )}\n`,
        ),
        data(file.content),
      );
    }
    stream.push(Buffer.from('\n'));
  }
  stream.push(Buffer.from('done\n'));
  await runGit(
    dir,
    [
      '-c',
      'fastimport.unpackLimit=1',
      '-c',
      'core.fsync=none',
      'fast-import',
      '--quiet',
      '--done',
      '--date-format=raw',
    ],
    { input: Buffer.concat(stream) },
  );
}
