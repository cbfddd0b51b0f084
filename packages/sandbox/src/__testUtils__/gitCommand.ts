import { execFile } from 'node:child_process';
import os from 'node:os';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Runs the machine's git as a person would, without the machine's settings.
 *
 * @returns what it printed on both channels
 * @throws Error with `stderr` when it fails
 */
export async function git(cwd: string, ...args: string[]): Promise<string> {
  const { stdout, stderr } = await run('git', args, {
    cwd,
    env: {
      PATH: process.env.PATH,
      HOME: cwd,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: os.devNull,
      GIT_TERMINAL_PROMPT: '0',
      GIT_AUTHOR_NAME: 'Amara Okafor',
      GIT_AUTHOR_EMAIL: 'amara@acme.example',
      GIT_COMMITTER_NAME: 'Amara Okafor',
      GIT_COMMITTER_EMAIL: 'amara@acme.example',
    },
  });
  return stdout + stderr;
}

/** The address of a repository with a token in it. */
export function remoteWithToken(
  url: string,
  repository: string,
  token: string,
): string {
  const address = new URL(`${url}/${repository}.git`);
  address.username = 'x-access-token';
  address.password = token;
  return address.toString();
}
