import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import prettier from 'prettier';
import { UserError, main, say } from '../../lib/output.mjs';
import { inRoot } from '../../lib/paths.mjs';
import { hclParser } from '../hcl.mjs';
import { readOrder } from '../live/order.mjs';
import { inventoryOf } from './inventory.mjs';
import { costPage } from './page.mjs';

const inventoryFile = inRoot('infra/cost/inventory.json');
const pageFile = inRoot('docs/infrastructure/cost.md');
const readJson = file => JSON.parse(fs.readFileSync(file, 'utf8'));

/** Share of spot by environment, from the variables of module karpenter. */
async function readSpotPercent() {
  const parse = await hclParser();
  const file = inRoot('infra/modules/karpenter/variables.tf');
  const { value } = parse(fs.readFileSync(file, 'utf8'));
  const [{ default: profiles }] = value.variable.profiles;
  return Object.fromEntries(
    Object.entries(profiles).map(([name, { spot_percent: share }]) => [
      name,
      share,
    ]),
  );
}

async function formatted(file, text) {
  const options = await prettier.resolveConfig(file);
  return prettier.format(text, { ...options, filepath: file });
}

/** The page as the committed inventory, prices and assumptions give it. */
export async function renderCost() {
  const environments = readOrder().map(({ root }) => root.split('/')[0]);
  const text = costPage({
    inventory: readJson(inventoryFile),
    prices: readJson(inRoot('infra/cost/prices.json')),
    assumptions: readJson(inRoot('infra/cost/assumptions.json')),
    spotPercent: await readSpotPercent(),
    order: [...new Set(environments)],
  });
  return formatted(pageFile, text);
}

/** Why the page is not what the code gives; undefined when it is. */
export async function checkCost() {
  const committed = fs.existsSync(pageFile)
    ? fs.readFileSync(pageFile, 'utf8')
    : '';
  return committed === (await renderCost())
    ? undefined
    : 'docs/infrastructure/cost.md is not what the code gives: run node scripts/infra/cost/cost.mjs';
}

/**
 * Where the committed inventory is not what the plans hold.
 *
 * @param plans - Map of root to `{ plan }`
 * @returns one line for each difference
 */
export function checkInventory(plans, committed = readJson(inventoryFile)) {
  return Object.entries(inventoryOf(plans)).flatMap(([root, counts]) => {
    const known = committed[root] ?? {};
    return [...new Set([...Object.keys(counts), ...Object.keys(known)])]
      .filter(kind => counts[kind] !== known[kind])
      .map(
        kind =>
          `${root}: ${kind} is ${counts[kind] ?? 0} in the plan, ${
            known[kind] ?? 0
          } in infra/cost/inventory.json`,
      );
  });
}

/** Writes the inventory of plans, which the page is made from. */
export async function writeInventory(plans) {
  const known = fs.existsSync(inventoryFile) ? readJson(inventoryFile) : {};
  const fresh = inventoryOf(plans);
  const all = Object.fromEntries(
    readOrder()
      .map(({ root }) => [root, fresh[root] ?? known[root]])
      .filter(([, counts]) => counts),
  );
  fs.writeFileSync(
    inventoryFile,
    await formatted(inventoryFile, JSON.stringify(all)),
  );
}

async function plansOfAllRoots() {
  const [{ planLive }, { startMoto }, { terraformEnv }, { resolveTool }] =
    await Promise.all([
      import('../live/planLive.mjs'),
      import('../moto.mjs'),
      import('../terraform.mjs'),
      import('../../tools/resolve.mjs'),
    ]);
  return planLive({
    terraform: await resolveTool('terraform'),
    startMoto,
    env: terraformEnv(),
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(async () => {
    if (process.argv.includes('--check')) {
      const problem = await checkCost();
      if (problem) {
        throw new UserError(problem);
      }
      say('ok the page on cost is what the code gives');
      return;
    }
    if (process.argv.includes('--plan')) {
      await writeInventory(await plansOfAllRoots());
    }
    fs.mkdirSync(path.dirname(pageFile), { recursive: true });
    fs.writeFileSync(pageFile, await renderCost());
    say('wrote docs/infrastructure/cost.md');
  });
}
