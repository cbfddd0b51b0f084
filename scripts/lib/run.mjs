import { spawn } from 'node:child_process';
import { root } from './paths.mjs';

/**
 * Runs a command to its end.
 *
 * @param options.quiet - keep the output and return it; otherwise it is shown
 * @returns exit code and, when quiet, what was printed (stdout and stderr mixed)
 */
export function run(command, args, options = {}) {
  const { quiet = false, cwd = root, env = process.env } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    });
    let output = '';
    const collect = chunk => {
      output += chunk;
    };
    child.stdout?.setEncoding('utf8').on('data', collect);
    child.stderr?.setEncoding('utf8').on('data', collect);
    child.on('error', reject);
    child.on('close', (code, signal) =>
      resolve({ code: code ?? 1, signal, output }),
    );
  });
}

/** The last lines of a long output, for an error message. */
export function tail(text, lines = 40) {
  return text.trimEnd().split('\n').slice(-lines).join('\n');
}
