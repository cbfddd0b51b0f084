/**
 * An error whose text is meant for the person at the terminal: what happened,
 * why, and what to do. Printed without a stack trace.
 */
export class UserError extends Error {
  constructor(message, exitCode = 1) {
    super(message);
    this.name = 'UserError';
    this.exitCode = exitCode;
  }
}

/** Prints one line of progress. */
export function say(line = '') {
  process.stdout.write(`${line}\n`);
}

/** Runs a script's main function and turns its failure into an exit code. */
export async function main(run) {
  try {
    const code = await run();
    if (typeof code === 'number') {
      process.exitCode = code;
    }
  } catch (error) {
    process.stderr.write(
      error.name === 'UserError'
        ? `\n${error.message}\n`
        : `\n${error.stack ?? error}\n`,
    );
    process.exitCode = error.exitCode ?? 1;
  }
}

/** Seconds since `startedAt` (from `performance.now()`), with one decimal. */
export function secondsSince(startedAt) {
  return ((performance.now() - startedAt) / 1000).toFixed(1);
}
