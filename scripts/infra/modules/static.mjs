import path from 'node:path';
import { terraform } from '../terraform.mjs';
import { tail } from '../../lib/run.mjs';
import { errorsOf, jsonLines } from './lines.mjs';

const ok = text => ({ ok: true, text });
const bad = (text, why) => ({ ok: false, text, why });

/** Makes the module known to Terraform; needs no column of its own. */
export async function init(cwd, env) {
  const { code, output, errors } = await terraform(
    ['init', '-backend=false', '-no-color', '-input=false'],
    { cwd, env },
  );
  return code === 0 ? undefined : tail(`${output}\n${errors}`, 15);
}

/** Types, references and arguments; a warning counts as an error. */
export async function validate(cwd, env) {
  const { output } = await terraform(['validate', '-json'], { cwd, env });
  const { valid, diagnostics } = JSON.parse(output);
  const problems = diagnostics.map(({ severity, summary, detail, range }) =>
    [severity, range?.filename, range?.start.line, summary, detail]
      .filter(Boolean)
      .join(': '),
  );
  return valid && problems.length === 0
    ? ok('ok')
    : bad('FAILED', problems.join('\n'));
}

/** Tests wait for nobody: a slow machine may take its time. */
const testPatienceMs = 1_500_000;

/** `terraform test` with mocked providers. */
export async function test(cwd, env) {
  const { output } = await terraform(['test', '-json'], {
    cwd,
    env,
    patience: testPatienceMs,
  });
  const messages = jsonLines(output);
  const summary = messages.find(({ type }) => type === 'test_summary');
  if (!summary) {
    return bad('FAILED', errorsOf(messages).join('\n') || tail(output, 15));
  }
  const { passed, failed, errored, skipped } = summary.test_summary;
  const runs = passed + failed + errored + skipped;
  if (runs === 0) {
    return bad('none', `${path.basename(cwd)} has no tests`);
  }
  return passed === runs
    ? ok(`${passed}/${runs}`)
    : bad(`${passed}/${runs}`, errorsOf(messages).join('\n'));
}
