import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { toolchain } from '../../lib/paths.mjs';

/** The file that remembers where a mirror was found, since a search is slow. */
const memory = path.join(toolchain, 'terraform/mirror.json');

/** Where Terraform itself, or people, keep providers. */
function usualPlaces(env) {
  const home = os.homedir();
  return [
    env.TF_PLUGIN_CACHE_DIR,
    path.join(home, '.terraform.d/plugins'),
    path.join(home, '.terraform.d/plugin-cache'),
    path.join(
      env.XDG_DATA_HOME || path.join(home, '.local/share'),
      'terraform/plugins',
    ),
    ...(env.XDG_DATA_DIRS || '/usr/local/share:/usr/share')
      .split(':')
      .map(folder => path.join(folder, 'terraform/plugins')),
  ].filter(Boolean);
}

/** Where images of machines keep what they bring along. */
const likelyPlaces = ['/opt', '/usr/local', '/usr/share', '/usr/lib', '/srv'];

/** Large, and no place for a mirror. */
const prunes = ['node_modules', '.terraform', 'proc', 'sys'];

/** Files and folders below `places` whose name begins with `prefix`. */
function search(places, prefix) {
  const present = places.filter(place => fs.existsSync(place));
  if (present.length === 0 || process.platform === 'win32') {
    return [];
  }
  const pruned = prunes.flatMap((name, index) =>
    index === 0 ? ['-name', name] : ['-o', '-name', name],
  );
  const { stdout } = spawnSync(
    'find',
    [
      ...[...present, '-xdev', '(', ...pruned, ')', '-prune'],
      ...['-o', '-name', `${prefix}*`, '-print'],
    ],
    // A whole disk takes a while when nothing of it was read before.
    { encoding: 'utf8', timeout: 180_000, maxBuffer: 1 << 24 },
  );
  return (stdout ?? '').split('\n').filter(Boolean);
}

/**
 * The root of the mirror that a file lies in. Terraform knows two layouts:
 * HOST/NAMESPACE/TYPE/VERSION/TARGET/<binary> and
 * HOST/NAMESPACE/TYPE/<type>_VERSION_TARGET.zip.
 */
export function rootOf(file, { type, version }) {
  const packed = file.endsWith('.zip');
  const folder = path.dirname(file);
  const home = packed ? folder : path.dirname(path.dirname(folder));
  const root = path.resolve(home, '../../..');
  const fits =
    path.relative(root, home) === `registry.terraform.io/hashicorp/${type}`;
  const named = packed
    ? path.basename(file).includes(`_${version}_`)
    : path.basename(path.dirname(folder)) === version;
  return fits && named ? root : undefined;
}

function remembered(key) {
  if (!fs.existsSync(memory)) {
    return undefined;
  }
  const {
    key: known,
    file,
    root,
  } = JSON.parse(fs.readFileSync(memory, 'utf8'));
  return known === key && fs.existsSync(file) ? root : undefined;
}

/**
 * Finds a folder on this machine that holds a provider, laid out as a
 * filesystem mirror.
 *
 * @param provider - `{ type, version }` of a provider of HashiCorp
 * @returns the root of the mirror, or undefined
 */
export function findMirror(provider, env = process.env) {
  const key = `${provider.type} ${provider.version}`;
  const known = remembered(key);
  if (known) {
    return known;
  }
  const prefix = `terraform-provider-${provider.type}_`;
  for (const places of [usualPlaces(env), likelyPlaces, ['/']]) {
    for (const file of search(places, prefix)) {
      const root = rootOf(file, provider);
      if (root) {
        fs.mkdirSync(path.dirname(memory), { recursive: true });
        fs.writeFileSync(memory, JSON.stringify({ key, file, root }));
        return root;
      }
    }
  }
  return undefined;
}
