import path from 'node:path';
import { inRoot } from '../../lib/paths.mjs';
import { run, tail } from '../../lib/run.mjs';
import { resolveTool } from '../../tools/resolve.mjs';
import { terraform } from '../terraform.mjs';

const ok = text => ({ ok: true, text });
const bad = (text, why) => ({ ok: false, text, why });

/** The module that a file below infra/modules belongs to: the deepest one. */
export function moduleOf(file, modules) {
  return modules
    .filter(name => file.startsWith(`${name}/`))
    .sort((a, b) => b.length - a.length)
    .at(0);
}

function byModule(modules, problems) {
  const cells = new Map(modules.map(name => [name, []]));
  for (const { file, text } of problems) {
    cells.get(moduleOf(file, modules))?.push(`${file}: ${text}`);
  }
  return cells;
}

function asCells(lists) {
  return new Map(
    [...lists].map(([name, problems]) => [
      name,
      problems.length === 0
        ? ok('ok')
        : bad(String(problems.length), problems.join('\n')),
    ]),
  );
}

/** `terraform fmt -check` over all modules at once. */
export async function formatted(home, modules, env) {
  const { output } = await terraform(
    ['fmt', '-check', '-recursive', '-no-color', '.'],
    { cwd: home, env },
  );
  const problems = output
    .split('\n')
    .filter(line => /\.(tf|hcl)$/.test(line))
    .map(file => ({ file, text: 'not formatted, run terraform fmt' }));
  return asCells(byModule(modules, problems));
}

/** tflint over all modules and their examples at once. */
export async function linted(home, modules) {
  const { code, output } = await run(
    await resolveTool('tflint'),
    [
      ...['--recursive', '--format=json'],
      `--config=${inRoot('infra/.tflint.hcl')}`,
    ],
    { cwd: home, quiet: true },
  );
  const start = output.indexOf('{');
  if (start < 0) {
    throw new Error(`tflint ended with code ${code}:\n${tail(output)}`);
  }
  const { issues, errors } = JSON.parse(output.slice(start));
  const problems = [
    ...issues.map(({ rule, message, range }) => ({
      file: range.filename,
      text: `${range.start.line}: ${message} (${rule.name})`,
    })),
    ...errors.map(({ message, range }) => ({
      file: range?.filename ?? '',
      text: message,
    })),
  ];
  const nowhere = problems.filter(({ file }) => !moduleOf(file, modules));
  if (nowhere.length > 0) {
    throw new Error(nowhere.map(({ text }) => text).join('\n'));
  }
  return asCells(byModule(modules, problems));
}

/** checkov over all modules at once; it takes seconds to start. */
export async function checked(home, modules) {
  const { code, output } = await run(
    await resolveTool('checkov'),
    [
      ...['--directory', home, '--output', 'json'],
      ...['--config-file', inRoot('infra/.checkov.yaml')],
    ],
    { cwd: home, quiet: true, env: { ...process.env, LOG_LEVEL: 'ERROR' } },
  );
  const start = output.search(/^[[{]/m);
  if (start < 0) {
    throw new Error(`checkov ended with code ${code}:\n${tail(output)}`);
  }
  const report = JSON.parse(output.slice(start));
  const { results } = [report].flat().find(one => one.results) ?? {
    results: { passed_checks: [], skipped_checks: [], failed_checks: [] },
  };
  const lists = new Map(
    modules.map(name => [name, { passed: 0, skipped: 0, failed: [] }]),
  );
  const listOf = ({ file_path: file }) =>
    lists.get(moduleOf(path.posix.relative('/', file), modules));
  results.passed_checks.forEach(one => (listOf(one).passed += 1));
  results.skipped_checks.forEach(one => (listOf(one).skipped += 1));
  results.failed_checks.forEach(one => {
    const text = `${one.check_id} ${one.check_name}: ${one.resource}`;
    listOf(one).failed.push(`${one.file_path}: ${text}`);
  });
  return new Map(
    [...lists].map(([name, { passed, skipped, failed }]) => [
      name,
      failed.length === 0
        ? ok(skipped === 0 ? `${passed}` : `${passed}, ${skipped} ex`)
        : bad(`${failed.length} FAILED`, [...new Set(failed)].join('\n')),
    ]),
  );
}
