import fs from 'node:fs';
import path from 'node:path';
import { inRoot } from './paths.mjs';
import { UserError } from './output.mjs';
import { run, tail } from './run.mjs';

const cli = inRoot('node_modules/@backstage/cli/bin/backstage-cli');

/** Builds the backend as its image carries it: skeleton and bundle archives. */
export async function buildBackendBundle() {
  const { code, output } = await run(
    process.execPath,
    [cli, 'package', 'build'],
    { cwd: inRoot('packages/backend'), quiet: true },
  );
  if (code !== 0) {
    throw new UserError(
      `The backend bundle could not be built:\n${tail(output)}`,
    );
  }
}

/**
 * Unpacks the bundle as the Dockerfile does. In place of an installation of its
 * own it borrows this clone's packages, except our workspaces: those must come
 * out of the bundle.
 *
 * @param target - an empty folder
 */
export async function unpackBackendBundle(target) {
  for (const archive of ['skeleton', 'bundle']) {
    const { code, output } = await run(
      'tar',
      [
        ...['xzf', inRoot('packages/backend/dist', `${archive}.tar.gz`)],
        ...['-C', target],
      ],
      { quiet: true },
    );
    if (code !== 0) {
      throw new UserError(
        `${archive}.tar.gz could not be unpacked:\n${output}`,
      );
    }
  }
  const modules = path.join(target, 'node_modules');
  const link = (from, name) => {
    const to = path.join(modules, name);
    fs.mkdirSync(path.dirname(to), { recursive: true });
    fs.symlinkSync(from, to);
  };
  for (const name of fs.readdirSync(inRoot('node_modules'))) {
    const source = inRoot('node_modules', name);
    const ours = name === '@arctiq' || fs.lstatSync(source).isSymbolicLink();
    if (!ours && !name.startsWith('.')) {
      link(source, name);
    }
  }
  for (const folder of ['packages', 'plugins']) {
    for (const dir of fs.readdirSync(path.join(target, folder))) {
      const home = path.join(target, folder, dir);
      const { name } = JSON.parse(
        fs.readFileSync(path.join(home, 'package.json'), 'utf8'),
      );
      link(home, name);
      // Versions that could not be hoisted stay with their package.
      const own = inRoot(folder, dir, 'node_modules');
      if (fs.existsSync(own)) {
        fs.symlinkSync(own, path.join(home, 'node_modules'));
      }
    }
  }
}
