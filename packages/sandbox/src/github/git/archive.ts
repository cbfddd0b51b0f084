import { spawn } from 'node:child_process';
import { Readable } from 'node:stream';
import { gitEnvironment, trackChild } from './runGit';

/**
 * Streams a commit as an archive, all files under one folder as GitHub does.
 *
 * @param prefix - name of that folder
 * @returns the archive's bytes and a function that ends git early
 */
export function archive(
  dir: string,
  commit: string,
  format: 'tar.gz' | 'zip',
  prefix: string,
): { stream: Readable; cancel: () => void } {
  const child = spawn(
    'git',
    ['archive', `--format=${format}`, `--prefix=${prefix}/`, commit],
    {
      cwd: dir,
      env: gitEnvironment({ GIT_DIR: dir }),
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  trackChild(child);
  child.once('error', error => child.stdout.destroy(error));
  child.once('close', code => {
    if (code !== 0) {
      child.stdout.destroy(new Error(`git archive ended with code ${code}.`));
    }
  });
  return { stream: child.stdout, cancel: () => child.kill('SIGTERM') };
}
