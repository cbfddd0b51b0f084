import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import YAML from 'yaml';
import { inRoot, toolchain } from '../lib/paths.mjs';
import { run, tail } from '../lib/run.mjs';

const ignoreFile = inRoot('infra/.trivyignore.yaml');

/** One line for each finding of a report of Trivy. */
export function findings(report) {
  return (report.Results ?? []).flatMap(({ Target, Misconfigurations }) =>
    (Misconfigurations ?? []).map(
      ({ ID, Severity, Title, CauseMetadata: { StartLine } = {} }) =>
        `${Target}:${StartLine ?? 1} ${ID} ${Severity} ${Title}`,
    ),
  );
}

/**
 * What is wrong with the exceptions: each needs a place, a reason, and a day
 * on which it ends and that is still to come.
 *
 * @param exceptions - `misconfigurations` of the file
 * @param now - the clock
 */
export function exceptionProblems(exceptions, now) {
  return exceptions.flatMap(({ id, paths, statement, expired_at: end }) => [
    ...(paths?.length > 0 ? [] : [`${id} names no path`]),
    ...(statement?.length > 20 ? [] : [`${id} says no reason`]),
    ...(end && new Date(end) > now ? [] : [`${id} has ended, or never ends`]),
  ]);
}

/**
 * Scans the Terraform modules with Trivy. Their examples are left out: they
 * bring the least around a module that lets it run.
 *
 * @returns `{ check, ok, why }` for each check
 */
export async function checkTrivy({ resolveTool }) {
  const trivy = await resolveTool('trivy');
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-trivy-'));
  const report = path.join(folder, 'report.json');
  const { code, output } = await run(
    trivy,
    [
      ...['config', '--quiet', '--skip-check-update', '--format', 'json'],
      ...['--misconfig-scanners', 'terraform', '--timeout', '10m'],
      ...['--cache-dir', path.join(toolchain, 'trivy')],
      ...['--skip-dirs', '**/examples', '--skip-dirs', '**/.terraform'],
      ...['--ignorefile', ignoreFile, '--output', report],
      inRoot('infra/modules'),
    ],
    { quiet: true },
  );
  const text = code === 0 ? fs.readFileSync(report, 'utf8') : undefined;
  fs.rmSync(folder, { recursive: true, force: true });
  const found = text ? findings(JSON.parse(text)) : [tail(output)];
  const { misconfigurations } = YAML.parse(fs.readFileSync(ignoreFile, 'utf8'));
  const problems = exceptionProblems(misconfigurations, new Date());
  return [
    {
      check: 'trivy finds nothing in the modules',
      ok: found.length === 0,
      why: found.join('\n'),
    },
    {
      check: `each of the ${misconfigurations.length} exceptions of trivy has a place, a reason and an end`,
      ok: problems.length === 0,
      why: problems.join('\n'),
    },
  ];
}
