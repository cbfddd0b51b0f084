import { CustomErrorBase } from '@backstage/errors';
import type { TechDocsContainerRunner } from '@backstage/plugin-techdocs-node';
import { buildEnvironment } from '../python/environment';
import { findReason } from '../python/messages';
import { runProcess } from '../python/runProcess';
import type { MkdocsInstallation } from './MkdocsInstallation';

const BUILD_TIMEOUT_MS = 5 * 60_000;

type RunOptions = Parameters<TechDocsContainerRunner['runContainer']>[0];

/** mkdocs could not build a site; the message is for its author. */
export class MkdocsFailedError extends CustomErrorBase {
  name = 'MkdocsFailedError' as const;
}

/**
 * Stands in for the container of the stock generator, and runs the mkdocs of an
 * installation instead. Other than the generator's own local mode, this gives
 * mkdocs an environment without the secrets of the backend, keeps Python from
 * importing modules that lie in the repository, and ends builds that hang.
 */
export class LocalRunner implements TechDocsContainerRunner {
  readonly #installation: MkdocsInstallation;
  readonly #env: NodeJS.ProcessEnv;
  readonly #signal?: AbortSignal;

  constructor(options: {
    installation: MkdocsInstallation;
    env: NodeJS.ProcessEnv;
    signal?: AbortSignal;
  }) {
    this.#installation = options.installation;
    this.#env = options.env;
    this.#signal = options.signal;
  }

  /**
   * Runs mkdocs with arguments that name the folders of the container.
   *
   * @throws MkdocsFailedError when it fails or takes longer than 5 minutes
   */
  async runContainer(options: RunOptions): Promise<void> {
    const mounts = options.mountDirs ?? {};
    const { exitCode, output, timedOut } = await runProcess({
      command: this.#installation.python,
      args: [
        ...['-I', '-u', '-X', 'utf8', '-m', 'mkdocs'],
        ...options.args.map(argument => toHostPath(argument, mounts)),
      ],
      cwd: options.workingDir && toHostPath(options.workingDir, mounts),
      env: { ...buildEnvironment(this.#env), ...options.envVars },
      timeoutMs: BUILD_TIMEOUT_MS,
      signal: this.#signal,
      onOutput: chunk => options.logStream?.write(chunk),
    });
    if (timedOut) {
      throw new MkdocsFailedError(
        'mkdocs was stopped after 5 minutes. Make the documentation smaller or split it up, then reload this page.',
      );
    }
    if (exitCode !== 0) {
      throw new MkdocsFailedError(
        `mkdocs refused the documentation: ${findReason(
          hideHostPaths(output, mounts),
        )}. Correct it in the repository, then reload this page; the build log holds the rest.`,
      );
    }
  }
}

function toHostPath(text: string, mounts: Record<string, string>): string {
  for (const [host, container] of Object.entries(mounts)) {
    if (text === container || text.startsWith(`${container}/`)) {
      return `${host}${text.slice(container.length)}`;
    }
  }
  return text;
}

function hideHostPaths(text: string, mounts: Record<string, string>): string {
  let result = text;
  for (const host of Object.keys(mounts)) {
    result = result.replaceAll(`${host}/`, '').replaceAll(host, '.');
  }
  return result;
}
