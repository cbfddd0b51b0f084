import { ServiceUnavailableError } from '@backstage/errors';
import { installEnvironment } from '../python/environment';
import { findPython, type Python } from '../python/findPython';
import { findReason, venvAdvice } from '../python/messages';
import { runProcess, type ProcessResult } from '../python/runProcess';
import { requirementsFor } from './requirements';
import { pythonOf, writeStamp } from './stamp';

const VENV_TIMEOUT_MS = 2 * 60_000;
const INSTALL_TIMEOUT_MS = 5 * 60_000;

/** Where and with what a virtual environment is made. */
export interface MakeVenvOptions {
  /** Folder of the virtual environment; it must not exist. */
  directory: string;
  /** The only Python to try; looked up on the PATH when undefined. */
  python?: string;
  env: NodeJS.ProcessEnv;
  platform: NodeJS.Platform;
  signal?: AbortSignal;
  log: (line: string) => void;
}

/**
 * Makes a virtual environment with mkdocs in it.
 *
 * @throws ServiceUnavailableError that tells the reader of a page what failed,
 * why, and what to do
 */
export async function makeVenv(options: MakeVenvOptions): Promise<void> {
  const { directory, env, platform, signal, log } = options;
  const python = await findPython({
    command: options.python,
    env,
    platform,
    signal,
  });
  const requirements = requirementsFor(python.version);
  const run = (
    command: string,
    args: string[],
    timeoutMs: number,
    onOutput?: (chunk: Buffer) => void,
  ) =>
    runProcess({
      command,
      args,
      env: installEnvironment(env),
      timeoutMs,
      signal,
      onOutput,
    });

  log(`Making a virtual environment with Python ${python.version}`);
  const made = await run(
    python.command,
    ['-I', '-m', 'venv', directory],
    VENV_TIMEOUT_MS,
  );
  if (made.exitCode !== 0) {
    throw venvError(made, python, platform);
  }

  log(`Installing ${requirements.join(' and ')}`);
  const ownPython = pythonOf(directory, platform);
  // Only ready-made packages: building one would run code of its author here.
  const installed = await run(
    ownPython,
    [
      ...['-I', '-m', 'pip', 'install', '--quiet', '--no-input'],
      ...['--disable-pip-version-check', '--only-binary', ':all:'],
      ...requirements,
    ],
    INSTALL_TIMEOUT_MS,
    chunk => log(chunk.toString().trim()),
  );
  if (installed.exitCode !== 0) {
    throw installError(installed, requirements);
  }
  const checked = await run(
    ownPython,
    ['-I', '-m', 'mkdocs', '--version'],
    VENV_TIMEOUT_MS,
  );
  if (checked.exitCode !== 0) {
    throw new ServiceUnavailableError(
      `Documentation cannot be built: mkdocs was installed but does not start (${reason(
        checked,
      )}). Reload this page to install it again.`,
    );
  }
  await writeStamp(directory, {
    pythonVersion: python.version,
    requirements,
  });
}

function reason(result: ProcessResult): string {
  return result.timedOut ? 'it took too long' : findReason(result.output);
}

function venvError(
  result: ProcessResult,
  python: Python,
  platform: NodeJS.Platform,
): Error {
  // Debian splits Python up, and tells about the missing part in this way.
  if (/ensurepip|No module named venv/.test(result.output)) {
    return new ServiceUnavailableError(
      `Documentation cannot be built: Python ${
        python.version
      } is installed without the part that makes virtual environments (venv with ensurepip). ${venvAdvice(
        platform,
        python.version,
      )}`,
    );
  }
  return new ServiceUnavailableError(
    `Documentation cannot be built: Python ${
      python.version
    } could not make a virtual environment (${reason(
      result,
    )}). Check that techdocs.localMkdocs.directory is writable and its disk has 200 MB left, then reload this page.`,
  );
}

function installError(result: ProcessResult, requirements: string[]): Error {
  const unreachable =
    /Retrying|ConnectionError|timed? ?out|ProxyError|SSLError|CERTIFICATE/i;
  const why =
    result.timedOut || unreachable.test(result.output)
      ? 'the Python package index cannot be reached from the machine that runs the portal; set PIP_INDEX_URL or HTTPS_PROXY in its environment to one that can'
      : `${reason(
          result,
        )}; check PIP_INDEX_URL, PIP_NO_INDEX and pip.conf on the machine that runs the portal`;
  return new ServiceUnavailableError(
    `Documentation cannot be built: pip could not install ${requirements.join(
      ' and ',
    )} because ${why}, then reload this page.`,
  );
}
