import fs from 'node:fs/promises';
import path from 'node:path';
import { requirementsFor } from './requirements';

const FILE = 'portal-stamp.json';

interface Stamp {
  pythonVersion: string;
  requirements: string[];
}

/** Path of the Python inside a virtual environment. */
export function pythonOf(venv: string, platform: NodeJS.Platform): string {
  return platform === 'win32'
    ? path.join(venv, 'Scripts', 'python.exe')
    : path.join(venv, 'bin', 'python');
}

/** Writes down what a virtual environment was made of, as the last step of making it. */
export async function writeStamp(venv: string, stamp: Stamp): Promise<void> {
  await fs.writeFile(path.join(venv, FILE), JSON.stringify(stamp));
}

/**
 * Whether a virtual environment is complete, made of the packages that are
 * wanted today, and its Python still there: an upgrade of Python takes it away.
 */
export async function isUsable(
  venv: string,
  platform: NodeJS.Platform,
): Promise<boolean> {
  try {
    await fs.access(pythonOf(venv, platform), fs.constants.X_OK);
    const stamp: Stamp = JSON.parse(
      await fs.readFile(path.join(venv, FILE), 'utf8'),
    );
    return (
      stamp.requirements.join() === requirementsFor(stamp.pythonVersion).join()
    );
  } catch {
    return false;
  }
}
