import fs from 'node:fs';
import path from 'node:path';
import { terraform } from '../terraform.mjs';
import { timed } from '../timing.mjs';
import { tail } from '../../lib/run.mjs';
import {
  compareDrift,
  compareErrors,
  compareLeftovers,
  shortAddress,
} from './limits.mjs';
import { countDone, errorsOf, jsonLines } from './lines.mjs';
import { init } from './static.mjs';

const ok = text => ({ ok: true, text });
const bad = (text, why) => ({ ok: false, text, why });

/** Configurations of the provider `aws` in an example: the alias of each. */
export function providersOf(parsed) {
  const found = new Map();
  for (const { provider } of parsed) {
    for (const { alias } of provider?.aws ?? []) {
      found.set(alias ?? '', alias);
    }
  }
  return [...found.values()];
}

/** What an example needs beside itself to talk to a mock. */
export function writeOverride(folder, aliases) {
  const blocks = aliases.map(
    alias => `provider "aws" {
${alias ? `  alias = "${alias}"\n` : ''}  s3_use_path_style           = true
  max_retries                 = 2
  skip_credentials_validation = true
  skip_metadata_api_check     = true
}
`,
  );
  fs.writeFileSync(path.join(folder, 'mock_override.tf'), blocks.join('\n'));
}

function failed(text, messages, output) {
  return bad(text, errorsOf(messages).join('\n') || tail(output, 20));
}

async function apply({ cwd, env, limits }) {
  const { output } = await terraform(
    ['apply', '-json', '-auto-approve', '-input=false'],
    { cwd, env, patience: limits?.patienceMs },
  );
  const messages = jsonLines(output);
  const made = countDone(messages, 'create');
  const { problems, expected } = compareErrors(messages, limits);
  if (problems.length > 0) {
    return bad('FAILED', problems.join('\n'));
  }
  const complete = messages.some(
    ({ type, changes }) =>
      type === 'change_summary' && changes.operation === 'apply',
  );
  if (!limits?.refused && !complete) {
    return failed('FAILED', messages, output);
  }
  return ok(expected === 0 ? String(made) : `${made} (${expected} not served)`);
}

async function planAgain({ cwd, env, limits }) {
  const { code, output } = await terraform(
    ['plan', '-json', '-input=false', '-detailed-exitcode', '-out=again'],
    { cwd, env },
  );
  if (code === 0) {
    const stale = compareDrift([], limits);
    return stale.length === 0 ? ok('none') : bad('FAILED', stale.join('\n'));
  }
  if (code !== 2) {
    return failed('FAILED', jsonLines(output), output);
  }
  const shown = await terraform(['show', '-json', 'again'], { cwd, env });
  const problems = compareDrift(
    JSON.parse(shown.output).resource_changes ?? [],
    limits,
  );
  return problems.length === 0
    ? ok('as listed')
    : bad('CHANGES', problems.join('\n'));
}

/** What was half made cannot be read again: it leaves the state. */
async function forgetRefused({ cwd, env, limits }) {
  const { output } = await terraform(['state', 'list'], { cwd, env });
  const half = output
    .split('\n')
    .filter(address =>
      limits.refused.some(
        ({ resource }) => address && resource === shortAddress(address),
      ),
    );
  if (half.length > 0) {
    await terraform(['state', 'rm', ...half], { cwd, env });
  }
}

async function destroy({ cwd, env, limits }) {
  const { code, output } = await terraform(
    ['destroy', '-json', '-auto-approve', '-input=false'],
    { cwd, env },
  );
  const messages = jsonLines(output);
  const gone = countDone(messages, 'delete');
  const problems = compareLeftovers(errorsOf(messages), limits);
  if (problems.length > 0) {
    return bad('FAILED', problems.join('\n'));
  }
  return code === 0 || limits?.kept
    ? ok(String(gone))
    : failed('FAILED', messages, output);
}

/**
 * Applies an example against a mock of AWS, plans it again and destroys it.
 *
 * @param options.limits - what the mock is known not to serve
 * @returns the cells apply, second plan and destroy
 */
export async function applyExample(options) {
  const problem = await timed('init', () => init(options.cwd, options.env));
  if (problem) {
    return { apply: bad('FAILED', problem) };
  }
  const cells = { apply: await timed('apply', () => apply(options)) };
  if (cells.apply.ok && options.limits?.refused) {
    await forgetRefused(options);
  }
  if (cells.apply.ok) {
    cells.again = await timed('second plan', () => planAgain(options));
    cells.destroy = await timed('destroy', () => destroy(options));
  }
  return cells;
}
