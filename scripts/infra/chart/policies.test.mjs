import assert from 'node:assert/strict';
import fs from 'node:fs';
import { describe, it } from 'node:test';
import { parseDocuments } from './chart.mjs';
import { checkMetricNames } from './metrics.mjs';
import { policies } from './index.mjs';
import { checkSnapshot, serialize, snapshotFile } from './snapshot.mjs';

const reviewed = fs.readFileSync(snapshotFile, 'utf8');

/** The reviewed install, with one thing changed. */
function install(change = () => {}) {
  const objects = parseDocuments(reviewed);
  change({
    objects,
    of: (kind, name = 'portal') =>
      objects.find(o => o.kind === kind && o.metadata.name === name),
    pod: (kind = 'Deployment', name = 'portal') =>
      objects.find(o => o.kind === kind && o.metadata.name === name).spec
        .template.spec,
  });
  return objects;
}

function problemsOf(objects) {
  return Object.values(policies).flatMap(policy => policy(objects));
}

function remove(objects, kind, name = 'portal') {
  const at = objects.findIndex(
    o => o.kind === kind && o.metadata.name === name,
  );
  objects.splice(at, 1);
}

function config(object, from, to) {
  object.data['app-config.yaml'] = object.data['app-config.yaml'].replace(
    from,
    to,
  );
}

const latest =
  '210000000013.dkr.ecr.us-east-1.amazonaws.com/arctiq/portal:latest';

/** What is changed, how, and what must be said of it. */
const mutations = [
  [
    'a secret that no module makes',
    ({ of }) =>
      (of('ExternalSecret').spec.data[0].remoteRef.key = 'prod/portal/other'),
    /writes no/,
  ],
  [
    'the pods run as root',
    ({ pod }) => (pod().securityContext.runAsUser = 0),
    /numbered user/,
  ],
  [
    'no pod security context',
    ({ pod }) => delete pod().securityContext,
    /numbered user/,
  ],
  [
    'the migration has no security context',
    ({ pod }) =>
      delete pod('Job', 'portal-migration').containers[0].securityContext,
    /cannot gain privileges/,
  ],
  [
    'no seccomp profile',
    ({ pod }) => delete pod().securityContext.seccompProfile,
    /seccomp/,
  ],
  [
    'a capability more',
    ({ pod }) =>
      (pod().containers[0].securityContext.capabilities.add = ['NET_ADMIN']),
    /capabilities/,
  ],
  [
    'a writable root',
    ({ pod }) =>
      (pod().containers[0].securityContext.readOnlyRootFilesystem = false),
    /read-only/,
  ],
  [
    'no container security context',
    ({ pod }) => delete pod().containers[0].securityContext,
    /drops all/,
  ],
  [
    'a privileged container',
    ({ pod }) => (pod().containers[0].securityContext.privileged = true),
    /privileges/,
  ],
  [
    'the network of the node',
    ({ pod }) => (pod().hostNetwork = true),
    /shares nothing/,
  ],
  [
    'a folder of the node',
    ({ pod }) => pod().volumes.push({ name: 'x', hostPath: { path: '/' } }),
    /volumes/,
  ],
  [
    'scratch space without end',
    ({ pod }) =>
      delete pod().volumes.find(v => v.name === 'tmp').emptyDir.sizeLimit,
    /scratch/,
  ],
  [
    'a token of the cluster',
    ({ pod }) => (pod().automountServiceAccountToken = true),
    /token/,
  ],
  [
    'the account of all',
    ({ pod }) => (pod().serviceAccountName = 'default'),
    /account of its own/,
  ],
  [
    'the tag latest',
    ({ pod }) => (pod().containers[0].image = latest),
    /image that cannot change/,
  ],
  [
    'the tag latest in the migration',
    ({ pod }) => (pod('Job', 'portal-migration').containers[0].image = latest),
    /image that cannot change/,
  ],
  [
    'no requests',
    ({ pod }) => delete pod().containers[0].resources.requests,
    /what it needs/,
  ],
  [
    'no limits',
    ({ pod }) => delete pod().containers[0].resources.limits,
    /limited/,
  ],
  [
    'no /tmp',
    ({ pod }) => pod().containers[0].volumeMounts.shift(),
    /write to \/tmp/,
  ],
  [
    'no disruption budget',
    ({ objects }) => remove(objects, 'PodDisruptionBudget'),
    /PodDisruptionBudget/,
  ],
  [
    'a budget for other pods',
    ({ of }) =>
      (of('PodDisruptionBudget').spec.selector.matchLabels[
        'app.kubernetes.io/name'
      ] = 'other'),
    /selects other pods/,
  ],
  [
    'a budget of one',
    ({ of }) => (of('PodDisruptionBudget').spec.minAvailable = 1),
    /keeps two/,
  ],
  [
    'an autoscaler that goes to one',
    ({ of }) => (of('HorizontalPodAutoscaler').spec.minReplicas = 1),
    /no room/,
  ],
  [
    'two who say how many',
    ({ of }) => (of('Deployment').spec.replicas = 3),
    /both say how many/,
  ],
  [
    'another aim of the autoscaler',
    ({ of }) =>
      (of(
        'HorizontalPodAutoscaler',
      ).spec.metrics[0].resource.target.averageUtilization = 95),
    /70 % CPU/,
  ],
  [
    'a hasty autoscaler',
    ({ of }) =>
      (of(
        'HorizontalPodAutoscaler',
      ).spec.behavior.scaleDown.stabilizationWindowSeconds = 0),
    /too soon/,
  ],
  [
    'an update that takes pods first',
    ({ of }) =>
      (of('Deployment').spec.strategy.rollingUpdate.maxUnavailable = 1),
    /rolling update/,
  ],
  [
    'all pods at once',
    ({ of }) => (of('Deployment').spec.strategy = { type: 'Recreate' }),
    /rolling update/,
  ],
  [
    'pods in one zone',
    ({ pod }) => pod().topologySpreadConstraints.shift(),
    /topology.kubernetes.io\/zone/,
  ],
  [
    'pods on one node',
    ({ pod }) => pod().topologySpreadConstraints.pop(),
    /kubernetes.io\/hostname/,
  ],
  [
    'a wish instead of a spread',
    ({ pod }) =>
      (pod().topologySpreadConstraints[0].whenUnsatisfiable = 'ScheduleAnyway'),
    /not spread/,
  ],
  ['no priority', ({ pod }) => delete pod().priorityClassName, /no priority/],
  [
    'a short start',
    ({ pod }) => (pod().containers[0].startupProbe.failureThreshold = 3),
    /15 minutes/,
  ],
  [
    'no readiness',
    ({ pod }) => delete pod().containers[0].readinessProbe,
    /readiness/,
  ],
  [
    'no liveness',
    ({ pod }) => delete pod().containers[0].livenessProbe,
    /liveness/,
  ],
  [
    'liveness that asks for readiness',
    ({ pod }) =>
      (pod().containers[0].livenessProbe.httpGet.path =
        '/.backstage/health/v1/readiness'),
    /liveness/,
  ],
  [
    'an impatient liveness',
    ({ pod }) => (pod().containers[0].livenessProbe.failureThreshold = 1),
    /busy pod/,
  ],
  [
    'no wait before the stop',
    ({ pod }) => delete pod().containers[0].lifecycle,
    /wait before it stops/,
  ],
  [
    'no delay of the server',
    ({ of }) => config(of('ConfigMap'), 'seconds: 15', 'seconds: 0'),
    /refuses connections/,
  ],
  [
    'a short time to stop',
    ({ pod }) => (pod().terminationGracePeriodSeconds = 60),
    /killed before/,
  ],
  [
    'no network policy',
    ({ objects }) => remove(objects, 'NetworkPolicy'),
    /no NetworkPolicy closes/,
  ],
  [
    'no network policy for the migration',
    ({ objects }) => remove(objects, 'NetworkPolicy', 'portal-migration'),
    /no NetworkPolicy closes the pods of Job/,
  ],
  [
    'a network policy for one way',
    ({ of }) => (of('NetworkPolicy').spec.policyTypes = ['Ingress']),
    /no NetworkPolicy closes/,
  ],
  [
    'ingress from everybody',
    ({ of }) =>
      of('NetworkPolicy').spec.ingress.push({ ports: [{ port: 7007 }] }),
    /everybody/,
  ],
  [
    'ingress from a whole namespace',
    ({ of }) => delete of('NetworkPolicy').spec.ingress[0].from[0].podSelector,
    /names no namespace/,
  ],
  [
    'egress to everything',
    ({ of }) => of('NetworkPolicy').spec.egress.push({}),
    /everybody/,
  ],
  [
    'egress to the internet',
    ({ of }) =>
      of('NetworkPolicy').spec.egress.push({
        to: [{ ipBlock: { cidr: '0.0.0.0/0' } }],
        ports: [{ port: 443 }],
      }),
    /is open to/,
  ],
  [
    'egress on all ports',
    ({ of }) => delete of('NetworkPolicy').spec.egress[1].ports,
    /all ports/,
  ],
  [
    'a host without TLS',
    ({ of }) => delete of('Ingress').spec.tls,
    /without TLS/,
  ],
  [
    'another host with TLS',
    ({ of }) => (of('Ingress').spec.tls[0].hosts = ['x.example.com']),
    /without TLS/,
  ],
  [
    'the namespace default',
    ({ of }) => (of('Service').metadata.namespace = 'default'),
    /namespace default/,
  ],
  [
    'no namespace',
    ({ of }) => delete of('Service').metadata.namespace,
    /has the namespace/,
  ],
  [
    'nobody who pays',
    ({ of }) =>
      delete of('ServiceAccount').metadata.labels['arctiq.io/cost-centre'],
    /cost-centre/,
  ],
  [
    'a secret in the chart',
    ({ objects, of }) =>
      objects.push({ kind: 'Secret', metadata: of('ConfigMap').metadata }),
    /plain text/,
  ],
  [
    'a secret as a value',
    ({ pod }) =>
      pod().containers[0].env.push({ name: 'OTHER_TOKEN', value: 'abc' }),
    /plain text/,
  ],
  [
    'a secret that the store does not fill',
    ({ of }) => of('ExternalSecret').spec.data.pop(),
    /nothing fills/,
  ],
  [
    'a variable that is missing',
    ({ pod }) =>
      pod().containers[0].env.splice(
        pod().containers[0].env.findIndex(v => v.name === 'GITHUB_URL'),
        1,
      ),
    /does not set GITHUB_URL/,
  ],
  [
    'a variable twice',
    ({ pod }) => pod().containers[0].env.push({ name: 'TMPDIR', value: '/' }),
    /twice/,
  ],
  [
    'a configuration that is not there',
    ({ objects }) => remove(objects, 'ConfigMap', 'portal-migration'),
    undefined,
  ],
  [
    'an account that is not there',
    ({ objects }) => remove(objects, 'ServiceAccount'),
    /which is not there/,
  ],
  [
    'an account that comes too late',
    ({ of }) =>
      (of('ServiceAccount', 'portal-migration').metadata.annotations[
        'helm.sh/hook-weight'
      ] = '5'),
    /runs before/,
  ],
  [
    'an account that is no hook',
    ({ of }) =>
      delete of('ServiceAccount', 'portal-migration').metadata.annotations,
    /runs before/,
  ],
  [
    'a port that leads nowhere',
    ({ of }) => (of('Service').spec.ports[0].targetPort = 'web'),
    /leads to no port/,
  ],
  [
    'metrics that nobody serves',
    ({ of }) => (of('ServiceMonitor').spec.endpoints[0].port = 'prom'),
    /finds no port/,
  ],
  [
    'no migration',
    ({ objects }) => remove(objects, 'Job', 'portal-migration'),
    /nobody changes/,
  ],
  [
    'pods that migrate too',
    ({ of }) =>
      config(of('ConfigMap'), 'skipMigrations: true', 'skipMigrations: false'),
    /beside the migration/,
  ],
  [
    'a migration that skips',
    ({ of }) =>
      config(
        of('ConfigMap', 'portal-migration'),
        'skipMigrations: false',
        'skipMigrations: true',
      ),
    /does not migrate/,
  ],
  [
    'a migration that serves',
    ({ pod }) =>
      (pod('Job', 'portal-migration').containers[0].env = pod(
        'Job',
        'portal-migration',
      ).containers[0].env.filter(v => v.name !== 'PORTAL_MIGRATE_ONLY')),
    /does not migrate/,
  ],
  [
    'a migration after the pods',
    ({ of }) =>
      (of('Job', 'portal-migration').metadata.annotations['helm.sh/hook'] =
        'post-install'),
    /before install/,
  ],
  [
    'a migration in a hurry',
    ({ of }) => (of('Job', 'portal-migration').spec.activeDeadlineSeconds = 60),
    /15 minutes/,
  ],
];

describe('the reviewed install', () => {
  it('has no problems', () => {
    assert.deepEqual(problemsOf(install()), []);
  });

  for (const [name, change, wanted] of mutations) {
    it(`is refused with ${name}`, () => {
      const objects = install(change);
      if (wanted) {
        assert.match(problemsOf(objects).join('\n'), wanted);
      } else {
        assert.throws(() => problemsOf(objects));
      }
      assert.notDeepEqual(checkSnapshot(objects), []);
    });
  }
});

describe('checkSnapshot', () => {
  it('knows the reviewed install in any order', () => {
    assert.deepEqual(checkSnapshot(install().reverse()), []);
    assert.equal(serialize(install()), reviewed);
  });

  it('shows what has changed', () => {
    const [problem] = checkSnapshot(
      install(({ of }) => (of('Deployment').spec.revisionHistoryLimit = 1)),
    );
    assert.match(problem, /- {3}revisionHistoryLimit: 5/);
    assert.match(problem, /\+ {3}revisionHistoryLimit: 1/);
  });
});

describe('checkMetricNames', () => {
  it('knows all metrics of the reviewed install', () => {
    assert.deepEqual(checkMetricNames(install()), []);
  });

  it('finds a metric that nobody emits in an alert and in a panel', () => {
    const objects = install(({ of }) => {
      of('PrometheusRule').spec.groups[1].rules[0].expr = 'process_cpu > 1';
      const dashboard = of('ConfigMap', 'portal-dashboard');
      dashboard.data['portal.json'] = dashboard.data['portal.json'].replace(
        'nodejs_eventloop_utilization{',
        'nodejs_heap_size{',
      );
    });
    const problems = checkMetricNames(objects).join('\n');
    assert.match(problems, /PortalDown" uses process_cpu/);
    assert.match(problems, /uses nodejs_heap_size/);
  });
});
