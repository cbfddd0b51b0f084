import fs from 'node:fs';
import path from 'node:path';
import { mockLimits } from '../mock-limits.mjs';
import { timed } from '../timing.mjs';
import { applyExample, providersOf, writeOverride } from './apply.mjs';
import { countRuns, foreignProviders } from './parse.mjs';
import { init, test, validate } from './static.mjs';

/** What `terraform init` says of a provider that this machine cannot have. */
const notToBeHad =
  /not found in any of the search locations|could not connect|failed to query available provider packages/i;

async function applyOnce({ name, aliases, cwd, data, worker }) {
  await (await worker.moto()).reset();
  return applyExample({
    cwd,
    env: await worker.env({ dataDir: data, shared: aliases.length < 2 }),
    limits: mockLimits[name],
  });
}

/**
 * Applies the example. The mock answers several requests at once and at times
 * trips over itself, so that a failure gets one more try on an empty mock.
 */
async function applied({ name, parsed, cwd, data, worker }) {
  const aliases = providersOf(parsed.example);
  writeOverride(cwd, aliases);
  const options = { name, aliases, cwd, data, worker };
  const first = await applyOnce(options);
  if (Object.values(first).every(({ ok }) => ok)) {
    return first;
  }
  fs.rmSync(path.join(cwd, 'terraform.tfstate'), { force: true });
  const second = await applyOnce(options);
  return second.apply.ok
    ? { ...second, apply: { ...second.apply, text: `${second.apply.text} *` } }
    : second;
}

/** A module inside another may only make sense there. */
const onlyInside = /Ephemeral output not allowed/;

/** The tests of a module; one inside another may have them there. */
async function tested(module, cwd, env) {
  const own = module.files && Object.keys(module.files).some(isTest);
  const runs = countRuns(module);
  return !own && runs > 0
    ? { ok: true, text: `(${runs})` }
    : timed('test', () => test(cwd, env));
}

const isTest = file => /^tests\/.*\.tftest\.hcl$/.test(file);

/**
 * Runs Terraform on a module: validate, its tests, its example against the mock.
 *
 * @param options.home - the copy of infra/modules
 * @param options.data - where Terraform keeps what it fetched
 * @returns cells by column, and a note where something could not be done
 */
export async function runModule(module, { home, data, worker }) {
  const { name, parsed } = module;
  const cwd = path.join(home, name);
  // Terraform's own folder holds one called "modules": names must not nest.
  const own = path.join(data, name.replaceAll('/', '.'));
  const foreign = foreignProviders(module);
  const env = await worker.env({
    dataDir: own,
    shared: foreign.length === 0,
  });
  const problem = await timed('init', () => init(cwd, env));
  if (problem && foreign.length > 0 && notToBeHad.test(problem)) {
    const sources = foreign.join(', ');
    return {
      note: `formatted and parsed only, ${sources} is not to be had here`,
    };
  }
  if (problem) {
    return { validate: { ok: false, text: 'FAILED', why: problem } };
  }
  const cells = { validate: await timed('validate', () => validate(cwd, env)) };
  if (name.includes('/') && onlyInside.test(cells.validate.why)) {
    return { note: 'validated and applied with the module around it' };
  }
  if (!cells.validate.ok) {
    return cells;
  }
  cells.test = await tested(module, cwd, env);
  if (foreign.length > 0) {
    return {
      ...cells,
      note: `not applied, there is no mock for ${foreign.join(', ')}`,
    };
  }
  const example = path.join(cwd, 'examples/minimal');
  return fs.existsSync(example)
    ? {
        ...cells,
        ...(await applied({
          name,
          parsed,
          worker,
          cwd: example,
          data: `${own}.example`,
        })),
      }
    : { ...cells, note: 'applied by the example of the module around it' };
}
