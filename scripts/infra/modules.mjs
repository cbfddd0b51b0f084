import path from 'node:path';
import { say, secondsSince } from '../lib/output.mjs';
import { mockLimits } from './mock-limits.mjs';
import { findModules } from './modules/find.mjs';
import { loadModules } from './modules/load.mjs';
import { checked, formatted, linted } from './modules/overall.mjs';
import { runModule } from './modules/run.mjs';
import { shareOut } from './modules/workers.mjs';
import { ruleContext } from './rules/context.mjs';
import { checkRules } from './rules/index.mjs';
import { columns, printHeader, printRow } from './table.mjs';
import { temporaryFolder } from './temporary.mjs';
import { copyForTerraform, terraformEnv } from './terraform.mjs';
import { printTimes, timed } from './timing.mjs';

/** Most of an apply is waiting: the provider sleeps between making and asking. */
const workers = 6;

/** Those that wait longest begin first, so that none is left alone at the end. */
const slow = ['edge', 'aurora-global', 'dr-drill', 'karpenter', 'portal'];

function inOrder(modules) {
  const rank = ({ name }) =>
    slow.includes(name) ? slow.indexOf(name) : slow.length;
  return [...modules].sort((a, b) => rank(a) - rank(b));
}

/** Cells of tools that look at all modules in one run. */
async function overall(home) {
  const all = findModules();
  const [fmt, tflint, checkov] = await Promise.all([
    timed('fmt', () => formatted(home, all, terraformEnv())),
    timed('tflint', () => linted(home, all)),
    timed('checkov', () => checked(home, all)),
  ]);
  return name => ({
    fmt: fmt.get(name),
    tflint: tflint.get(name),
    checkov: checkov.get(name),
  });
}

/** Counts each cell; what failed is told below the table. */
function report(stage, results) {
  for (const [name, cells] of results) {
    for (const column of Object.keys(columns)) {
      if (cells[column]?.ok) {
        stage.add({ passed: 1 });
      } else if (cells[column]) {
        stage.fail(`${name}: ${column}`, cells[column].why);
      }
    }
  }
}

/** Says below the table what was not done, and why. */
function printNotes(results) {
  for (const [name, { note }] of results) {
    const { refused = [], drift = [], kept = [] } = mockLimits[name] ?? {};
    if (note) {
      say(`${name}: ${note}`);
    }
    for (const { resource, why } of refused) {
      say(`${name}: not served: ${resource}: ${why}`);
    }
    for (const { resource, why } of kept) {
      say(`${name}: not destroyed: ${resource}: ${why}`);
    }
    for (const { resource, attributes = ['replaced'], why } of drift) {
      say(`${name}: drifts: ${resource} (${attributes.join(', ')}): ${why}`);
    }
  }
}

/** Puts modules through everything that must hold and prints the table. */
export async function checkModules(stage, names) {
  const modules = await loadModules(names);
  const folder = temporaryFolder('modules');
  const home = path.join(folder, 'modules');
  const data = path.join(folder, 'data');
  copyForTerraform('infra/modules', home);
  const shared = overall(home);
  const rules = checkRules(modules, await ruleContext());
  const width = Math.max(6, ...names.map(name => name.length));
  const results = new Map();
  printHeader(width);
  const rows = [];
  await shareOut(inOrder(modules), workers, async (module, worker) => {
    const startedAt = performance.now();
    const { name } = module;
    const own = await runModule(module, { home, data, worker });
    const seconds = secondsSince(startedAt);
    // checkov takes its time: no worker waits for it.
    rows.push(
      shared.then(cellsOf => {
        const cells = { ...cellsOf(name), rules: rules.get(name), ...own };
        results.set(name, cells);
        printRow(name, width, cells, seconds);
      }),
    );
  });
  await Promise.all(rows);
  printNotes(results);
  printTimes();
  report(stage, results);
}
