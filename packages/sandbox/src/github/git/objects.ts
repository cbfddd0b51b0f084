import { runGit } from './runGit';

/** An object of a repository. */
export interface GitObject {
  sha: string;
  type: 'blob' | 'tree' | 'commit' | 'tag';
  data: Buffer;
}

/**
 * Reads objects in one process.
 *
 * @param specs - what `git cat-file --batch` understands, like `<sha>` or
 * `<sha>:<path>`; a spec with a line end is absent
 * @returns in the order of the specs, undefined for what is absent
 */
export async function readObjects(
  dir: string,
  specs: string[],
): Promise<Array<GitObject | undefined>> {
  const safe = specs.map(spec => (/[\n\r\0]/.test(spec) ? 'absent' : spec));
  const { stdout } = await runGit(dir, ['cat-file', '--batch'], {
    input: `${safe.join('\n')}\n`,
  });
  const objects: Array<GitObject | undefined> = [];
  let offset = 0;
  for (const spec of safe) {
    const end = stdout.indexOf(10, offset);
    const line = stdout.toString('utf8', offset, end);
    offset = end + 1;
    const match = /^([0-9a-f]{40}) (blob|tree|commit|tag) (\d+)$/.exec(line);
    if (!match) {
      if (!line.startsWith(spec)) {
        throw new Error(`git cat-file answered "${line}" for "${spec}".`);
      }
      objects.push(undefined);
      continue;
    }
    const size = Number(match[3]);
    objects.push({
      sha: match[1],
      type: match[2] as GitObject['type'],
      data: stdout.subarray(offset, offset + size),
    });
    offset += size + 1;
  }
  return objects;
}

/** Reads one object; undefined when it is absent. */
export async function readObject(
  dir: string,
  spec: string,
): Promise<GitObject | undefined> {
  return (await readObjects(dir, [spec]))[0];
}

/** Writes a blob and answers its SHA. */
export async function writeBlob(dir: string, data: Buffer): Promise<string> {
  const { stdout } = await runGit(dir, ['hash-object', '-w', '--stdin'], {
    input: data,
  });
  return stdout.toString('utf8').trim();
}
