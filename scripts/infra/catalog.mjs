import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { main, say } from '../lib/output.mjs';
import { inRoot } from '../lib/paths.mjs';
import { staleCatalogFiles } from './catalog/files.mjs';

/**
 * Writes the catalog files of the modules and stacks below `infra/`.
 * With `--check` it writes nothing and names those that are not up to date.
 */
await main(async () => {
  const { values } = parseArgs({ options: { check: { type: 'boolean' } } });
  const stale = staleCatalogFiles(inRoot('infra'));
  for (const { file, content } of stale) {
    if (!values.check) {
      fs.writeFileSync(inRoot('infra', file), content);
    }
    say(`${values.check ? 'not up to date' : 'wrote'} infra/${file}`);
  }
  return values.check && stale.length > 0 ? 1 : 0;
});
