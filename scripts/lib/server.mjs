import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { inRoot } from './paths.mjs';
import { tail } from './run.mjs';
import { UserError } from './output.mjs';
import { ensureNode } from './toolchain.mjs';

/**
 * A server of ours as a child process. TypeScript is compiled while it is
 * loaded, by the hook that Backstage's own development server uses, so that no
 * build step stands between a change and a start.
 */
export class Server {
  #child;
  #exited;

  /**
   * @param options.name - how messages call it
   * @param options.entry - TypeScript entry file, relative to the clone
   * @param options.args - arguments for the entry file
   * @param options.env - environment of the process
   * @param options.cwd - working directory
   * @param options.logFile - receives everything that it prints
   */
  constructor(options) {
    this.options = options;
  }

  get pid() {
    return this.#child?.pid;
  }

  get running() {
    return (
      Boolean(this.#child) &&
      this.#child.exitCode === null &&
      this.#child.signalCode === null
    );
  }

  /** Starts the process; does not wait until it answers. */
  start() {
    const { entry, args = [], env, cwd, logFile } = this.options;
    fs.mkdirSync(path.dirname(logFile), { recursive: true });
    const log = fs.openSync(logFile, 'a');
    this.#child = spawn(
      ensureNode(),
      [
        '--require',
        inRoot('scripts/lib/endWithParent.cjs'),
        '--require',
        inRoot('node_modules/@backstage/cli/config/nodeTransform.cjs'),
        inRoot(entry),
        ...args,
      ],
      { env, cwd, stdio: ['ignore', log, log, 'ipc'] },
    );
    fs.closeSync(log);
    this.#child.channel?.unref();
    this.#exited = new Promise(resolve =>
      this.#child.once('exit', (code, signal) => resolve({ code, signal })),
    );
    return this;
  }

  /** Resolves with exit code and signal when the process has ended. */
  get exited() {
    return this.#exited;
  }

  /**
   * Waits until `probe` answers true.
   *
   * @param timeoutMs - gives up after this time and shows the end of the log
   */
  async ready(probe, timeoutMs) {
    const deadline = Date.now() + timeoutMs;
    for (;;) {
      if (!this.running) {
        throw new UserError(this.#failure('ended before it was ready'));
      }
      if (await probe().catch(() => false)) {
        return;
      }
      if (Date.now() > deadline) {
        throw new UserError(
          this.#failure(`was not ready after ${timeoutMs / 1000} s`),
        );
      }
      await new Promise(resolve => setTimeout(resolve, 200));
    }
  }

  #failure(what) {
    const { name, logFile } = this.options;
    // Requests are of no help here, and there are many of them.
    const log = fs
      .readFileSync(logFile, 'utf8')
      .split('\n')
      .filter(line => !line.includes('incomingRequest'))
      .join('\n');
    return `The ${name} ${what}. The end of its log (${path.relative(
      process.cwd(),
      logFile,
    )}):\n${tail(log, 15)}`;
  }

  /** Ends the process: asks first, and insists after five seconds. */
  async stop() {
    if (!this.running) {
      return;
    }
    this.#child.kill('SIGTERM');
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), 5000);
    await this.#exited;
    clearTimeout(timer);
  }

  /** Ends the process as a crash would. */
  async kill() {
    this.#child.kill('SIGKILL');
    await this.#exited;
  }
}
