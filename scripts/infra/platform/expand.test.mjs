import assert from 'node:assert/strict';
import { test } from 'node:test';
import { run } from '../../lib/run.mjs';
import { resolveTool } from '../../tools/resolve.mjs';
import { expandSets } from './expand.mjs';
import { judge } from './policies.mjs';

async function find(t, name) {
  try {
    const tool = await resolveTool(name);
    await run(tool, ['version'], { quiet: true });
    return tool;
  } catch (error) {
    t.skip(error.message);
    return undefined;
  }
}

const world = {
  clusters: ['dev', 'prod'].map(environment => ({
    name: `cluster-${environment}`,
    server: `https://${environment}`,
    metadata: { labels: { environment } },
  })),
  files: {},
};

const set = (name, templatePatch) => ({
  spec: {
    generators: [{ clusters: {} }],
    template: {
      metadata: { name },
      spec: { project: '{{ index .metadata.labels "environment" }}' },
    },
    templatePatch,
  },
});

test('templates and patches are filled in for each cluster', async t => {
  const helm = await find(t, 'helm');
  if (!helm) {
    return;
  }
  const patch =
    '{{- if eq (index .metadata.labels "environment") "dev" }}\nspec:\n  syncPolicy:\n    automated: {}\n{{- end }}';
  const [applications, plain] = await expandSets(helm, [
    { set: set('a-{{ .name }}', patch), world },
    { set: set('b-{{ .name }}'), world },
  ]);
  assert.deepEqual(
    applications.map(({ metadata }) => metadata.name),
    ['a-cluster-dev', 'a-cluster-prod'],
  );
  assert.deepEqual(applications[0].spec, {
    project: 'dev',
    syncPolicy: { automated: {} },
  });
  assert.deepEqual(applications[1].spec, { project: 'prod' });
  assert.equal(plain.length, 2);
});

test('a parameter that is not there is an error', async t => {
  const helm = await find(t, 'helm');
  if (helm) {
    await assert.rejects(
      expandSets(helm, [{ set: set('{{ .nmae }}'), world }]),
      /parameter is missing/,
    );
  }
});

test('the policies refuse what a team may not apply', async t => {
  const gator = await find(t, 'gator');
  if (!gator) {
    return;
  }
  const service = type => ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'a', namespace: 'orders' },
    spec: { type, ports: [{ port: 80 }] },
  });
  assert.deepEqual(await judge(gator, [service('ClusterIP')], 'prod'), []);
  const refused = await judge(gator, [service('LoadBalancer')], 'prod');
  assert.match(refused.join(), /LoadBalancer/);
});
