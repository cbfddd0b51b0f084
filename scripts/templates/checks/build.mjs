import path from 'node:path';
import { inRoot } from '../../lib/paths.mjs';
import { run, tail } from '../../lib/run.mjs';
import { listFiles } from '../files.mjs';

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** Runs npm in a rendered repository as a newcomer would. */
export async function checkNpm(folder, ...args) {
  const { code, output } = await run(npm, args, { cwd: folder, quiet: true });
  return code === 0 ? [] : [`npm ${args.join(' ')}:\n${tail(output, 40)}`];
}

/** The sources are formatted as this repository's are. */
export async function checkFormat(folder) {
  const { code, output } = await run(
    process.execPath,
    [
      inRoot('node_modules/prettier/bin-prettier.js'),
      ...['--config', inRoot('package.json'), '--list-different'],
      ...listFiles(path.join(folder, 'src')).map(file =>
        path.join(folder, 'src', file),
      ),
    ],
    { quiet: true },
  );
  return code === 0 ? [] : [tail(output)];
}
