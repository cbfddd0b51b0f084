import fs from 'node:fs/promises';
import path from 'node:path';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { writeFakePython, type FakePythonSteps } from '../testing/fakePython';
import { MkdocsInstallation } from './MkdocsInstallation';

const disk = createMockDirectory();

async function setup(steps?: FakePythonSteps) {
  await fs.mkdir(disk.resolve('bin'), { recursive: true });
  const python = await writeFakePython(disk.resolve('bin'), steps);
  const lines: string[] = [];
  const create = (overrides: { directory?: string; platform?: string } = {}) =>
    new MkdocsInstallation({
      config: { directory: overrides.directory ?? disk.resolve('data') },
      env: { PATH: python.folder, SECRET: 'hunter2' },
      logger: mockServices.logger.mock(),
      platform: (overrides.platform ?? 'linux') as NodeJS.Platform,
      staleLockMs: 2000,
    });
  return { create, lines, log: (line: string) => lines.push(line), python };
}

async function countVenvs(python: { calls(): Promise<string[]> }) {
  const calls = await python.calls();
  return calls.filter(call => call.includes('-m venv')).length;
}

describe('MkdocsInstallation', () => {
  beforeEach(() => disk.clear());

  it('makes mkdocs with exact versions and tells the reader about it', async () => {
    const { create, lines, log, python } = await setup();
    const installation = create();
    await installation.prepare(log);
    expect(lines).toEqual([
      'Preparing mkdocs (once, about 30 seconds)',
      'Making a virtual environment with Python 3.11.7',
      'Installing mkdocs-techdocs-core==1.7.1 and mkdocs==1.6.1',
      'mkdocs is ready',
    ]);
    expect(installation.python).toBe(disk.resolve('data/venv/bin/python'));
    await fs.access(installation.python, fs.constants.X_OK);
    expect(await python.calls()).toContainEqual(
      expect.stringMatching(
        /-I -m pip install .*--only-binary :all: mkdocs-techdocs-core==1\.7\.1 mkdocs==1\.6\.1$/,
      ),
    );
    expect(await fs.readdir(disk.resolve('data'))).toEqual(['venv']);
  });

  it('takes older packages for an older Python', async () => {
    const { create, lines, log } = await setup({ version: 'echo 3.9.6' });
    await create().prepare(log);
    expect(lines).toContain(
      'Installing mkdocs-techdocs-core==1.6.1 and mkdocs==1.6.1',
    );
  });

  it('does nothing the second time, even after a restart', async () => {
    const { create, lines, log, python } = await setup();
    const first = create();
    await first.prepare(log);
    const calls = await python.calls();
    lines.length = 0;
    await first.prepare(log);
    await create().prepare(log);
    expect(lines).toEqual([]);
    expect(await python.calls()).toEqual(calls);
  });

  it('makes it once for all who ask at the same time', async () => {
    const { create, lines, log, python } = await setup();
    const installation = create();
    await Promise.all([1, 2, 3].map(() => installation.prepare(log)));
    expect(await countVenvs(python)).toBe(1);
    expect(lines.filter(line => line === 'mkdocs is ready')).toHaveLength(3);
  });

  it.each<[string, (venv: string) => Promise<void>]>([
    ['is half-made', async venv => fs.rm(path.join(venv, 'portal-stamp.json'))],
    [
      'was made of other packages',
      async venv =>
        fs.writeFile(
          path.join(venv, 'portal-stamp.json'),
          JSON.stringify({ pythonVersion: '3.11.7', requirements: ['mkdocs'] }),
        ),
    ],
    [
      'has a torn stamp',
      async venv => fs.writeFile(path.join(venv, 'portal-stamp.json'), '{"py'),
    ],
    [
      'lost its Python to an upgrade',
      async venv => {
        await fs.rm(path.join(venv, 'bin/python'));
        await fs.symlink('/gone/python3.10', path.join(venv, 'bin/python'));
      },
    ],
  ])('makes it anew when it %s', async (_, damage) => {
    const { create, log, python } = await setup();
    await create().prepare(log);
    await damage(disk.resolve('data/venv'));
    const installation = create();
    await installation.prepare(log);
    expect(await countVenvs(python)).toBe(2);
    await fs.access(installation.python, fs.constants.X_OK);
  });

  it('leaves nothing behind when it fails, and tries again for the next reader', async () => {
    const { create, log } = await setup({ pip: 'exit 1' });
    const installation = create();
    await expect(installation.prepare(log)).rejects.toThrow(
      'pip could not install',
    );
    expect(await fs.readdir(disk.resolve('data'))).toEqual([]);
    await setup();
    await expect(installation.prepare(log)).resolves.toBeUndefined();
  });

  it('says which folder cannot be written', async () => {
    const { create, log } = await setup();
    disk.addContent({ file: 'not a folder' });
    await expect(
      create({ directory: disk.resolve('file/data') }).prepare(log),
    ).rejects.toThrow(
      `Documentation cannot be built: ${disk.resolve(
        'file/data',
      )} cannot be used to keep mkdocs (ENOTDIR). Set techdocs.localMkdocs.directory to a folder that the portal may write, then reload this page.`,
    );
  });
});
