import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { say } from '../../lib/output.mjs';
import { inRoot } from '../../lib/paths.mjs';
import * as chart from './chart.mjs';
import { checkAvailability } from './availability.mjs';
import { checkDockerfile } from './dockerfile.mjs';
import { checkAlerts, checkAlertTests, checkMetricNames } from './metrics.mjs';
import { checkNetwork } from './network.mjs';
import { checkPods } from './pods.mjs';
import { checkBadValues, checkQuestions } from './schema.mjs';
import { badValues } from './badValues.mjs';
import { checkSnapshot, writeSnapshot } from './snapshot.mjs';
import { checkSecretStore, productionVariables } from './variables.mjs';
import {
  checkClusterPolicies,
  checkCustom,
  checkKubernetes,
  checkRules,
  customKinds,
  readAlertTests,
} from './withTools.mjs';
import {
  checkEnvironment,
  checkMetadata,
  checkMigration,
  checkReferences,
} from './wiring.mjs';

/** Everything that is asked of the objects alone, by the name of the check. */
export const policies = {
  'says where each object is and whose': checkMetadata,
  'keeps to the restricted pod security profile': checkPods,
  'survives nodes, zones, updates and slow starts': checkAvailability,
  'closes the network except for what is listed': checkNetwork,
  'sets every variable of the configuration, secrets from the store alone':
    objects => checkEnvironment(objects, productionVariables()),
  'reads from the secret store what infra/modules/portal writes': objects =>
    checkSecretStore(objects),
  'refers only to what is there in time': checkReferences,
  'changes tables in one place': checkMigration,
};

/** A list of checks that stays whole when one of them cannot be made. */
class Results {
  list = [];

  constructor(resolveTool, log) {
    this.resolveTool = resolveTool;
    this.log = log;
  }

  /**
   * @param check - returns problems; none means that all is well
   * @param tool - an outside tool; without it the check is reported as not made
   */
  async add(name, check, tool) {
    const title = `the portal's chart: ${name}`;
    let program;
    try {
      program = tool && (await this.resolveTool(tool));
    } catch (error) {
      this.list.push({ check: title, ok: undefined, why: error.message });
      return;
    }
    try {
      const problems = await check(program);
      this.list.push({
        check: title,
        ok: problems.length === 0,
        why: problems.join('\n'),
      });
    } catch (error) {
      this.list.push({ check: title, ok: false, why: error.stack });
    }
  }
}

async function renderAll(helm) {
  const rendered = {};
  for (const values of chart.listValues()) {
    rendered[values] = await chart.render(helm, values);
  }
  return rendered;
}

async function checkRendered(results, rendered, folder, log) {
  const production = rendered[chart.productionValues];
  for (const [name, policy] of Object.entries(policies)) {
    await results.add(name, () =>
      Object.entries(rendered).flatMap(([values, objects]) =>
        policy(objects).map(problem => `${values}: ${problem}`),
      ),
    );
  }
  await results.add(
    `Kubernetes ${chart.kubernetesVersions.join(', ')} takes the objects`,
    validate => checkKubernetes(validate, rendered, folder),
    'kubernetes-validate',
  );
  await results.add(
    `the definitions of ${customKinds.join(', ')} take the objects`,
    () => checkCustom(rendered),
  );
  await results.add(
    'the policies of a production cluster take the objects',
    async gator => {
      const problems = [];
      for (const [values, objects] of Object.entries(rendered)) {
        const found = await checkClusterPolicies(gator, objects, folder);
        problems.push(...found.map(problem => `${values}: ${problem}`));
      }
      return problems;
    },
    'gator',
  );
  const tests = readAlertTests();
  await results.add(
    'the alerts do what their tests say',
    promtool => checkRules(promtool, production, folder, tests),
    'promtool',
  );
  await results.add('a test makes every alert fire', () =>
    checkAlertTests(production, tests),
  );
  await results.add('every alert has a runbook', () => checkAlerts(production));
  await results.add('alerts and dashboard use metrics that exist', () =>
    checkMetricNames(production),
  );
  await results.add('the default install is the reviewed one', () =>
    checkSnapshot(production),
  );
  log('the default production install:');
  for (const { apiVersion, kind, metadata } of production) {
    const hook = metadata.annotations?.['helm.sh/hook'];
    log(`  ${kind} ${metadata.name} (${apiVersion}${hook ? `, ${hook}` : ''})`);
  }
}

/**
 * Everything that must hold for the chart of the portal and its image.
 *
 * @param options.resolveTool - path of an outside tool, or throws with a reason
 * @param options.log - prints a line
 * @returns one entry for each check; `ok` is undefined where it could not be made
 */
export async function checkChart({ resolveTool, log }) {
  const results = new Results(resolveTool, log);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-chart-'));
  try {
    let rendered;
    await results.add(
      'helm lint --strict, for each feature switch',
      async helm => {
        const problems = [];
        for (const values of chart.listValues()) {
          problems.push(...(await chart.lint(helm, values)));
        }
        return problems;
      },
      'helm',
    );
    await results.add(
      'helm renders it for each feature switch',
      async helm => {
        rendered = await renderAll(helm);
        return [];
      },
      'helm',
    );
    await results.add(
      `refuses ${badValues.length} wrong values and says why`,
      helm => checkBadValues(helm),
      'helm',
    );
    await results.add(
      'asks for what it needs',
      helm => checkQuestions(helm),
      'helm',
    );
    if (rendered) {
      await checkRendered(results, rendered, folder, log);
    }
    await results.add('the Dockerfile of the image', () =>
      checkDockerfile(
        fs.readFileSync(inRoot('packages/backend/Dockerfile'), 'utf8'),
        fs.readFileSync(inRoot('.dockerignore'), 'utf8'),
      ),
    );
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
  return results.list;
}

async function main(args) {
  const { resolveTool } = await import('../../tools/resolve.mjs');
  if (args.includes('--update')) {
    const helm = await resolveTool('helm');
    writeSnapshot(await chart.render(helm, chart.productionValues));
    say('the reviewed install is written anew; look at the difference');
    return 0;
  }
  const results = await checkChart({ resolveTool, log: say });
  for (const { check, ok, why } of results) {
    say(`${ok === undefined ? 'skipped' : ok ? 'ok' : 'not ok'} ${check}`);
    if (!ok && why) {
      say(why.replace(/^/gm, '    '));
    }
  }
  return results.some(({ ok }) => ok === false) ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.exitCode = await main(process.argv.slice(2));
}
