import fs from 'node:fs';
import path from 'node:path';

const config = `[core]
\trepositoryformatversion = 0
\tfilemode = true
\tbare = true
\tlogAllRefUpdates = false
[http]
\treceivepack = true
\tuploadpack = true
[uploadpack]
\tallowFilter = true
\tallowAnySHA1InWant = true
[receive]
\tadvertisePushOptions = false
`;

/**
 * Writes an empty bare repository, as `git init --bare` does, without a process.
 *
 * @param dir - must not exist
 * @param defaultBranch - what HEAD points at
 */
export function writeBareRepository(dir: string, defaultBranch: string): void {
  for (const folder of [
    'objects/info',
    'objects/pack',
    'refs/heads',
    'refs/tags',
    'info',
  ]) {
    fs.mkdirSync(path.join(dir, folder), { recursive: true });
  }
  fs.writeFileSync(path.join(dir, 'config'), config);
  setHead(dir, defaultBranch);
}

/** Points HEAD of a bare repository at a branch. */
export function setHead(dir: string, branch: string): void {
  const file = path.join(dir, 'HEAD');
  fs.writeFileSync(`${file}.new`, `ref: refs/heads/${branch}\n`);
  fs.renameSync(`${file}.new`, file);
}
