import fs from 'node:fs';
import path from 'node:path';
import type { FileSeed } from '../seed';
import type { ProductFiles } from './types';

/** Left behind by tools, and no part of what a repository holds. */
const skipped =
  /^(\.terraform|\.terraform\.lock\.hcl|node_modules|.*\.tfstate.*)$/;

function readFolder(folder: string, below = ''): FileSeed[] {
  return fs
    .readdirSync(path.join(folder, below), { withFileTypes: true })
    .filter(({ name }) => !skipped.test(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(entry => {
      const name = path.posix.join(below, entry.name);
      return entry.isDirectory()
        ? readFolder(folder, name)
        : [
            {
              path: name,
              content: fs.readFileSync(path.join(folder, name), 'utf8'),
            },
          ];
    });
}

/**
 * Reads what this repository itself holds of the company: the documentation of
 * the portal, and the infrastructure under it.
 *
 * @param root - folder of a clone of this repository
 * @throws Error naming the folder that is not there
 */
export function readProduct(root: string): ProductFiles {
  const at = (name: string) =>
    readFolder(path.join(root, name)).map(file => ({
      ...file,
      path: `${name}/${file.path}`,
    }));
  return {
    documentation: [
      {
        path: 'mkdocs.yml',
        content: fs.readFileSync(path.join(root, 'mkdocs.yml'), 'utf8'),
      },
      ...at('docs'),
    ],
    infrastructure: [
      ...at('infra'),
      // What its pipelines run.
      ...at('.github/workflows').filter(file => /\/infra-/.test(file.path)),
      ...at('scripts/infra'),
      ...at('scripts/lib'),
    ],
  };
}
