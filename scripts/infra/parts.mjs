import { UserError, say, secondsSince } from '../lib/output.mjs';
import { inRoot } from '../lib/paths.mjs';
import { run } from '../lib/run.mjs';
import { parseClosingLine } from '../lib/stage.mjs';
import { resolveTool } from '../tools/resolve.mjs';
import { checkModules } from './modules.mjs';
import { findModules } from './modules/find.mjs';
import { checkMutations } from './mutations.mjs';
import { checkConfiguration } from './portal/configuration.mjs';
import { checkProductionBundle } from './portal/bundle.mjs';
import { lintWorkflows } from './portal/workflows.mjs';
import { reportResults } from './stage/results.mjs';
import { runOwnTests } from './stage/tests.mjs';

/**
 * The parts of the stage by name. The modules run by themselves, most of their
 * time is waiting; the others run beside them in this order.
 */
const parts = {
  async tests(stage) {
    await runOwnTests(stage);
  },
  async portal(stage) {
    await checkConfiguration(stage);
    await lintWorkflows(stage);
    await checkProductionBundle(stage);
  },
  async mutations(stage) {
    await checkMutations(stage, findModules());
  },
  async modules(stage) {
    await checkModules(stage, findModules());
  },
  async documents(stage) {
    const { checkDocuments } = await import('./stage/documents.mjs');
    await checkDocuments(stage);
  },
  async chart(stage) {
    const { checkChart } = await import('./chart/index.mjs');
    reportResults(stage, await checkChart({ resolveTool, log: say }));
  },
  async scanners(stage) {
    const { checkTrivy } = await import('./trivy.mjs');
    const { checkHadolint } = await import('./hadolint.mjs');
    reportResults(stage, await checkTrivy({ resolveTool }));
    reportResults(stage, await checkHadolint({ resolveTool }));
  },
  async platform(stage) {
    const { checkPlatform } = await import('./platform/platform.mjs');
    reportResults(stage, await checkPlatform({ resolveTool, log: say }));
  },
  async live(stage) {
    const { checkRoots } = await import('./stage/live.mjs');
    await checkRoots(stage);
  },
};

/** One part, or one module, with its name. */
function choose(only) {
  if (parts[only]) {
    return [only, parts[only]];
  }
  if (findModules().includes(only)) {
    return [only, stage => checkModules(stage, [only])];
  }
  throw new UserError(
    `There is no part or module "${only}". The parts are: ${Object.keys(
      parts,
    ).join(', ')}. The modules are: ${findModules().join(', ')}.`,
  );
}

/**
 * Runs one part. One that cannot run here, because a tool is not to be had, is
 * a skip; the others still run.
 */
async function runPart(stage, name, part) {
  const startedAt = performance.now();
  say(`\n--- ${name}`);
  try {
    await part(stage);
  } catch (error) {
    if (error.name === 'MissingTool') {
      stage.skip(name, error.message);
    } else {
      stage.fail(
        name,
        error.name === 'UserError' ? error.message : error.stack,
      );
    }
  }
  return `${name} ${secondsSince(startedAt)} s`;
}

/** A part in a process of its own; what it printed is kept for later. */
async function runApart(name) {
  const { code, output } = await run(
    process.execPath,
    [inRoot('scripts/stages/infra.mjs'), '--only', name],
    { quiet: true },
  );
  return { name, code, output };
}

function reportApart(stage, { name, code, output }) {
  const counts = parseClosingLine(output, stage.name);
  // The last two lines are the times and the counts, which come once at the end.
  say(output.trimEnd().split('\n').slice(0, -3).join('\n'));
  stage.add(counts ?? {});
  if (!counts || (code !== 0 && counts.failed === 0)) {
    stage.fail(name, `ended with code ${code}`);
  }
}

/** Parts that run one after another while the modules wait for their mocks. */
async function runBeside(names) {
  const results = [];
  for (const name of names) {
    const startedAt = performance.now();
    const result = await runApart(name);
    results.push({ ...result, seconds: secondsSince(startedAt) });
  }
  return results;
}

async function runAll(stage) {
  const { modules, ...others } = parts;
  const beside = runBeside(Object.keys(others));
  const seconds = [await runPart(stage, 'modules', modules)];
  for (const result of await beside) {
    reportApart(stage, result);
    seconds.push(`${result.name} ${result.seconds} s`);
  }
  return seconds;
}

/** Runs the parts of the stage, or the one that is asked for. */
export async function runParts(stage, only) {
  // Children that run in groups of their own must not outlive us.
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => process.exit(130));
  }
  const seconds = only
    ? [await runPart(stage, ...choose(only))]
    : await runAll(stage);
  say(`\n${seconds.join(', ')}`);
}
