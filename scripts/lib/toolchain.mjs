import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { inRoot, toolchain } from './paths.mjs';
import { UserError, say } from './output.mjs';

const supportedMajors = [22, 24];
const wantedMajor = 24;

const yarnVersion = JSON.parse(
  fs.readFileSync(inRoot('package.json'), 'utf8'),
).packageManager.split('@')[1];

const yarnHome = path.join(toolchain, 'yarn');
const yarnCli = path.join(
  yarnHome,
  'node_modules/@yarnpkg/cli-dist/bin/yarn.js',
);

/**
 * The npm package that carries the Node binary for this machine. The names are
 * those of the `node` package's own installer, which is bypassed because it
 * needs an install script.
 */
function nodePackage() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const prefix =
    platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
  return `${prefix}-${platform}-${process.arch}`;
}

function npmInstall(prefix, spec, purpose) {
  fs.mkdirSync(prefix, { recursive: true });
  // A manifest of its own keeps npm from walking up to the portal's.
  const manifest = path.join(prefix, 'package.json');
  if (!fs.existsSync(manifest)) {
    fs.writeFileSync(manifest, '{"private":true}\n');
  }
  const result = spawnSync(
    process.platform === 'win32' ? 'npm.cmd' : 'npm',
    [
      'install',
      '--prefix',
      prefix,
      '--no-save',
      '--no-package-lock',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      spec,
    ],
    { encoding: 'utf8', cwd: prefix },
  );
  if (result.status !== 0) {
    throw new UserError(
      `Could not install ${spec} (${purpose}).\n${
        result.stderr || result.error
      }\nCheck that npm reaches its registry (npm ping), then run the command again.`,
    );
  }
}

function majorOf(version) {
  return Number(version.replace(/^v/, '').split('.')[0]);
}

/**
 * Path of a Node binary that the portal supports: the running one, or one that
 * is fetched from the npm registry into `.toolchain/`.
 */
export function ensureNode() {
  if (supportedMajors.includes(majorOf(process.versions.node))) {
    return process.execPath;
  }
  const home = path.join(toolchain, `node-${wantedMajor}`);
  const binary = path.join(
    home,
    'node_modules',
    nodePackage(),
    process.platform === 'win32' ? 'bin/node.exe' : 'bin/node',
  );
  if (!fs.existsSync(binary)) {
    say(
      `Node ${
        process.versions.node
      } is here, the portal needs ${supportedMajors.join(
        ' or ',
      )}: fetching Node ${wantedMajor} into .toolchain/`,
    );
    npmInstall(home, `${nodePackage()}@${wantedMajor}`, `Node ${wantedMajor}`);
  }
  // A shim directory, so that child processes that call `node` find this one.
  const shims = path.join(toolchain, 'bin');
  fs.mkdirSync(shims, { recursive: true });
  const shim = path.join(shims, path.basename(binary));
  const target = path.relative(shims, binary);
  if (!fs.existsSync(shim) || fs.readlinkSync(shim) !== target) {
    fs.rmSync(shim, { force: true });
    fs.symlinkSync(target, shim);
  }
  return binary;
}

/** Path of Yarn's entry file at the version that package.json names. */
export function ensureYarn() {
  const manifest = path.join(path.dirname(yarnCli), '../package.json');
  const present =
    fs.existsSync(manifest) &&
    JSON.parse(fs.readFileSync(manifest, 'utf8')).version === yarnVersion;
  if (!present) {
    say(`Fetching Yarn ${yarnVersion} into .toolchain/`);
    npmInstall(yarnHome, `@yarnpkg/cli-dist@${yarnVersion}`, 'Yarn');
  }
  // Tools that call `yarn` find this one, through the PATH of toolchainEnv.
  const shim = path.join(toolchain, 'bin/yarn');
  if (!fs.existsSync(shim)) {
    fs.mkdirSync(path.dirname(shim), { recursive: true });
    fs.writeFileSync(
      shim,
      `#!/bin/sh\nexec node "$(dirname "$0")/${path.relative(
        path.dirname(shim),
        yarnCli,
      )}" "$@"\n`,
      { mode: 0o755 },
    );
  }
  return yarnCli;
}

/** Environment for child processes: our Node and our tools come first on PATH. */
export function toolchainEnv(env = process.env) {
  const node = ensureNode();
  const parts = [
    path.join(toolchain, 'bin'),
    path.dirname(node),
    inRoot('node_modules/.bin'),
    env.PATH,
  ];
  // Settings that npm hands to its scripts are npm's own and confuse Yarn.
  const clean = Object.fromEntries(
    Object.entries(env).filter(
      ([key]) =>
        !key.startsWith('npm_') || key.toLowerCase() === 'npm_config_cache',
    ),
  );
  return { ...clean, PATH: parts.join(path.delimiter) };
}
