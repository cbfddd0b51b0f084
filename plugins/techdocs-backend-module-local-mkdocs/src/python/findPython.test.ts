import fs from 'node:fs/promises';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { writeFakePython } from '../testing/fakePython';
import { findPython, isAtLeast } from './findPython';

const disk = createMockDirectory();

function find(platform: NodeJS.Platform = 'linux', command?: string) {
  return findPython({ command, env: { PATH: disk.path }, platform });
}

describe('findPython', () => {
  beforeEach(() => disk.clear());

  it('finds python3 first', async () => {
    await writeFakePython(disk.path);
    await expect(find()).resolves.toEqual({
      command: 'python3',
      version: '3.11.7',
    });
  });

  it('takes python when python3 is too old', async () => {
    await writeFakePython(disk.path, { version: 'echo 3.12.1' });
    await fs.rename(disk.resolve('python3'), disk.resolve('python'));
    await writeFakePython(disk.path, { version: 'echo 3.8.18' });
    await expect(find()).resolves.toEqual({
      command: 'python',
      version: '3.12.1',
    });
  });

  it.each<[NodeJS.Platform, string, string]>([
    [
      'linux',
      'python3 is not installed, python is not installed',
      'Install it on the machine that runs the portal: sudo apt install python3 python3-venv (Debian, Ubuntu) or sudo dnf install python3 (Fedora), or from https://www.python.org/downloads/. Then reload this page.',
    ],
    [
      'darwin',
      'python3 is not installed, python is not installed',
      'Install it on the machine that runs the portal: brew install python, or from https://www.python.org/downloads/. Then reload this page.',
    ],
    [
      'win32',
      'python is not installed, py is not installed',
      'Install it on the machine that runs the portal: winget install Python.Python.3.13, or from https://www.python.org/downloads/. Then reload this page.',
    ],
    [
      'freebsd',
      'python3 is not installed, python is not installed',
      'Install it on the machine that runs the portal from https://www.python.org/downloads/. Then reload this page.',
    ],
  ])('says how to get Python on %s', async (platform, found, advice) => {
    await expect(find(platform)).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: `Documentation is built with Python 3.9 or newer, and none was found: ${found}. ${advice}`,
    });
  });

  it('says what is wrong with the one that is there', async () => {
    await writeFakePython(disk.path, { version: 'echo 2.7.18' });
    await fs.writeFile(disk.resolve('python'), '#!/bin/sh\nexit 1\n', {
      mode: 0o755,
    });
    await expect(find()).rejects.toThrow(
      'none was found: python3 is version 2.7.18, python does not work.',
    );
  });

  it('says that the configured one may not be executed', async () => {
    disk.addContent({ 'my-python': 'no program' });
    const command = disk.resolve('my-python');
    await expect(find('linux', command)).rejects.toThrow(
      `none was found: ${command} cannot be started.`,
    );
  });

  it('tries the configured one only', async () => {
    await writeFakePython(disk.path);
    await expect(find('linux', 'python3.99')).rejects.toThrow(
      'none was found: python3.99 is not installed.',
    );
  });
});

describe('isAtLeast', () => {
  it.each([
    ['3.9.0', '3.9', true],
    ['3.10.1', '3.9', true],
    ['3.8.18', '3.9', false],
    ['4.0.0', '3.9', true],
    ['2.17.0', '3.9', false],
  ])('%s against %s: %s', (version, oldest, expected) => {
    expect(isAtLeast(version, oldest)).toBe(expected);
  });
});
