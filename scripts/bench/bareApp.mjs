import fs from 'node:fs';
import path from 'node:path';
import { inRoot } from '../lib/paths.mjs';
import { UserError } from '../lib/output.mjs';
import { run, tail } from '../lib/run.mjs';
import { ensureNode, ensureYarn, toolchainEnv } from '../lib/toolchain.mjs';

const home = inRoot('.bench/bare-app');

async function step(what, args, cwd) {
  const { code, output } = await run(ensureNode(), args, {
    cwd,
    quiet: true,
    env: {
      ...toolchainEnv(),
      BACKSTAGE_APP_NAME: 'bare-app',
      NODE_ENV: 'production',
    },
  });
  if (code !== 0) {
    throw new UserError(`The bare app: ${what} failed:\n${tail(output)}`);
  }
}

/** The portal's version pins without its patches: the peer is as published. */
function pinVersions() {
  const portal = JSON.parse(fs.readFileSync(inRoot('package.json'), 'utf8'));
  const file = path.join(home, 'package.json');
  const manifest = JSON.parse(fs.readFileSync(file, 'utf8'));
  manifest.resolutions = Object.fromEntries(
    Object.entries(portal.resolutions).filter(
      ([name, version]) =>
        !version.startsWith('patch:') && !name.includes('/zod'),
    ),
  );
  manifest.dependenciesMeta = portal.dependenciesMeta;
  manifest.packageManager = portal.packageManager;
  fs.writeFileSync(file, JSON.stringify(manifest, null, 2));
  fs.copyFileSync(inRoot('.yarnrc.yml'), path.join(home, '.yarnrc.yml'));
}

/**
 * Generates, installs and builds the app that Backstage's own generator makes:
 * the peer for the first load. Kept in `.bench/` until package.json changes.
 *
 * @returns its dist folder
 */
export async function buildBareApp(note) {
  const dist = path.join(home, 'packages/app/dist');
  const wanted = fs.readFileSync(inRoot('package.json'), 'utf8');
  const stamp = path.join(home, 'built-for.json');
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) {
    return dist;
  }
  note('  making the bare app (about two minutes, once)');
  fs.rmSync(home, { recursive: true, force: true });
  fs.mkdirSync(path.dirname(home), { recursive: true });
  await step(
    'generating',
    [
      inRoot('node_modules/@backstage/create-app/bin/backstage-create-app'),
      ...['--skip-install', '--path', home],
    ],
    path.dirname(home),
  );
  pinVersions();
  await step('installing', [ensureYarn(), 'install'], home);
  await step(
    'building',
    [
      path.join(home, 'node_modules/@backstage/cli/bin/backstage-cli'),
      ...['package', 'build'],
    ],
    path.join(home, 'packages/app'),
  );
  fs.writeFileSync(stamp, wanted);
  return dist;
}
