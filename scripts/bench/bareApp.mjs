import fs from 'node:fs';
import path from 'node:path';
import { inRoot } from '../lib/paths.mjs';
import { UserError } from '../lib/output.mjs';
import { run, tail } from '../lib/run.mjs';

const home = inRoot('.bench/bare-app');

/**
 * Generates and builds the app that Backstage's own generator makes, with the
 * same packages that the portal has installed: the peer for the first load.
 *
 * @returns its dist folder
 */
export async function buildBareApp(note) {
  const dist = path.join(home, 'packages/app/dist');
  const wanted = fs.readFileSync(inRoot('yarn.lock'), 'utf8').length.toString();
  const stamp = path.join(home, 'built-for');
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) {
    return dist;
  }
  note('building the bare app (about half a minute)');
  fs.rmSync(home, { recursive: true, force: true });
  fs.mkdirSync(path.dirname(home), { recursive: true });
  const steps = [
    {
      args: [
        inRoot('node_modules/@backstage/create-app/bin/backstage-create-app'),
        ...['--skip-install', '--path', home],
      ],
      cwd: path.dirname(home),
    },
    {
      args: [
        inRoot('node_modules/@backstage/cli/bin/backstage-cli'),
        ...['package', 'build'],
      ],
      cwd: path.join(home, 'packages/app'),
    },
  ];
  for (const { args, cwd } of steps) {
    const { code, output } = await run(process.execPath, args, {
      cwd,
      quiet: true,
      env: {
        ...process.env,
        BACKSTAGE_APP_NAME: 'bare-app',
        NODE_ENV: 'production',
      },
    });
    if (code !== 0) {
      throw new UserError(`The bare app could not be built:\n${tail(output)}`);
    }
  }
  fs.writeFileSync(stamp, wanted);
  return dist;
}
