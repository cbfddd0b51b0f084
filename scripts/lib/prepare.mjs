import fs from 'node:fs';
import path from 'node:path';
import { inRoot } from './paths.mjs';
import { UserError, say, secondsSince } from './output.mjs';
import { run, tail } from './run.mjs';
import { fingerprint, forget, isCurrent, markCurrent } from './stamps.mjs';
import { ensureNode, ensureYarn, toolchainEnv } from './toolchain.mjs';

const workspaceFolders = ['packages', 'plugins'];

function workspaces() {
  return workspaceFolders.flatMap(folder =>
    fs
      .readdirSync(inRoot(folder))
      .map(name => path.join(folder, name))
      .filter(dir => fs.existsSync(inRoot(dir, 'package.json'))),
  );
}

/**
 * Installs the dependencies when the lock file, a manifest or Yarn's settings
 * changed since the last time.
 *
 * @param options.mayChangeLock - a developer's machine may update yarn.lock;
 *   CI must find it complete
 */
export async function ensureInstalled(options = {}) {
  const { mayChangeLock = process.env.CI !== 'true' } = options;
  const node = ensureNode();
  const yarn = ensureYarn();
  const current = () =>
    fingerprint([
      'yarn.lock',
      '.yarnrc.yml',
      'package.json',
      ...workspaces().map(dir => path.join(dir, 'package.json')),
    ]);
  if (
    fs.existsSync(inRoot('node_modules')) &&
    isCurrent('install', current())
  ) {
    return;
  }
  const startedAt = performance.now();
  say('Installing dependencies (about a minute and a half the first time)');
  forget('install');
  const args = [yarn, 'install', ...(mayChangeLock ? [] : ['--immutable'])];
  let result;
  // A download that breaks half-way ends Yarn; what arrived is kept, so the
  // second attempt is short.
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    result = await run(node, args, { quiet: true, env: toolchainEnv() });
    if (result.code === 0) {
      break;
    }
    say(`  attempt ${attempt} of 3 failed`);
  }
  if (result.code !== 0) {
    throw new UserError(
      `The dependencies could not be installed.\n${tail(
        result.output,
      )}\nIf a download failed, run the command again: it goes on where it stopped.`,
    );
  }
  markCurrent('install', current());
  say(`  done in ${secondsSince(startedAt)} s`);
}

function isFrontendPart(dir) {
  const { backstage } = JSON.parse(
    fs.readFileSync(inRoot(dir, 'package.json'), 'utf8'),
  );
  return /^(frontend|web|common)/.test(backstage?.role ?? '');
}

/** Builds the app when one of its sources changed since the last build. */
export async function ensureAppBuilt() {
  const parts = workspaces().filter(isFrontendPart);
  const current = fingerprint(['yarn.lock', 'app-config.yaml', ...parts]);
  const built = fs.existsSync(inRoot('packages/app/dist/index.html'));
  if (built && isCurrent('app', current)) {
    return;
  }
  const startedAt = performance.now();
  say('Building the app (about half a minute)');
  forget('app');
  const result = await run(
    ensureNode(),
    [
      inRoot('node_modules/@backstage/cli/bin/backstage-cli'),
      'package',
      'build',
    ],
    {
      cwd: inRoot('packages/app'),
      quiet: true,
      env: { ...toolchainEnv(), NODE_ENV: 'production' },
    },
  );
  if (result.code !== 0) {
    throw new UserError(`The app could not be built.\n${tail(result.output)}`);
  }
  markCurrent('app', current);
  say(`  done in ${secondsSince(startedAt)} s`);
}

/** Everything that must be there before the portal can be started. */
export async function prepare() {
  await ensureInstalled();
  await ensureAppBuilt();
}
