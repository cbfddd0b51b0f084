import { ChildProcess, spawn } from 'node:child_process';
import os from 'node:os';

/** A git command that ended with another code than 0. */
export class GitError extends Error {
  constructor(
    readonly command: string,
    readonly code: number | null,
    readonly stderr: string,
  ) {
    super(
      `git ${command} failed with code ${code}: ${
        stderr.trim() || 'it printed nothing'
      }`,
    );
    this.name = 'GitError';
  }
}

/** Settings of git that no configuration of the machine can change. */
export function gitEnvironment(
  extra: Record<string, string> = {},
): NodeJS.ProcessEnv {
  const settings: Array<[string, string]> = [
    ['core.quotePath', 'false'],
    ['gc.auto', '0'],
    ['receive.autogc', 'false'],
    ['maintenance.auto', 'false'],
    ['safe.directory', '*'],
    ['init.defaultBranch', 'main'],
    ['advice.detachedHead', 'false'],
  ];
  const config: Record<string, string> = {
    GIT_CONFIG_COUNT: String(settings.length),
  };
  for (const [index, [key, value]] of settings.entries()) {
    config[`GIT_CONFIG_KEY_${index}`] = key;
    config[`GIT_CONFIG_VALUE_${index}`] = value;
  }
  return {
    PATH: process.env.PATH,
    HOME: os.tmpdir(),
    LC_ALL: 'C',
    TZ: 'UTC',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: os.devNull,
    GIT_TERMINAL_PROMPT: '0',
    // A path is a path, never a pattern.
    GIT_LITERAL_PATHSPECS: '1',
    ...config,
    ...extra,
  };
}

const running = new Set<ChildProcess>();

/** Remembers a child so that {@link stopGit} ends it. */
export function trackChild(child: ChildProcess): void {
  running.add(child);
  child.once('close', () => running.delete(child));
  child.once('error', () => running.delete(child));
}

/** Ends every git process that still runs, for a stop of the server. */
export function stopGit(): void {
  for (const child of running) {
    child.kill('SIGTERM');
  }
}

export interface GitOptions {
  /** Written to the standard input. */
  input?: Buffer | string;
  env?: Record<string, string>;
  /** Exit codes that are an answer and not a failure; 0 always is. */
  allow?: number[];
}

/** What a git command printed. */
export interface GitResult {
  code: number;
  stdout: Buffer;
}

/**
 * Runs git in a bare repository and collects what it prints.
 *
 * @param dir - the repository
 * @param args - arguments; nothing that a client sent may stand where git
 * expects an option
 * @throws GitError when the exit code is neither 0 nor allowed
 */
export function runGit(
  dir: string,
  args: string[],
  options: GitOptions = {},
): Promise<GitResult> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', args, {
      cwd: dir,
      env: gitEnvironment({ GIT_DIR: dir, ...options.env }),
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    trackChild(child);
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', chunk => out.push(chunk));
    child.stderr.on('data', chunk => err.push(chunk));
    child.once('error', error =>
      reject(
        new Error(
          `git cannot be started (${error.message}). Install git and put it on PATH.`,
        ),
      ),
    );
    child.once('close', code => {
      if (code === 0 || options.allow?.includes(code ?? -1)) {
        resolve({ code: code ?? -1, stdout: Buffer.concat(out) });
      } else {
        reject(
          new GitError(args[0], code, Buffer.concat(err).toString('utf8')),
        );
      }
    });
    // A command that ends early closes its input; its exit code tells why.
    child.stdin.on('error', () => {});
    child.stdin.end(options.input ?? '');
  });
}

/** As {@link runGit}, for commands that print text; without the last line end. */
export async function gitText(
  dir: string,
  args: string[],
  options?: GitOptions,
): Promise<string> {
  const { stdout } = await runGit(dir, args, options);
  return stdout.toString('utf8').replace(/\n$/, '');
}
