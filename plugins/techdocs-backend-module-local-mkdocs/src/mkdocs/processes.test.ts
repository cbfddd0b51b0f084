import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs/promises';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { writeFakePython, type FakePython } from '../testing/fakePython';
import { MkdocsInstallation } from './MkdocsInstallation';

const disk = createMockDirectory();

const PREPARE = `
const { MkdocsInstallation } = require(process.argv[1]);
new MkdocsInstallation({
  config: { directory: process.argv[2] },
  env: { PATH: process.argv[3] },
  logger: { info() {}, warn: console.warn },
  platform: 'linux',
  staleLockMs: 2000,
}).prepare(console.log);
`;

/** Another backend that prepares mkdocs in the same folder. */
function prepareElsewhere(python: FakePython): ChildProcess {
  return spawn(
    process.execPath,
    [
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      '--eval',
      PREPARE,
      resolvePackagePath(
        '@arctiq/plugin-techdocs-backend-module-local-mkdocs',
        'src/mkdocs/MkdocsInstallation.ts',
      ),
      disk.resolve('data'),
      python.folder,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
}

async function waitFor(condition: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    if (await condition()) {
      return;
    }
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  throw new Error('It did not happen within 15 s');
}

async function countVenvs(python: FakePython): Promise<number> {
  const calls = await python.calls();
  return calls.filter(call => call.includes('-m venv')).length;
}

describe('several processes', () => {
  beforeEach(async () => {
    disk.clear();
    await fs.mkdir(disk.resolve('bin'));
  });

  it('make it once', async () => {
    const python = await writeFakePython(disk.resolve('bin'), {
      pip: 'sleep 1',
    });
    const backends = [prepareElsewhere(python), prepareElsewhere(python)];
    const ends = await Promise.all(backends.map(child => once(child, 'exit')));
    expect(ends.map(([code]) => code)).toEqual([0, 0]);
    expect(await countVenvs(python)).toBe(1);
    expect(await fs.readdir(disk.resolve('data'))).toEqual(['venv']);
  }, 30_000);

  it('repair what one left that was killed half-way', async () => {
    const python = await writeFakePython(disk.resolve('bin'), {
      pip: 'sleep 3',
    });
    const victim = prepareElsewhere(python);
    await waitFor(async () =>
      (await python.calls()).some(call => call.includes('-m pip')),
    );
    victim.kill('SIGKILL');
    await once(victim, 'exit');
    const left = await fs.readdir(disk.resolve('data'));
    expect(left).toContain('.lock');
    expect(left).not.toContain('venv');

    await writeFakePython(disk.resolve('bin'));
    const installation = new MkdocsInstallation({
      config: { directory: disk.resolve('data') },
      env: { PATH: python.folder },
      logger: mockServices.logger.mock(),
      platform: 'linux',
      staleLockMs: 2000,
    });
    await installation.prepare(() => {});
    await fs.access(installation.python, fs.constants.X_OK);
    expect(await fs.readdir(disk.resolve('data'))).toEqual(['venv']);
  }, 30_000);
});
