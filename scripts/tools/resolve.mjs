import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { say } from '../lib/output.mjs';
import { toolchain } from '../lib/paths.mjs';
import { run, tail } from '../lib/run.mjs';
import { tools } from './table.mjs';

const bin = path.join(toolchain, 'bin');

/** Folders that match a path with one `*`, newest version first. */
function expand(pattern) {
  const [before, after] = pattern.split('*');
  if (after === undefined) {
    return [pattern];
  }
  if (!fs.existsSync(before)) {
    return [];
  }
  return fs
    .readdirSync(before)
    .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
    .map(name => path.join(before, name, after));
}

function find(name) {
  const { names = [name], folders = [], variable } = tools[name];
  const given = variable && process.env[variable];
  if (given) {
    return given;
  }
  const places = [
    bin,
    ...(process.env.PATH ?? '').split(path.delimiter),
    ...folders.flatMap(expand),
  ];
  return places
    .flatMap(folder => names.map(file => path.join(folder, file)))
    .find(file => fs.existsSync(file) && fs.statSync(file).isFile());
}

function findGo() {
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .map(folder => path.join(folder, 'go'))
    .concat('/usr/local/go/bin/go')
    .find(file => fs.existsSync(file));
}

/** Builds a module in a copy of its source, since the module cache is read-only. */
async function installFromSource(name, { module, folder, env }) {
  const go = findGo();
  if (!go) {
    return 'Go is not installed';
  }
  say(`building ${module} (once, a few minutes)`);
  const fetched = await run(go, ['mod', 'download', '-json', module], {
    quiet: true,
    env: { ...process.env, GOFLAGS: '-mod=mod' },
  });
  if (fetched.code !== 0) {
    return tail(fetched.output, 10);
  }
  const { Dir } = JSON.parse(fetched.output.slice(fetched.output.indexOf('{')));
  const home = fs.mkdtempSync(path.join(os.tmpdir(), `portal-${name}-`));
  try {
    fs.cpSync(Dir, home, { recursive: true });
    const copied = await run('chmod', ['-R', 'u+w', home], { quiet: true });
    const { code, output } =
      copied.code === 0
        ? await run(
            go,
            ['build', '-trimpath', '-o', path.join(bin, name), folder],
            { quiet: true, cwd: home, env: { ...process.env, ...env } },
          )
        : copied;
    return code === 0 ? undefined : tail(output, 10);
  } finally {
    fs.rmSync(home, { recursive: true, force: true });
  }
}

async function installWithGo(module) {
  const go = findGo();
  if (!go) {
    return 'Go is not installed';
  }
  say(`building ${module} (once, a few minutes)`);
  fs.mkdirSync(bin, { recursive: true });
  const { code, output } = await run(go, ['install', module], {
    quiet: true,
    env: { ...process.env, GOBIN: bin, GOFLAGS: '-trimpath' },
  });
  return code === 0 ? undefined : tail(output, 10);
}

async function installWithPip(name, requirement) {
  const home = path.join(toolchain, 'pip', name);
  say(`installing ${requirement}`);
  const steps = [
    ['python3', ['-m', 'venv', '--clear', home]],
    [path.join(home, 'bin/pip'), ['install', '--quiet', requirement]],
  ];
  for (const [command, args] of steps) {
    const { code, output } = await run(command, args, { quiet: true }).catch(
      error => ({ code: 1, output: error.message }),
    );
    if (code !== 0) {
      return tail(output, 10);
    }
  }
  fs.mkdirSync(bin, { recursive: true });
  const link = path.join(bin, name);
  fs.rmSync(link, { force: true });
  fs.symlinkSync(path.relative(bin, path.join(home, 'bin', name)), link);
  return undefined;
}

async function installWithApt(packages) {
  if (process.getuid?.() !== 0 || !fs.existsSync('/usr/bin/apt-get')) {
    return `install it with: apt-get install ${packages.join(' ')}`;
  }
  say(`installing ${packages.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { quiet: true, env });
  const { code, output } = await run(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', ...packages],
    { quiet: true, env },
  );
  return code === 0 ? undefined : tail(output, 10);
}

/** An outside tool that cannot be had on this machine. */
class MissingTool extends Error {
  name = 'MissingTool';
}

function install(name) {
  const { go, source, pip, apt, hint } = tools[name];
  if (go) {
    return installWithGo(go);
  }
  if (source) {
    return installFromSource(name, source);
  }
  if (hint) {
    return hint;
  }
  return pip ? installWithPip(name, pip) : installWithApt(apt);
}

/**
 * Path of an outside tool, installed when it is not there.
 *
 * @param name - a key of the table
 * @throws when it cannot be had, with the reason and what to do
 */
export async function resolveTool(name) {
  const present = find(name);
  if (present) {
    return present;
  }
  const problem = await install(name);
  const installed = find(name);
  if (!installed) {
    throw new MissingTool(
      `${name} was not found and could not be installed: ${problem}`,
    );
  }
  return installed;
}
