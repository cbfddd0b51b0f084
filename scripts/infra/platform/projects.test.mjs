import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  objectProblems,
  openProjectProblems,
  projectProblems,
} from './projects.mjs';

const project = (change = () => {}) => {
  const object = {
    metadata: { name: 'team-orders' },
    spec: {
      sourceRepos: ['https://github.com/arctiq-commerce/*'],
      destinations: [{ name: 'arctiq-prod-*', namespace: 'orders' }],
      clusterResourceWhitelist: [],
      namespaceResourceWhitelist: [{ group: 'apps', kind: 'Deployment' }],
      syncWindows: [{ kind: 'allow', manualSync: false }],
    },
  };
  change(object.spec);
  return object;
};
const application = (repoURL, namespace) => ({
  metadata: { name: 'a' },
  spec: {
    project: 'team-orders',
    destination: { server: 'https://a', namespace },
    source: { repoURL },
  },
});
const cluster = name => ({ name });
const repository = 'https://github.com/arctiq-commerce/order-service.git';

test('an Application keeps to the repositories and places of its project', () => {
  const good = application(repository, 'orders');
  assert.deepEqual(
    projectProblems(good, project(), cluster('arctiq-prod-us-east-1')),
    [],
  );
  assert.equal(
    projectProblems(good, undefined, cluster('arctiq-prod-us-east-1')).length,
    1,
  );
  assert.equal(
    projectProblems(good, project(), cluster('arctiq-dev-us-east-1')).length,
    1,
  );
  assert.equal(
    projectProblems(
      application(repository, 'payments'),
      project(),
      cluster('arctiq-prod-us-east-1'),
    ).length,
    1,
  );
  assert.equal(
    projectProblems(
      application('https://github.com/else/x.git', 'orders'),
      project(),
      cluster('arctiq-prod-us-east-1'),
    ).length,
    1,
  );
});

test('an object has to be in the white list', () => {
  const clusterScoped = (group, kind) => kind === 'ClusterRole';
  const objects = kind => [
    {
      apiVersion:
        kind === 'Deployment' ? 'apps/v1' : 'rbac.authorization.k8s.io/v1',
      kind,
      metadata: { name: 'x' },
    },
  ];
  const check = kind =>
    objectProblems(
      application(repository, 'orders'),
      project(),
      objects(kind),
      clusterScoped,
    );
  assert.deepEqual(check('Deployment'), []);
  assert.equal(check('ClusterRole').length, 1);
  assert.equal(check('RoleBinding').length, 1);
});

test('a project is closed', () => {
  assert.deepEqual(openProjectProblems(project()), []);
  const changes = [
    spec => {
      spec.sourceRepos = ['*'];
    },
    spec => spec.destinations.push({ server: '*', namespace: 'orders' }),
    spec => delete spec.clusterResourceWhitelist,
    spec => delete spec.syncWindows,
    spec => {
      spec.syncWindows[0].manualSync = true;
    },
    spec => {
      spec.clusterResourceWhitelist = [
        { group: 'storage.k8s.io', kind: 'StorageClass' },
      ];
    },
    spec => {
      spec.destinations[0].namespace = '*';
    },
  ];
  for (const change of changes) {
    assert.equal(
      openProjectProblems(project(change)).length,
      1,
      String(change),
    );
  }
});
