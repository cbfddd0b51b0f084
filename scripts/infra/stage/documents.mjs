import { inRoot } from '../../lib/paths.mjs';
import { staleCatalogFiles } from '../catalog/files.mjs';
import { checkCost } from '../cost/cost.mjs';
import { checkDocs } from '../docs/links.mjs';
import { staleMaps } from '../maps/maps.mjs';
import { reportResults } from './results.mjs';

/** One check; an error in it hides no other. */
async function attempt(check, problemsOf) {
  try {
    const problems = await problemsOf();
    return { check, ok: problems.length === 0, why: problems.join('\n') };
  } catch (error) {
    return { check, ok: false, why: error.message };
  }
}

/** What is made from the code is what the code gives today. */
export async function checkDocuments(stage) {
  reportResults(stage, [
    await attempt('the maps are what the code gives', async () =>
      (
        await staleMaps()
      ).map(file => `${file}: run node scripts/infra/maps/maps.mjs`),
    ),
    await attempt('the page on cost is what the code gives', async () =>
      [await checkCost()].filter(Boolean),
    ),
    await attempt('the catalog holds every module and stack', () =>
      staleCatalogFiles(inRoot('infra')).map(
        ({ file }) =>
          `infra/${file} is not up to date, run node scripts/infra/catalog.mjs`,
      ),
    ),
    ...checkDocs(inRoot()),
  ]);
}
