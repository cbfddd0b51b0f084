import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import prettier from 'prettier';
import { UserError, main, say } from '../../lib/output.mjs';
import { inRoot } from '../../lib/paths.mjs';
import { hclParser } from '../hcl.mjs';
import { accountsMap } from './accounts.mjs';
import { architectureMap } from './architecture.mjs';
import { networkMap } from './network.mjs';
import { readLive } from './read.mjs';

const folder = inRoot('docs/infrastructure');

async function formatted(name, text) {
  if (!name.endsWith('.md')) {
    return text;
  }
  const file = path.join(folder, name);
  const options = await prettier.resolveConfig(file);
  return prettier.format(text, { ...options, filepath: file });
}

/** All maps as the code gives them: name of the file => its text. */
export async function renderMaps(live) {
  const known = live ?? readLive(await hclParser());
  const files = {
    ...accountsMap(known),
    ...networkMap(known),
    ...architectureMap(known),
  };
  return Object.fromEntries(
    await Promise.all(
      Object.entries(files).map(async ([name, text]) => [
        name,
        await formatted(name, text),
      ]),
    ),
  );
}

/** Names of committed maps that are not what the code gives. */
export async function staleMaps(live) {
  return Object.entries(await renderMaps(live))
    .filter(([name, text]) => {
      const file = path.join(folder, name);
      return !fs.existsSync(file) || fs.readFileSync(file, 'utf8') !== text;
    })
    .map(([name]) => `docs/infrastructure/${name}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(async () => {
    if (process.argv.includes('--check')) {
      const stale = await staleMaps();
      if (stale.length > 0) {
        throw new UserError(
          `${stale.join(
            ', ',
          )}: not what the code gives. Run node scripts/infra/maps/maps.mjs`,
        );
      }
      say('ok the maps are what the code gives');
      return;
    }
    fs.mkdirSync(folder, { recursive: true });
    for (const [name, text] of Object.entries(await renderMaps())) {
      fs.writeFileSync(path.join(folder, name), text);
      say(`wrote docs/infrastructure/${name}`);
    }
  });
}
