import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  poolProblems,
  profileProblems,
  readPoolProfiles,
} from './nodePools.mjs';

const pools = readPoolProfiles();
const modules = Object.fromEntries(
  Object.entries(pools).map(([environment, profile]) => [
    environment,
    {
      size: profile.size,
      spot_percent: profile.spotPercent,
      consolidate_after: profile.consolidateAfter,
      instance_sizes: profile.instanceSizes,
      architectures: profile.architectures,
      cpu_limit: profile.cpuLimit,
      memory_limit_gib: profile.memoryLimitGib,
    },
  ]),
);

test('profiles are those of the module', () => {
  assert.deepEqual(profileProblems(pools, modules), []);
  for (const [key, value] of Object.entries({
    cpu_limit: 1,
    consolidate_after: '1s',
    instance_sizes: ['metal'],
    architectures: ['amd64'],
  })) {
    const changed = { ...modules, prod: { ...modules.prod, [key]: value } };
    assert.match(
      profileProblems(pools, changed).join(),
      new RegExp(`prod: ${key}`),
    );
  }
});

test('both leaving the rules of the company together is seen', () => {
  const both = (change, theirs) =>
    profileProblems(
      { ...pools, prod: { ...pools.prod, ...change } },
      { ...modules, prod: { ...modules.prod, ...theirs } },
    );
  assert.match(
    both({ spotPercent: 90 }, { spot_percent: 90 }).join(),
    /90 % spot/,
  );
  assert.match(
    both({ consolidateAfter: '30s' }, { consolidate_after: '30s' }).join(),
    /300s/,
  );
});

const pool = (name, weight, cpu, memory, profile) => ({
  kind: 'NodePool',
  metadata: { name },
  spec: {
    weight,
    limits: { cpu, memory },
    disruption: { consolidateAfter: profile.consolidateAfter },
    template: {
      spec: {
        requirements: [
          { key: 'kubernetes.io/arch', values: profile.architectures },
          {
            key: 'karpenter.k8s.aws/instance-size',
            values: profile.instanceSizes,
          },
        ],
      },
    },
  },
});

test('rendered pools split the limit by the spot share', () => {
  const { prod } = pools;
  const good = [
    pool('spot', 80, '1300', '5200Gi', prod),
    pool('on-demand', 20, '700', '2800Gi', prod),
  ];
  const check = objects => poolProblems(objects, prod, 'prod');
  assert.deepEqual(check(good), []);
  assert.equal(check([good[0]]).length, 1);
  assert.match(
    check([pool('spot', 80, '1900', '5200Gi', prod), good[1]]).join(),
    /add up/,
  );
  assert.match(
    check([
      pool('spot', 80, '1800', '5200Gi', prod),
      pool('on-demand', 20, '200', '2800Gi', prod),
    ]).join(),
    /90 %/,
  );
  assert.match(
    check([pool('spot', 10, '1300', '5200Gi', prod), good[1]]).join(),
    /come first/,
  );
  assert.match(
    check([
      pool('spot', 80, '1300', '5200Gi', { ...prod, consolidateAfter: '5s' }),
      good[1],
    ]).join(),
    /consolidateAfter/,
  );
});
