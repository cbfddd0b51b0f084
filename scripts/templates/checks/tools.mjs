import fs from 'node:fs';
import path from 'node:path';
import { run, tail } from '../../lib/run.mjs';
import { listFiles, parseYaml } from '../files.mjs';

/** The Kubernetes versions that the company's clusters have or get next. */
const kubernetesVersions = ['1.32.0', '1.33.0', '1.34.0'];

/** Kinds whose schema is not part of Kubernetes. */
const customKinds = ['ServiceMonitor'];

const wantedKinds = [
  'ConfigMap',
  'Deployment',
  'HorizontalPodAutoscaler',
  'NetworkPolicy',
  'PodDisruptionBudget',
  'Service',
  'ServiceAccount',
  'ServiceMonitor',
];

async function problemsOf(command, args, options) {
  const { code, output } = await run(command, args, {
    quiet: true,
    ...options,
  });
  return code === 0 ? [] : [tail(output, 15)];
}

function valuesFiles(folder) {
  return listFiles(path.join(folder, 'chart')).filter(file =>
    /^values-.*\.yaml$/.test(file),
  );
}

/** actionlint finds nothing in the workflows. */
export function checkWorkflows(folder, actionlint) {
  const workflows = path.join(folder, '.github/workflows');
  return problemsOf(actionlint, [
    '-no-color',
    ...fs.readdirSync(workflows).map(file => path.join(workflows, file)),
  ]);
}

/** `helm lint` is clean with the values of each environment, and without. */
export async function checkChartLint(folder, helm) {
  const problems = [];
  for (const values of [undefined, ...valuesFiles(folder)]) {
    const args = values ? ['--values', path.join(folder, 'chart', values)] : [];
    problems.push(
      ...(await problemsOf(helm, [
        'lint',
        '--strict',
        path.join(folder, 'chart'),
        ...args,
      ])),
    );
  }
  return problems;
}

/** Renders the chart with the values of one environment. */
async function template(folder, helm, values) {
  const { code, output } = await run(
    helm,
    [
      ...['template', 'release', path.join(folder, 'chart')],
      ...['--values', path.join(folder, 'chart', values)],
    ],
    { quiet: true },
  );
  if (code !== 0) {
    throw new Error(tail(output, 15));
  }
  return output;
}

function checkPods(objects) {
  const { spec } = objects.find(({ kind }) => kind === 'Deployment').spec
    .template;
  const [container] = spec.containers;
  const { startupProbe, readinessProbe, livenessProbe } = container;
  const probes = [startupProbe, readinessProbe, livenessProbe].map(probe =>
    JSON.stringify(probe),
  );
  const rules = {
    'runs as a user other than root': spec.securityContext.runAsNonRoot,
    'has the default seccomp profile':
      spec.securityContext.seccompProfile.type === 'RuntimeDefault',
    'cannot gain privileges':
      container.securityContext.allowPrivilegeEscalation === false,
    'drops all capabilities':
      container.securityContext.capabilities.drop.join() === 'ALL',
    'has a read-only file system':
      container.securityContext.readOnlyRootFilesystem,
    'gets no token': spec.automountServiceAccountToken === false,
    'has three different probes': new Set(probes).size === 3,
    'leaves replicas to the autoscaler': !objects.some(
      ({ kind, spec: { replicas } = {} }) =>
        kind === 'Deployment' && replicas !== undefined,
    ),
  };
  return Object.entries(rules)
    .filter(([, holds]) => !holds)
    .map(([rule]) => `it is not so that the pod ${rule}`);
}

/** The chart renders for each environment into what Kubernetes accepts. */
export async function checkChartObjects(folder, helm, validate) {
  const problems = [];
  for (const values of valuesFiles(folder)) {
    const objects = parseYaml(await template(folder, helm, values)).filter(
      Boolean,
    );
    const kinds = objects.map(({ kind }) => kind).sort();
    if (kinds.join() !== wantedKinds.join()) {
      problems.push(`${values}: renders ${kinds.join()}`);
    }
    problems.push(...checkPods(objects).map(text => `${values}: ${text}`));

    const file = path.join(folder, '.objects.yaml');
    fs.writeFileSync(
      file,
      objects
        .filter(({ kind }) => !customKinds.includes(kind))
        .map(object => JSON.stringify(object))
        .join('\n---\n'),
    );
    for (const version of kubernetesVersions) {
      problems.push(
        ...(await problemsOf(validate, ['--strict', '-k', version, file])),
      );
    }
    fs.rmSync(file);
  }
  return problems;
}

/** values.schema.json refuses what the chart does not know. */
export async function checkChartSchema(folder, helm) {
  const problems = [];
  const bad = [
    'nonsense=1',
    'image.nonsense=x',
    'networkPolicy.namespaces.nonsense=x',
    'environment=production',
    'autoscaling.minReplicas=0',
    'image.digest=latest',
    'env.lower-case=x',
  ];
  for (const setting of bad) {
    const { code, output } = await run(
      helm,
      ['template', 'x', path.join(folder, 'chart'), '--set-string', setting],
      { quiet: true },
    );
    if (code === 0 || !/schema/.test(output)) {
      problems.push(`${setting} is accepted`);
    }
  }
  return problems;
}
