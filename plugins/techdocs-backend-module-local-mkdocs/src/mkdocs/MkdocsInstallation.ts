import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import { check, lock } from 'proper-lockfile';
import type { LocalMkdocsConfig } from '../config';
import { makeVenv } from './makeVenv';
import { isUsable, pythonOf } from './stamp';

const UNFINISHED = '.unfinished-';

/** What differs between a portal and a test. */
export interface MkdocsInstallationOptions {
  config: LocalMkdocsConfig;
  logger: LoggerService;
  /** Environment of the backend. */
  env: NodeJS.ProcessEnv;
  platform: NodeJS.Platform;
  /** Ends whatever is running. */
  signal?: AbortSignal;
  /** Age in milliseconds from which the lock of a process counts as left behind. */
  staleLockMs?: number;
}

/**
 * mkdocs in a virtual environment that is made on demand, once. It is made
 * aside and renamed when complete, so that a process that dies half-way leaves
 * nothing that could be taken for a whole one.
 */
export class MkdocsInstallation {
  readonly #options: MkdocsInstallationOptions;
  readonly #venv: string;
  #preparation?: Promise<void>;

  constructor(options: MkdocsInstallationOptions) {
    this.#options = options;
    this.#venv = path.join(options.config.directory, 'venv');
  }

  /** The Python that runs mkdocs by `-m mkdocs`, once it is prepared. */
  get python(): string {
    return pythonOf(this.#venv, this.#options.platform);
  }

  /**
   * Makes mkdocs ready to run. Does nothing when it is; callers that come while
   * it is made wait for the same preparation, and one that failed is tried again
   * by the next caller.
   *
   * @param log - gets lines for the reader who waits
   * @throws ServiceUnavailableError that tells what failed, why and what to do
   */
  async prepare(log: (line: string) => void): Promise<void> {
    if (await isUsable(this.#venv, this.#options.platform)) {
      return;
    }
    log('Preparing mkdocs (once, about 30 seconds)');
    this.#preparation ??= this.#prepareOnce(log).finally(() => {
      this.#preparation = undefined;
    });
    await this.#preparation;
    log('mkdocs is ready');
  }

  async #prepareOnce(log: (line: string) => void): Promise<void> {
    const unlock = await this.#lock(log);
    try {
      // Another process may have made it while this one waited for the lock.
      if (!(await isUsable(this.#venv, this.#options.platform))) {
        await this.#make(log);
      }
    } finally {
      await unlock().catch(error =>
        this.#options.logger.warn(
          'The lock on the mkdocs installation was lost',
          error,
        ),
      );
    }
  }

  async #make(log: (line: string) => void): Promise<void> {
    const { config, logger, env, platform, signal } = this.#options;
    await this.#removeUnfinished();
    const unfinished = path.join(
      config.directory,
      `${UNFINISHED}${randomUUID()}`,
    );
    const startedAt = Date.now();
    try {
      const { python } = config;
      await makeVenv({
        directory: unfinished,
        python,
        env,
        platform,
        signal,
        log,
      });
      await remove(this.#venv);
      await fs.rename(unfinished, this.#venv);
    } catch (error) {
      await remove(unfinished);
      throw error;
    }
    const seconds = Math.round((Date.now() - startedAt) / 1000);
    logger.info(`Installed mkdocs in ${this.#venv} within ${seconds} s`);
  }

  /** Clears what processes left behind that were killed; the lock keeps others away. */
  async #removeUnfinished(): Promise<void> {
    const { directory } = this.#options.config;
    for (const entry of await fs.readdir(directory)) {
      if (entry.startsWith(UNFINISHED)) {
        await remove(path.join(directory, entry));
      }
    }
  }

  async #lock(log: (line: string) => void): Promise<() => Promise<void>> {
    const { config, logger, staleLockMs = 20_000 } = this.#options;
    const { directory } = config;
    const lockOptions = {
      lockfilePath: path.join(directory, '.lock'),
      realpath: false,
      stale: staleLockMs,
    };
    try {
      await fs.mkdir(directory, { recursive: true });
      if (await check(directory, lockOptions)) {
        log('Another process is preparing mkdocs; waiting for it');
      }
      return await lock(directory, {
        ...lockOptions,
        // Longer than all steps of making it may take together.
        retries: { retries: 600, factor: 1, minTimeout: 1000, unref: true },
        onCompromised: error =>
          logger.warn('The lock on the mkdocs installation was lost', error),
      });
    } catch (error) {
      throw new ServiceUnavailableError(
        `Documentation cannot be built: ${directory} cannot be used to keep mkdocs (${
          (error as NodeJS.ErrnoException).code ?? 'unknown'
        }). Set techdocs.localMkdocs.directory to a folder that the portal may write, then reload this page.`,
        error,
      );
    }
  }
}

async function remove(directory: string): Promise<void> {
  await fs.rm(directory, { recursive: true, force: true, maxRetries: 3 });
}
