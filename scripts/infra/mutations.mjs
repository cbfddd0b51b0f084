import fs from 'node:fs';
import path from 'node:path';
import { say } from '../lib/output.mjs';
import { hclParser } from './hcl.mjs';
import { loadModules } from './modules/load.mjs';
import { errorsOf, jsonLines } from './modules/lines.mjs';
import { foreignProviders } from './modules/parse.mjs';
import { init } from './modules/static.mjs';
import { shareOut } from './modules/workers.mjs';
import { kinds, mutate } from './mutations/run.mjs';
import { ruleContext } from './rules/context.mjs';
import { temporaryFolder } from './temporary.mjs';
import { copyForTerraform, terraform } from './terraform.mjs';
import { printTimes, timed } from './timing.mjs';

/** Why a mutant that no rule saw may count as seen by Terraform all the same. */
const rightReason =
  /Test assertion failed|Missing required argument|Missing expected failure|Insufficient .* blocks/;

/** Runs the tests of a module on a mutant. */
async function isKilledByTests({ module, mutant, home, env }) {
  const file = path.join(home, module.name, mutant.file);
  const original = fs.readFileSync(file);
  try {
    fs.writeFileSync(file, mutant.text);
    const { output } = await terraform(['test', '-json'], {
      cwd: path.join(home, module.name),
      env,
    });
    return errorsOf(jsonLines(output)).some(text => rightReason.test(text));
  } finally {
    fs.writeFileSync(file, original);
  }
}

async function killByTests(module, results, home, worker) {
  const unseen = Object.values(results).flatMap(one => one.unseen);
  if (unseen.length === 0 || foreignProviders(module).length > 0) {
    return;
  }
  const env = await worker.env({
    dataDir: path.join(home, '../data', module.name.replaceAll('/', '.')),
  });
  await init(path.join(home, module.name), env);
  for (const result of Object.values(results)) {
    const survivors = [];
    for (const mutant of result.unseen) {
      if (!(await isKilledByTests({ module, mutant, home, env }))) {
        survivors.push(mutant);
      }
    }
    result.byTests = result.unseen.length - survivors.length;
    result.unseen = survivors;
  }
}

function printHeader(width) {
  say(
    [
      'killed/made'.padEnd(width),
      ...Object.keys(kinds).map(kind => kind.padEnd(10)),
      'by a rule, by its tests',
    ].join('  '),
  );
}

function printRow(name, width, results) {
  const cells = Object.values(results).map(({ made, unseen }) =>
    `${made - unseen.length}/${made}`.padEnd(10),
  );
  const sum = pick =>
    Object.values(results).reduce((all, one) => all + pick(one), 0);
  const byTests = sum(({ byTests: count = 0 }) => count);
  const byRules = sum(({ made, unseen }) => made - unseen.length) - byTests;
  say([name.padEnd(width), ...cells, `${byRules}, ${byTests}`].join('  '));
}

function report(stage, name, results) {
  for (const [kind, { made, unseen }] of Object.entries(results)) {
    stage.add({ passed: made - unseen.length });
    for (const { what } of unseen) {
      stage.fail(`${name}: a mutant (${kind}) survives: ${what}`);
    }
  }
}

/**
 * Breaks the modules on purpose: takes tags away, opens what is closed, drops
 * encryption, one line at a time. Each of these mutants must be noticed by the
 * rule for its kind, or else by the module's own tests.
 */
export async function checkMutations(stage, names) {
  const parse = await hclParser();
  const modules = await loadModules(names, parse);
  const context = await ruleContext();
  const folder = temporaryFolder('mutants');
  const home = path.join(folder, 'modules');
  const width = Math.max(...names.map(name => name.length));
  copyForTerraform('infra/modules', home);
  const results = new Map();
  for (const module of modules) {
    results.set(
      module.name,
      await timed('rules on mutants', () => mutate(module, context, parse)),
    );
  }
  await shareOut(modules, 2, async (module, worker) => {
    await timed('tests on mutants', () =>
      killByTests(module, results.get(module.name), home, worker),
    );
  });
  printHeader(width);
  for (const [name, result] of results) {
    printRow(name, width, result);
    report(stage, name, result);
  }
  printTimes();
}
