import fs from 'node:fs';
import { UserError, main, say } from '../../lib/output.mjs';
import { checkLive, readCompany } from './checks.mjs';

/**
 * The checks of one root over its real plan, for the pipeline:
 *
 *   node scripts/infra/live/policy.mjs <root> <plan.json> <schema.json>
 *
 * Checks that need the plans of several roots are made by the tests.
 */
await main(async () => {
  const [root, planFile, schemaFile] = process.argv.slice(2);
  if (!root || !planFile || !schemaFile) {
    throw new UserError(
      'usage: node scripts/infra/live/policy.mjs <root> <plan.json> <schema.json>',
      2,
    );
  }
  const readJson = file => JSON.parse(fs.readFileSync(file, 'utf8'));
  const company = readCompany();
  if (!company.accounts[root.split('/')[0]]) {
    throw new UserError(`${root} is no root of infra/live`, 2);
  }
  const results = checkLive(
    new Map([[root, { plan: readJson(planFile) }]]),
    readJson(schemaFile),
    company,
  ).filter(({ check }) => check !== 'aurora linked');
  for (const { check, ok, why } of results) {
    say(`${ok ? 'ok' : 'fail'} ${root}: ${check}`);
    if (!ok) {
      say(why.replace(/^/gm, '    '));
    }
  }
  return results.every(({ ok }) => ok) ? 0 : 1;
});
