import { spawn } from 'node:child_process';
import { inRoot } from './lib/paths.mjs';
import { UserError, main, say, secondsSince } from './lib/output.mjs';
import { ensureAppBuilt, ensureInstalled } from './lib/prepare.mjs';
import { parseClosingLine } from './lib/stage.mjs';
import { ensureNode, toolchainEnv } from './lib/toolchain.mjs';

/** In the order of what fails fastest. `app` says that the built app is needed. */
const stages = [
  { name: 'format' },
  { name: 'lint' },
  { name: 'types' },
  { name: 'unit' },
  { name: 'templates' },
  { name: 'infra' },
  { name: 'browser', app: true },
];

/** Runs a stage in a process of its own, shows what it prints and keeps it. */
function runStage(stage, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(
      ensureNode(),
      [inRoot('scripts/stages', `${stage.name}.mjs`), ...args],
      {
        cwd: inRoot(),
        env: toolchainEnv(),
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    const forward = signal => child.kill(signal);
    process.once('SIGINT', forward).once('SIGTERM', forward);
    let output = '';
    child.stdout.setEncoding('utf8').on('data', chunk => {
      process.stdout.write(chunk);
      output = (output + chunk).slice(-20_000);
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      process.off('SIGINT', forward).off('SIGTERM', forward);
      const counts = parseClosingLine(output, stage.name);
      if (!counts) {
        say(
          `not ok ${stage.name}: ended with ${
            signal ?? `code ${code}`
          } and without its closing line`,
        );
      } else if (code !== 0 && counts.failed === 0) {
        say(`not ok ${stage.name}: ended with code ${code}`);
      }
      const broken = !counts || (code !== 0 && counts.failed === 0) ? 1 : 0;
      resolve({
        passed: counts?.passed ?? 0,
        failed: (counts?.failed ?? 0) + broken,
        skipped: counts?.skipped ?? 0,
      });
    });
  });
}

await main(async () => {
  const startedAt = performance.now();
  const [wanted, ...args] = process.argv.slice(2);
  const chosen = wanted ? stages.filter(({ name }) => name === wanted) : stages;
  if (chosen.length === 0) {
    throw new UserError(
      `There is no stage "${wanted}". The stages are: ${stages
        .map(({ name }) => name)
        .join(', ')}.`,
    );
  }
  await ensureInstalled();
  if (chosen.some(({ app }) => app)) {
    await ensureAppBuilt();
  }

  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const stage of chosen) {
    say(`\n=== ${stage.name}`);
    const counts = await runStage(stage, args);
    for (const key of Object.keys(total)) {
      total[key] += counts[key];
    }
  }
  say(`\nall stages took ${secondsSince(startedAt)} s`);
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  say(`${total.passed} passed, ${total.failed} failed${skipped}`);
  return total.failed > 0 ? 1 : 0;
});
