import fs from 'node:fs';
import path from 'node:path';
import { inRoot } from '../../lib/paths.mjs';
import { run, tail } from '../../lib/run.mjs';
import * as chart from './chart.mjs';
import { findModels } from '../kubernetes/models.mjs';
import { validateObjects } from '../kubernetes/schemas.mjs';
import { groupsOf } from './metrics.mjs';

/** Unit tests of the alerts; those that look at days take larger steps. */
export function readAlertTests() {
  const folder = path.join(chart.chartFolder, 'tests');
  return fs
    .readdirSync(folder)
    .filter(file => file.startsWith('alerts') && file.endsWith('.yaml'))
    .map(file => chart.readYaml(path.join(folder, file)));
}

/** What Kubernetes says of its own kinds. */
export async function checkKubernetes(validate, rendered, folder) {
  const problems = [];
  for (const [values, objects] of Object.entries(rendered)) {
    const file = path.join(folder, `${values}.json.yaml`);
    fs.writeFileSync(
      file,
      objects
        .filter(({ kind }) => !customKinds.includes(kind))
        .map(object => JSON.stringify(object))
        .join('\n---\n'),
    );
    // What the switches change is the same in all versions.
    const versions =
      values === chart.productionValues
        ? chart.kubernetesVersions
        : chart.kubernetesVersions.slice(-1);
    for (const version of versions) {
      const { code, output } = await run(
        validate,
        ['--strict', '-k', version, file],
        { quiet: true },
      );
      if (code !== 0) {
        problems.push(`${values}, ${version}: ${tail(output, 10)}`);
      }
    }
  }
  return problems;
}

/** Kinds whose definition is not part of Kubernetes. */
export const customKinds = [
  'ServiceMonitor',
  'PrometheusRule',
  'ExternalSecret',
  'ServiceEntry',
  'Sidecar',
];

/** What the definitions of custom kinds say of the others. */
export async function checkCustom(rendered) {
  const models = await findModels();
  const problems = [];
  for (const [values, objects] of Object.entries(rendered)) {
    const result = await validateObjects(
      objects.filter(({ kind }) => customKinds.includes(kind)),
      models,
    );
    problems.push(
      ...result.problems.map(problem => `${values}: ${problem}`),
      ...[...result.unknown.keys()].map(
        kind => `${values}: there is no definition of ${kind}`,
      ),
    );
  }
  return problems;
}

/** Runs the policies of a production cluster on an install. */
export async function checkClusterPolicies(gator, objects, folder) {
  const policies = inRoot('infra/platform/policies');
  const file = path.join(folder, 'policed.yaml');
  fs.writeFileSync(
    file,
    objects.map(object => JSON.stringify(object)).join('\n---\n'),
  );
  const { code, output } = await run(
    gator,
    [
      'test',
      ...['templates', 'constraints/common', 'constraints/prod'].flatMap(
        part => ['--filename', path.join(policies, part)],
      ),
      ...['--filename', file],
    ],
    { quiet: true },
  );
  return code === 0 ? [] : [tail(output, 20)];
}

/** Runs promtool on the rules of an install and on their unit tests. */
export async function checkRules(promtool, objects, folder, tests) {
  const rules = path.join(folder, 'rules.yaml');
  fs.writeFileSync(rules, chart.toYaml({ groups: groupsOf(objects) }));
  const files = tests.map((test, index) => {
    const file = path.join(folder, `alerts-${index}.yaml`);
    fs.writeFileSync(file, chart.toYaml(test));
    return file;
  });
  const problems = [];
  for (const args of [
    ['check', 'rules', rules],
    ['test', 'rules', ...files],
  ]) {
    const { code, output } = await run(promtool, args, { quiet: true });
    if (code !== 0) {
      problems.push(tail(output, 30));
    }
  }
  return problems;
}
