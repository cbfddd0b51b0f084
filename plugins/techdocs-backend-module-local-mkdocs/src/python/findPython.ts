import { ServiceUnavailableError } from '@backstage/errors';
import { buildEnvironment } from './environment';
import { installAdvice, OLDEST_PYTHON, oneLine } from './messages';
import { runProcess } from './runProcess';

const TIMEOUT_MS = 20_000;
const SHOW_VERSION = 'import sys; print("%d.%d.%d" % sys.version_info[:3])';

/** A Python that works and is new enough. */
export interface Python {
  command: string;
  /** Such as 3.11.7. */
  version: string;
}

/**
 * Compares versions by major and minor number.
 *
 * @returns true when `version` is `oldest` or newer
 */
export function isAtLeast(version: string, oldest: string): boolean {
  const [major, minor] = version.split('.').map(Number);
  const [oldestMajor, oldestMinor] = oldest.split('.').map(Number);
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}

/**
 * Finds a Python on the PATH.
 *
 * @param options - environment of the backend, and the only command to try
 * @throws ServiceUnavailableError that tells the reader of a page what was
 * looked for, what was found and how to get Python
 */
export async function findPython(options: {
  command?: string;
  env: NodeJS.ProcessEnv;
  platform: NodeJS.Platform;
  signal?: AbortSignal;
}): Promise<Python> {
  const usual =
    options.platform === 'win32' ? ['python', 'py'] : ['python3', 'python'];
  const commands = options.command ? [options.command] : usual;
  const failures: string[] = [];
  for (const command of commands) {
    const found = await tryPython(command, options);
    if (typeof found === 'object') {
      return found;
    }
    failures.push(`${oneLine(command)} ${found}`);
  }
  throw new ServiceUnavailableError(
    `Documentation is built with Python ${OLDEST_PYTHON} or newer, and none was found: ${failures.join(
      ', ',
    )}. ${installAdvice(options.platform)}`,
  );
}

/** The Python, or what is wrong with it. */
async function tryPython(
  command: string,
  options: { env: NodeJS.ProcessEnv; signal?: AbortSignal },
): Promise<Python | string> {
  try {
    const { exitCode, output, timedOut } = await runProcess({
      command,
      args: ['-I', '-c', SHOW_VERSION],
      env: buildEnvironment(options.env),
      timeoutMs: TIMEOUT_MS,
      signal: options.signal,
    });
    const version = output.trim();
    if (timedOut) {
      return 'did not answer';
    }
    if (exitCode !== 0 || !/^\d+\.\d+\.\d+$/.test(version)) {
      return 'does not work';
    }
    return isAtLeast(version, OLDEST_PYTHON)
      ? { command, version }
      : `is version ${version}`;
  } catch (error) {
    if (options.signal?.aborted) {
      throw error;
    }
    return (error as NodeJS.ErrnoException).code === 'ENOENT'
      ? 'is not installed'
      : 'cannot be started';
  }
}
