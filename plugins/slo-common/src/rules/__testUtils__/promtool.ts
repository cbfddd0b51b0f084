import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { stringify } from 'yaml';

const resolver = path.resolve(
  __dirname,
  '../../../../../scripts/tools/resolve.mjs',
);

/**
 * Finds promtool through the repository's table of outside tools, which
 * installs it where it may.
 *
 * @returns its path, or why it cannot be had
 * @throws in CI, where no check may be left out
 */
export function findPromtool(): { promtool?: string; reason: string } {
  const program = `import { resolveTool } from ${JSON.stringify(
    pathToFileURL(resolver).href,
  )}; console.log('\\n' + (await resolveTool('promtool')));`;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', program],
    { encoding: 'utf8' },
  );
  const promtool = stdout.trim().split('\n').pop();
  if (status === 0 && promtool) {
    return { promtool, reason: '' };
  }
  const reason = stderr.match(/Error: (.*)/)?.[1] ?? stderr;
  if (process.env.CI) {
    throw new Error(`promtool is needed in CI: ${reason}`);
  }
  return { reason };
}

/** Runs promtool over files in a folder of their own. */
export function runPromtool(
  promtool: string,
  args: string[],
  files: Record<string, string>,
): { ok: boolean; output: string } {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'slo-rules-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      fs.writeFileSync(path.join(folder, name), text);
    }
    const { status, stdout, stderr } = spawnSync(promtool, args, {
      cwd: folder,
      encoding: 'utf8',
    });
    return { ok: status === 0, output: `${stdout}${stderr}` };
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

/** A stretch of time in which a counter grows evenly. */
export interface Stretch {
  /** How many samples. */
  samples: number;
  /** From each to the next. */
  growth: number;
}

/** A counter in promtool's notation; it starts at 0, before the first stretch. */
export function counter(stretches: Stretch[]): string {
  let value = 0;
  const pieces = stretches.map(({ samples, growth }) => {
    const piece = `${value + growth}+${growth}x${samples - 1}`;
    value += samples * growth;
    return piece;
  });
  return ['0', ...pieces].join(' ');
}

/** One promtool test over rule files, with expressions that must give these samples. */
export function unitTest(
  groups: string[],
  series: { series: string; values: string }[],
  checks: { expr: string; minute: number; samples: number[] }[],
  interval = '1m',
): string {
  return stringify(
    {
      rule_files: ['rules.yaml'],
      evaluation_interval: interval,
      group_eval_order: groups,
      tests: [
        {
          interval,
          input_series: series,
          promql_expr_test: checks.map(({ expr, minute, samples }) => ({
            expr,
            eval_time: `${minute}m`,
            exp_samples: samples.map(value => ({ labels: '{}', value })),
          })),
        },
      ],
    },
    { lineWidth: 0 },
  );
}
