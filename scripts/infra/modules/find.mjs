import fs from 'node:fs';
import path from 'node:path';
import { inRoot } from '../../lib/paths.mjs';

function foldersIn(folder) {
  return fs.existsSync(folder)
    ? fs
        .readdirSync(folder, { withFileTypes: true })
        .filter(entry => entry.isDirectory())
        .map(entry => entry.name)
    : [];
}

/**
 * Names of all modules: folders of infra/modules, and what those carry in a
 * folder `modules` of their own (`transit-gateway/modules/attachment`).
 */
export function findModules(home = inRoot('infra/modules')) {
  return foldersIn(home)
    .flatMap(name => [
      name,
      ...foldersIn(path.join(home, name, 'modules')).map(
        child => `${name}/modules/${child}`,
      ),
    ])
    .sort();
}

/** Files of one module with their text; those of its submodules are not its own. */
export function readModule(folder) {
  const files = {};
  const names = fs.readdirSync(folder, {
    recursive: true,
    withFileTypes: true,
  });
  for (const entry of names) {
    const file = path.join(entry.parentPath, entry.name);
    const relative = path.relative(folder, file);
    const wanted = /\.(tf|hcl|md|json)$/.test(relative);
    const own = !/^modules\/|\.terraform/.test(relative);
    if (entry.isFile() && wanted && own) {
      files[relative] = fs.readFileSync(file, 'utf8');
    }
  }
  return files;
}
