import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coverageProblems, exemptionProblems } from './policies.mjs';

const constraint = (file, spec = {}) => ({
  file,
  object: {
    apiVersion: 'constraints.gatekeeper.sh/v1beta1',
    kind: 'A',
    metadata: { name: 'a' },
    spec,
  },
});
const suite = (name, ...answers) => ({
  tests: [
    {
      constraint: `../../constraints/${name}`,
      cases: answers.map(violations => ({ assertions: [{ violations }] })),
    },
  ],
});

test('a constraint is tested with something good and something bad', () => {
  const one = [constraint('common/a.yaml')];
  assert.deepEqual(
    coverageProblems(one, [suite('common/a.yaml', 'no', 'yes')]),
    [],
  );
  assert.equal(coverageProblems(one, [suite('common/a.yaml', 'no')]).length, 1);
  assert.equal(
    coverageProblems(one, [suite('common/a.yaml', 'yes', 3)]).length,
    1,
  );
  assert.equal(coverageProblems(one, []).length, 1);
});

test('twins in two environments are tested once, different ones each', () => {
  const suites = [suite('prod/a.yaml', 'no', 'yes')];
  assert.deepEqual(
    coverageProblems(
      [constraint('prod/a.yaml'), constraint('dr/a.yaml')],
      suites,
    ),
    [],
  );
  assert.equal(
    coverageProblems(
      [constraint('prod/a.yaml'), constraint('dr/a.yaml', { x: 1 })],
      suites,
    ).length,
    1,
  );
});

test('what policies leave out is what the platform has', () => {
  const one = names => [
    constraint('a.yaml', { match: { excludedNamespaces: names } }),
  ];
  const namespaces = new Set(['karpenter', 'vault']);
  assert.deepEqual(
    exemptionProblems(one(['karpenter', 'vault']), namespaces),
    [],
  );
  assert.equal(exemptionProblems(one(['karpenter']), namespaces).length, 1);
  assert.equal(
    exemptionProblems(one(['karpenter', 'vault', 'orders']), namespaces).length,
    1,
  );
});
