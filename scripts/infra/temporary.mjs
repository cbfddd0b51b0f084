import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const folders = new Set();

process.once('exit', () =>
  folders.forEach(folder =>
    fs.rmSync(folder, { recursive: true, force: true }),
  ),
);

/** A new folder that is gone when this process ends, however that comes about. */
export function temporaryFolder(name) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `portal-${name}-`));
  folders.add(folder);
  return folder;
}
