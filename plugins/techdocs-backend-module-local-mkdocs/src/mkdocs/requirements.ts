import { isAtLeast } from '../python/findPython';

/** Newest first; each was installed and run with the oldest Python it is listed for. */
const REQUIREMENTS = [
  {
    oldestPython: '3.10',
    packages: ['mkdocs-techdocs-core==1.7.1', 'mkdocs==1.6.1'],
  },
  {
    oldestPython: '3.9',
    packages: ['mkdocs-techdocs-core==1.6.1', 'mkdocs==1.6.1'],
  },
];

/**
 * The packages, with exact versions, that make mkdocs for a Python.
 *
 * @throws Error when the Python is older than the oldest that is supported
 */
export function requirementsFor(pythonVersion: string): string[] {
  const match = REQUIREMENTS.find(({ oldestPython }) =>
    isAtLeast(pythonVersion, oldestPython),
  );
  if (!match) {
    throw new Error(
      `No version of mkdocs is known for Python ${pythonVersion}`,
    );
  }
  return match.packages;
}
