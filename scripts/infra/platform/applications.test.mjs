import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  pinProblems,
  promotionProblems,
  setProblems,
  statementProblems,
} from './applications.mjs';
import { gitopsUrl } from './files.mjs';

function application(change = () => {}) {
  const object = {
    metadata: {
      name: 'a',
      finalizers: [],
      labels: { 'arctiq.io/environment': 'prod' },
    },
    spec: {
      project: 'platform',
      destination: { server: 'https://a', namespace: 'a' },
      source: {
        repoURL: 'https://charts.example',
        chart: 'c',
        targetRevision: '1.2.3',
      },
      syncPolicy: {
        syncOptions: ['ServerSideApply=true'],
        retry: { limit: 5 },
      },
    },
  };
  change(object);
  return object;
}
const pinned = targetRevision =>
  pinProblems(
    application(({ spec }) => Object.assign(spec.source, { targetRevision })),
  );

test('a chart is pinned to one version', () => {
  for (const good of ['1.2.3', 'v1.2.3', '1.2.3-rc.1']) {
    assert.deepEqual(pinned(good), []);
  }
  for (const bad of [
    '1.2.*',
    '^1.2.3',
    '>=1.2.3',
    '1.2',
    '*',
    'latest',
    'HEAD',
    '',
    undefined,
  ]) {
    assert.equal(pinned(bad).length, 1, String(bad));
  }
});

test('another repository is pinned to a commit, the gitops repository is main', () => {
  const from = (repoURL, targetRevision) =>
    pinProblems(
      application(o => {
        o.spec.source = { repoURL, path: 'chart', targetRevision };
      }),
    );
  assert.deepEqual(from('https://github.com/x/y.git', 'a'.repeat(40)), []);
  assert.equal(from('https://github.com/x/y.git', 'main').length, 1);
  assert.equal(from('https://github.com/x/y.git', 'v1.0.0').length, 1);
  assert.deepEqual(from(gitopsUrl, 'main'), []);
  assert.equal(from(gitopsUrl, 'HEAD').length, 1);
});

test('an Application without a source is none', () => {
  assert.equal(pinProblems(application(o => delete o.spec.source)).length, 1);
});

test('project, destination, options, retries and finalizers are said', () => {
  assert.deepEqual(statementProblems(application()), []);
  const changes = [
    o => delete o.spec.project,
    o => {
      o.spec.project = 'default';
    },
    o => delete o.spec.destination.server,
    o => delete o.spec.destination.namespace,
    o => delete o.metadata.finalizers,
    o => delete o.spec.syncPolicy.syncOptions,
    o => delete o.spec.syncPolicy.retry,
    o => o.spec.syncPolicy.syncOptions.push('Replace=true'),
  ];
  for (const change of changes) {
    assert.equal(
      statementProblems(application(change)).length,
      1,
      String(change),
    );
  }
});

test('production waits for a person, staging does not', () => {
  const automated = o => {
    o.spec.syncPolicy.automated = {};
  };
  const staging = o => {
    o.metadata.labels['arctiq.io/environment'] = 'staging';
  };
  assert.equal(statementProblems(application(automated)).length, 1);
  assert.equal(statementProblems(application(staging)).length, 1);
  assert.deepEqual(
    statementProblems(
      application(o => {
        automated(o);
        staging(o);
      }),
    ),
    [],
  );
});

function set(versions, change = () => {}) {
  const object = {
    metadata: {
      name: 's',
      annotations: { 'argocd.argoproj.io/sync-wave': '1' },
    },
    spec: {
      goTemplate: true,
      goTemplateOptions: ['missingkey=error'],
      syncPolicy: { preserveResourcesOnDeletion: true },
      generators: Object.entries(versions).map(
        ([environment, chartVersion]) => ({
          clusters: {
            selector: { matchLabels: { 'arctiq.io/environment': environment } },
            values: { chartVersion },
          },
        }),
      ),
    },
  };
  change(object);
  return object;
}

test('a version goes through dev and staging before production', () => {
  assert.deepEqual(
    promotionProblems(
      set({ dev: '1.10.0', staging: '1.9.0', prod: '1.9.0', dr: '1.9.0' }),
    ),
    [],
  );
  assert.equal(
    promotionProblems(
      set({ dev: '1.9.0', staging: '1.9.0', prod: '1.10.0', dr: '1.10.0' }),
    ).length,
    1,
  );
  assert.equal(
    promotionProblems(set({ dev: 'v1.0.0', staging: 'v2.0.0' })).length,
    1,
  );
  assert.equal(
    promotionProblems(set({ prod: '1.0.0', dr: '1.1.0' })).length,
    1,
  );
});

test('a set says how it renders, what a deletion takes along, and when it comes', () => {
  assert.deepEqual(setProblems(set({})), []);
  assert.equal(
    setProblems(set({}, o => delete o.spec.goTemplateOptions)).length,
    1,
  );
  assert.equal(setProblems(set({}, o => delete o.spec.syncPolicy)).length, 1);
  assert.equal(
    setProblems(set({}, o => delete o.metadata.annotations)).length,
    1,
  );
});
