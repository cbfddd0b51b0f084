import fs from 'node:fs';
import { inRoot } from '../../lib/paths.mjs';
import { checkAccounts } from './checks/accounts.mjs';
import { checkAurora } from './checks/aurora.mjs';
import { checkCidrs } from './checks/cidrs.mjs';
import { checkEncryption } from './checks/encryption.mjs';
import { checkDatabases, checkOpenings } from './checks/exposure.mjs';
import { checkRegions } from './checks/regions.mjs';
import { checkTags } from './checks/tags.mjs';

/** Checks of one root. Each gives the problems that it found. */
const ofRoot = {
  tags: checkTags,
  accounts: checkAccounts,
  regions: checkRegions,
  encryption: (_root, plan, context) => checkEncryption(plan, context),
  'no public database': (_root, plan) => checkDatabases(plan),
  'not open to the world': (_root, plan) => checkOpenings(plan),
};

/** Checks over all roots. Each gives the problems by root. */
const overall = {
  'no overlap of networks': checkCidrs,
  'aurora linked': checkAurora,
};

/** Accounts, teams, services and regions that a plan is held against. */
export function readCompany() {
  return JSON.parse(fs.readFileSync(inRoot('infra/live/company.json'), 'utf8'));
}

const shown = 12;

function result(check, root, problems) {
  const more = problems.length - shown;
  return {
    check,
    root,
    ok: problems.length === 0,
    why: [
      ...problems.slice(0, shown),
      ...(more > 0 ? [`and ${more} more`] : []),
    ].join('\n'),
  };
}

/**
 * Holds plans against the rules that every root must keep.
 *
 * @param plans - Map of root to `{ plan }`
 * @param schema - as `terraform providers schema -json` prints it
 * @returns one result per check and root
 */
export function checkLive(plans, schema, company = readCompany()) {
  const context = { schema, company };
  const results = [];
  for (const [check, run] of Object.entries(ofRoot)) {
    for (const [root, { plan }] of plans) {
      results.push(result(check, root, run(root, plan, context)));
    }
  }
  for (const [check, run] of Object.entries(overall)) {
    for (const [root, problems] of run(plans, context)) {
      results.push(result(check, root, problems));
    }
  }
  return results;
}

/** Results as a table: a row per root, a column per check. */
export function tableOf(results) {
  const checks = [...new Set(results.map(({ check }) => check))];
  const roots = [...new Set(results.map(({ root }) => root))];
  const width = Math.max(...roots.map(root => root.length), 4);
  const cell = (root, check) => {
    const found = results.find(one => one.root === root && one.check === check);
    return (found?.ok ? 'ok' : 'FAILED').padEnd(check.length);
  };
  return [
    [' '.repeat(width), ...checks].join('  '),
    ...roots.map(root =>
      [root.padEnd(width), ...checks.map(check => cell(root, check))].join(
        '  ',
      ),
    ),
  ].join('\n');
}
