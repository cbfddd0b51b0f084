import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findModels } from './models.mjs';
import { validateObjects } from './schemas.mjs';

const pool = (change = () => {}) => {
  const object = {
    apiVersion: 'karpenter.sh/v1',
    kind: 'NodePool',
    metadata: { name: 'spot' },
    spec: {
      disruption: { consolidateAfter: '30s', consolidationPolicy: 'WhenEmpty' },
      template: {
        spec: {
          nodeClassRef: {
            group: 'karpenter.k8s.aws',
            kind: 'EC2NodeClass',
            name: 'default',
          },
          requirements: [
            { key: 'kubernetes.io/arch', operator: 'In', values: ['arm64'] },
          ],
        },
      },
    },
  };
  change(object.spec);
  return object;
};

test('the schemas of the packages are used', async t => {
  let folder;
  try {
    folder = await findModels();
  } catch (error) {
    t.skip(error.message);
    return;
  }
  const check = object => validateObjects([object], folder);
  assert.deepEqual((await check(pool())).problems, []);

  const wrongValue = await check(
    pool(spec => {
      spec.disruption.consolidateAfter = 'soon';
    }),
  );
  assert.match(wrongValue.problems.join(), /consolidateAfter/);

  const missing = await check(
    pool(spec => delete spec.template.spec.nodeClassRef),
  );
  assert.match(missing.problems.join(), /nodeClassRef/);

  const misspelt = await check(
    pool(spec => {
      spec.disruption.consolidateafter = '30s';
    }),
  );
  assert.match(misspelt.problems.join(), /consolidateafter/);

  const core = await check({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: 'a', label: {} },
  });
  assert.match(core.problems.join(), /label/);

  const unknown = await check({
    apiVersion: 'nobody.example/v1',
    kind: 'Thing',
    metadata: { name: 'x' },
  });
  assert.deepEqual([...unknown.unknown], [['nobody.example/v1 Thing', 1]]);
  assert.equal(unknown.validated, 0);
});
