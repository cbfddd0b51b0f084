import fs from 'node:fs/promises';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { writeFakePython, type FakePythonSteps } from '../testing/fakePython';
import { makeVenv } from './makeVenv';

const disk = createMockDirectory();

async function make(
  steps: FakePythonSteps,
  platform: NodeJS.Platform = 'linux',
) {
  await fs.mkdir(disk.resolve('bin'), { recursive: true });
  const python = await writeFakePython(disk.resolve('bin'), steps);
  const lines: string[] = [];
  const result = makeVenv({
    directory: disk.resolve('venv'),
    env: {
      PATH: python.folder,
      PIP_INDEX_URL: 'https://index.example/simple',
      PIP_TARGET: '/elsewhere',
      BACKEND_SECRET: 'hunter2',
    },
    platform,
    log: line => lines.push(line),
  });
  return { lines, result };
}

async function failure(steps: FakePythonSteps, platform?: NodeJS.Platform) {
  const { result } = await make(steps, platform);
  const error: Error = await result.then(
    () => new Error('It did not fail'),
    reason => reason,
  );
  expect(error.name).toBe('ServiceUnavailableError');
  // The page shows the message as JSON text on one line.
  expect(JSON.stringify(error.message)).toBe(`"${error.message}"`);
  return error.message;
}

const DEBIAN = `printf 'The virtual environment was not created successfully because ensurepip is not\\navailable.\\n'; exit 1`;
const OFFLINE = `echo "WARNING: Retrying (Retry(total=4)) after connection broken by NewConnectionError" >&2; echo "ERROR: No matching distribution found for mkdocs-techdocs-core==1.7.1" >&2; exit 1`;

describe('makeVenv', () => {
  beforeEach(() => disk.clear());

  it('explains how to get the missing part of Python on Debian', async () => {
    expect(await failure({ venv: DEBIAN })).toBe(
      'Documentation cannot be built: Python 3.11.7 is installed without the part that makes virtual environments (venv with ensurepip). Install it on the machine that runs the portal: sudo apt install python3-venv (Debian, Ubuntu; python3.11-venv for a Python of its own). Then reload this page.',
    );
  });

  it('explains the missing part elsewhere', async () => {
    const venv = 'echo "/usr/bin/python3: No module named venv" >&2; exit 1';
    expect(await failure({ venv }, 'darwin')).toContain('brew install python');
  });

  it('says why a virtual environment could not be made', async () => {
    const venv = `echo "Error: [Errno 28] No space left on device: \\"/data\\"" >&2; exit 1`;
    expect(await failure({ venv })).toBe(
      "Documentation cannot be built: Python 3.11.7 could not make a virtual environment ([Errno 28] No space left on device: '/data'). Check that techdocs.localMkdocs.directory is writable and its disk has 200 MB left, then reload this page.",
    );
  });

  it('says that the package index cannot be reached', async () => {
    expect(await failure({ pip: OFFLINE })).toBe(
      'Documentation cannot be built: pip could not install mkdocs-techdocs-core==1.7.1 and mkdocs==1.6.1 because the Python package index cannot be reached from the machine that runs the portal; set PIP_INDEX_URL or HTTPS_PROXY in its environment to one that can, then reload this page.',
    );
  });

  it('says what else pip complains about, without passwords', async () => {
    const pip = `echo "ERROR: 403 Client Error for https://me:hunter2@index.example/simple" >&2; exit 1`;
    const message = await failure({ pip });
    expect(message).toContain(
      'because 403 Client Error for https://index.example/simple; check PIP_INDEX_URL',
    );
  });

  it('says that the installed mkdocs does not start', async () => {
    const mkdocsVersion = `printf 'Traceback:\\n  File x\\nImportError: libyaml is missing\\n' >&2; exit 1`;
    expect(await failure({ mkdocsVersion })).toBe(
      'Documentation cannot be built: mkdocs was installed but does not start (ImportError: libyaml is missing). Reload this page to install it again.',
    );
  });

  it('shows the reader what pip says', async () => {
    const { lines, result } = await make({ pip: 'echo "Be patient"' });
    await result;
    expect(lines).toContain('Be patient');
  });

  it('gives pip its own settings and none of the secrets of the backend', async () => {
    const { lines, result } = await make({
      pip: 'echo "$PIP_INDEX_URL,$PIP_TARGET,$PIP_USER,$BACKEND_SECRET"',
    });
    await result;
    expect(lines).toContain('https://index.example/simple,,0,');
  });
});
