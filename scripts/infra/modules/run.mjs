import fs from 'node:fs';
import path from 'node:path';
import { mockLimits } from '../mock-limits.mjs';
import { timed } from '../timing.mjs';
import { applyExample, providersOf, writeOverride } from './apply.mjs';
import { foreignProviders } from './parse.mjs';
import { init, test, validate } from './static.mjs';

/** What `terraform init` says of a provider that this machine cannot have. */
const notToBeHad =
  /not found in any of the search locations|could not connect|failed to query available provider packages/i;

async function applied({ name, parsed, cwd, data, worker }) {
  const aliases = providersOf(parsed.example);
  writeOverride(cwd, aliases);
  await (await worker.moto()).reset();
  return applyExample({
    cwd,
    env: await worker.env({ dataDir: data, shared: aliases.length < 2 }),
    limits: mockLimits[name],
  });
}

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
  const foreign = foreignProviders(module);
  const env = await worker.env({
    dataDir: path.join(data, name),
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
  if (!cells.validate.ok) {
    return cells;
  }
  cells.test = await timed('test', () => test(cwd, env));
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
          data: path.join(data, name, 'example'),
        })),
      }
    : { ...cells, note: 'applied by the example of the module around it' };
}
