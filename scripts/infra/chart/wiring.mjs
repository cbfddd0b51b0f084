import { selects } from './availability.mjs';
import { podsOf } from './pods.mjs';

const wantedLabels = [
  'app.kubernetes.io/name',
  'app.kubernetes.io/instance',
  'app.kubernetes.io/component',
  'app.kubernetes.io/part-of',
  'app.kubernetes.io/managed-by',
  'app.kubernetes.io/version',
  'helm.sh/chart',
  'arctiq.io/team',
  'arctiq.io/tier',
  'arctiq.io/environment',
  'arctiq.io/cost-centre',
];
const clusterKinds = ['PriorityClass'];
const secretName = /(SECRET|TOKEN|PASSWORD|PRIVATE_KEY|CLIENT_ID|APP_ID)$/;

function named(objects, kind, name) {
  return objects.find(
    object => object.kind === kind && object.metadata.name === name,
  );
}

function weight({ metadata }) {
  const { annotations = {} } = metadata;
  return 'helm.sh/hook' in annotations
    ? Number(annotations['helm.sh/hook-weight'] ?? 0)
    : undefined;
}

/** Objects without a name that says where and whose they are. */
export function checkMetadata(objects) {
  const problems = [];
  for (const { kind, metadata } of objects) {
    const title = `${kind} ${metadata.name}`;
    const missing = wantedLabels.filter(label => !metadata.labels?.[label]);
    if (missing.length > 0) {
      problems.push(`${title} has no label ${missing.join(', ')}`);
    }
    const { namespace } = metadata;
    if (clusterKinds.includes(kind) ? namespace : !namespace) {
      problems.push(`${title} has the namespace ${namespace}`);
    }
    if (namespace === 'default') {
      problems.push(`${title} is in the namespace default`);
    }
    if (kind === 'Secret') {
      problems.push(`${title} would hold a secret in plain text`);
    }
  }
  return problems;
}

function checkVariable(objects, pod, { name, value, valueFrom }) {
  const reference = valueFrom?.secretKeyRef;
  if (reference) {
    const source = objects.find(
      ({ kind, spec }) =>
        kind === 'ExternalSecret' && spec.target.name === reference.name,
    );
    const keys = source?.spec.data.map(({ secretKey }) => secretKey) ?? [];
    return keys.includes(reference.key)
      ? []
      : [`${pod}: nothing fills ${reference.name}/${reference.key}`];
  }
  // "1" is what the migration has in place of secrets that it does not need.
  return secretName.test(name) && value !== '1'
    ? [`${pod}: ${name} is a secret in plain text`]
    : [];
}

/**
 * Variables that the configuration needs and the pods do not have, and secrets
 * that come from anywhere but the secret store.
 *
 * @param wanted - names that the configuration reads and has no default for
 */
export function checkEnvironment(objects, wanted) {
  const problems = [];
  for (const { name, containers } of podsOf(objects)) {
    for (const { env = [] } of containers) {
      const given = env.map(variable => variable.name);
      const missing = wanted.filter(variable => !given.includes(variable));
      if (missing.length > 0) {
        problems.push(`${name} does not set ${missing.join(', ')}`);
      }
      if (new Set(given).size < given.length) {
        problems.push(`${name} sets a variable twice`);
      }
      problems.push(
        ...env.flatMap(variable => checkVariable(objects, name, variable)),
      );
    }
  }
  return problems;
}

/** References between the objects that lead nowhere. */
export function checkReferences(objects) {
  const problems = [];
  const pods = podsOf(objects);
  for (const { name, object, spec } of pods) {
    const wanted = [
      ['ServiceAccount', spec.serviceAccountName],
      ...spec.volumes
        .filter(volume => volume.name === 'config')
        .map(({ configMap }) => ['ConfigMap', configMap.name]),
    ];
    for (const [kind, target] of wanted) {
      const found = named(objects, kind, target);
      const before = weight(object);
      if (!found) {
        problems.push(
          `${name} wants the ${kind} ${target}, which is not there`,
        );
      } else if (before !== undefined && !(weight(found) < before)) {
        problems.push(`${name} runs before the ${kind} ${target} is there`);
      }
    }
  }
  const services = objects.filter(({ kind }) => kind === 'Service');
  for (const { metadata, spec } of services) {
    const targets = pods.filter(({ labels }) => selects(spec.selector, labels));
    const ports = targets.flatMap(({ containers }) =>
      containers.flatMap(container => (container.ports ?? []).map(p => p.name)),
    );
    for (const { targetPort } of spec.ports) {
      if (!ports.includes(targetPort)) {
        problems.push(
          `Service ${metadata.name} leads to no port ${targetPort}`,
        );
      }
    }
    if (targets.some(({ object }) => object.kind !== 'Deployment')) {
      problems.push(`Service ${metadata.name} sends requests to a migration`);
    }
  }
  for (const monitor of objects.filter(o => o.kind === 'ServiceMonitor')) {
    const service = services.find(({ metadata }) =>
      selects(monitor.spec.selector, metadata.labels),
    );
    const ports = service?.spec.ports.map(({ name }) => name) ?? [];
    for (const { port } of monitor.spec.endpoints) {
      if (!ports.includes(port)) {
        problems.push(`the ServiceMonitor finds no port ${port}`);
      }
    }
  }
  return problems;
}

/** Tables must be changed by the Job alone, before the pods start. */
export function checkMigration(objects) {
  const job = objects.find(({ kind }) => kind === 'Job');
  const deployment = objects.find(({ kind }) => kind === 'Deployment');
  const configOf = object => {
    const { volumes } = object.spec.template.spec;
    const { configMap } = volumes.find(({ name }) => name === 'config');
    return named(objects, 'ConfigMap', configMap.name).data['app-config.yaml'];
  };
  const skips = /skipMigrations: true/.test(configOf(deployment));
  const problems = [];
  if (skips !== Boolean(job)) {
    problems.push(
      job
        ? 'the pods change tables beside the migration'
        : 'nobody changes the tables',
    );
  }
  if (job) {
    const hooks = String(job.metadata.annotations?.['helm.sh/hook']).split(',');
    if (!['pre-install', 'pre-upgrade'].every(hook => hooks.includes(hook))) {
      problems.push('the migration does not run before install and upgrade');
    }
    const [{ env }] = job.spec.template.spec.containers;
    const only = env.find(({ name }) => name === 'PORTAL_MIGRATE_ONLY')?.value;
    if (only !== 'true' || /skipMigrations: true/.test(configOf(job))) {
      problems.push('the migration Job does not migrate');
    }
    if (!(job.spec.activeDeadlineSeconds >= 900)) {
      problems.push('a migration may not take 15 minutes');
    }
    if (job.spec.template.spec.restartPolicy !== 'Never') {
      problems.push('a failed migration is restarted in place');
    }
  }
  return problems;
}
