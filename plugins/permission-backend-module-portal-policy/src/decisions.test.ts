import { goldenPathPermissions } from '@arctiq/plugin-golden-path-common';
import { pullRequestsPermissions } from '@arctiq/plugin-pull-requests-common';
import { sloPermissions } from '@arctiq/plugin-slo-common';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { catalogPermissions } from '@backstage/plugin-catalog-common/alpha';
import type { Permission } from '@backstage/plugin-permission-common';
import { scaffolderPermissions } from '@backstage/plugin-scaffolder-common/alpha';
import { policyTable } from './decisions';

const names = policyTable.map(({ permission }) => permission.name);

function isPermission(value: unknown): value is Permission {
  const candidate = value as Partial<Permission> | undefined;
  return (
    typeof candidate === 'object' &&
    candidate !== null &&
    typeof candidate.name === 'string' &&
    typeof candidate.attributes === 'object' &&
    (candidate.type === 'basic' || candidate.type === 'resource')
  );
}

function load(id: string): Record<string, unknown> {
  try {
    return jest.requireActual(id);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Most plugins have no library of that name or no alpha part.
    if (code === 'MODULE_NOT_FOUND' || code?.startsWith('ERR_PACKAGE_PATH')) {
      return {};
    }
    throw error;
  }
}

/** The permissions that the `-common` library of each plugin in the backend exports. */
function findInstalledPermissions(): Map<string, string> {
  const backend: { dependencies: Record<string, string> } = jest.requireActual(
    resolvePackagePath('backend', 'package.json'),
  );
  const found = new Map<string, string>();
  for (const dependency of Object.keys(backend.dependencies)) {
    const plugin = dependency.match(/^(@\w+\/plugin-.+)-backend$/)?.[1];
    for (const part of plugin ? ['', '/alpha'] : []) {
      for (const value of Object.values(load(`${plugin}-common${part}`))) {
        if (isPermission(value)) {
          found.set(value.name, `${plugin}-common`);
        }
      }
    }
  }
  return found;
}

describe('policyTable', () => {
  it('has one row for each permission', () => {
    expect(names).toEqual([...new Set(names)]);
  });

  it('has a row for every permission of the libraries that the portal is built on', () => {
    const known = [
      ...catalogPermissions,
      ...scaffolderPermissions,
      ...goldenPathPermissions,
      ...pullRequestsPermissions,
      ...sloPermissions,
    ].map(({ name }) => name);
    expect([...names].sort()).toEqual(known.sort());
  });

  it('has a row for every permission of the plugins that the backend installs', () => {
    const installed = findInstalledPermissions();
    expect(installed.get('catalog.entity.read')).toBe(
      '@backstage/plugin-catalog-common',
    );
    expect([...installed.keys()].sort()).toEqual([...names].sort());
  });

  it.each(policyTable.map(row => [row.permission.name, row.reason]))(
    'says why %s has its rule',
    (_, reason) => {
      expect(reason.split(' ').length).toBeGreaterThan(3);
    },
  );
});
