import { spawn } from 'node:child_process';

/** How much of the output is kept to explain a failure. */
const MAX_TAIL_LENGTH = 20_000;

/** What to run. Nothing of the environment of the backend reaches it but `env`. */
export interface ProcessOptions {
  command: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  cwd?: string;
  timeoutMs: number;
  signal?: AbortSignal;
  /** Gets standard output and errors as they come. */
  onOutput?: (chunk: Buffer) => void;
}

/** How a process ended. */
export interface ProcessResult {
  /** Undefined when the process was killed by a signal. */
  exitCode?: number;
  timedOut: boolean;
  /** The end of its output, errors included. */
  output: string;
}

/**
 * Runs a process to its end. It is killed when it takes too long or the signal
 * is given.
 *
 * @throws Error with the code of the system, such as ENOENT, when it cannot be
 * started, and AbortError when the signal is given
 */
export function runProcess(options: ProcessOptions): Promise<ProcessResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(options.command, options.args, {
      cwd: options.cwd,
      env: options.env,
      killSignal: 'SIGKILL',
      signal: options.signal,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      child.kill('SIGKILL');
    }, options.timeoutMs);
    let output = '';
    const keep = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-MAX_TAIL_LENGTH);
      options.onOutput?.(chunk);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', error => {
      clearTimeout(timer);
      reject(error);
    });
    child.on('close', code => {
      clearTimeout(timer);
      resolve({ exitCode: code ?? undefined, timedOut, output });
    });
  });
}
