import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inRoot } from '../../lib/paths.mjs';
import { checkInventory } from './cost.mjs';
import { estimate, micro, tiered } from './estimate.mjs';
import { savings, sumBy, total } from './sums.mjs';
import { inventoryOfPlan } from './inventory.mjs';
import fs from 'node:fs';

const readJson = name =>
  JSON.parse(fs.readFileSync(inRoot('infra/cost', name), 'utf8'));
const prices = readJson('prices.json');
const assumptions = readJson('assumptions.json');
const spotPercent = { dev: 85, staging: 80, prod: 65, dr: 50 };
const inventory = {
  'prod/us-east-1': {
    'aurora db.r7g.large': 3,
    'aurora-cluster': 1,
    'nat-gateway': 3,
    'kms-key': 10,
    'shield-advanced': 1,
  },
  'prod/eu-west-1': { 'aurora db.r7g.large': 2, 'aurora-cluster': 1 },
};
const run = (factor, more = {}) =>
  estimate({
    inventory,
    prices,
    assumptions,
    spotPercent,
    factor,
    ...more,
  });
const of = (lines, root, item) =>
  total(lines.filter(line => line.root === root && line.item === item));

test('what runs all the time is count x hours x price of its region', () => {
  const lines = run(1);
  assert.equal(
    of(lines, 'prod/us-east-1', 'Aurora instances'),
    micro(3 * 730 * 0.276),
  );
  assert.equal(
    of(lines, 'prod/eu-west-1', 'Aurora instances'),
    micro(2 * 730 * 0.307),
  );
  assert.equal(
    of(lines, 'prod/us-east-1', 'NAT gateways and endpoints'),
    micro(3 * 730 * 0.045),
  );
  assert.equal(of(lines, 'prod/us-east-1', 'keys, secrets, alarms'), micro(10));
});

test('traffic: requests, their tiers and their events, by hand', () => {
  const requests = 5000 * 2 * 0.5 * 730 * 3600;
  const twice = run(2);
  assert.equal(
    of(twice, 'prod/us-east-1', 'CloudFront requests'),
    micro((requests * 0.62) / 1e6),
  );
  const gb = (requests * 4) / 1e6;
  assert.equal(
    of(twice, 'prod/us-east-1', 'CloudFront traffic'),
    micro(10240 * 0.085 + 40960 * 0.08 + (gb - 51200) * 0.06),
  );
  const eventsGb = (25000 * 0.4 * 730 * 3600) / 1e6;
  assert.equal(
    of(twice, 'prod/eu-west-1', 'Kafka replicator'),
    micro(eventsGb * 0.088) + micro(eventsGb * 0.02),
  );
});

test('nodes: pods to vCPUs, spot at its share and discount', () => {
  const lines = run(2);
  const vcpus = (4000 * 0.65 * 0.62 * 0.25) / 0.8;
  assert.equal(
    of(lines, 'prod/us-east-1', 'nodes on demand'),
    micro(vcpus * (1 - 0.65) * 730 * 0.0456),
  );
  assert.equal(
    of(lines, 'prod/us-east-1', 'nodes spot'),
    micro(vcpus * 0.65 * (1 - 0.65) * 730 * 0.0456),
  );
});

test('twice the traffic doubles what is used and nothing that stands', () => {
  const [once, twice] = [run(1), run(2)];
  for (const item of ['CloudFront requests', 'nodes spot', 'Aurora I/O']) {
    const [a, b] = [once, twice].map(l => of(l, 'prod/us-east-1', item));
    assert.ok(Math.abs(b - 2 * a) <= 2, item);
  }
  for (const item of ['Aurora instances', 'NAT gateways and endpoints']) {
    assert.equal(
      of(once, 'prod/us-east-1', item),
      of(twice, 'prod/us-east-1', item),
    );
  }
});

test('WAF is paid by request where Shield Advanced is not taken', () => {
  const { 'shield-advanced': _, ...without } = inventory['prod/us-east-1'];
  const lines = run(1, {
    inventory: { ...inventory, 'prod/us-east-1': without },
  });
  const requests = 5000 * 0.5 * 730 * 3600 * 0.62;
  assert.equal(
    of(lines, 'prod/us-east-1', 'WAF and Shield'),
    micro((requests / 1e6) * 0.6),
  );
});

test('sums by any key add up to the total', () => {
  const lines = run(2);
  for (const key of ['root', 'environment', 'group', 'item']) {
    const sums = [...sumBy(lines, line => line[key]).values()];
    assert.equal(
      sums.reduce((a, b) => a + b, 0),
      total(lines),
    );
  }
});

test('steps of a price: below, at and above an edge', () => {
  const steps = [
    [10, 2],
    [null, 1],
  ];
  assert.deepEqual(
    [0, 9, 10, 11].map(quantity => tiered(steps, quantity)),
    [0, 18, 20, 21],
  );
});

test('a lever saves its share of its items and of no others', () => {
  const lines = [
    { item: 'a', micros: 1_000_000 },
    { item: 'b', micros: 5_000_000 },
  ];
  const [{ micros }] = savings(lines, [
    { name: 'x', items: ['a'], coverage: 0.9, discount: 0.5 },
  ]);
  assert.equal(micros, 450_000);
});

test('what has no price or no name is refused', () => {
  const unknown = kind =>
    run(1, { inventory: { 'prod/us-east-1': { [kind]: 1 } } });
  assert.throws(() => unknown('aurora db.r9g.large'), /no price of "aurora/);
  assert.throws(() => unknown('quantum-computer'), /does not know/);
});

test('levers name items that exist, and prices name their source', () => {
  const items = new Set([
    ...run(1).map(({ item }) => item),
    'system nodes',
    'Redis',
    'OpenSearch nodes',
  ]);
  for (const { items: named } of assumptions.levers) {
    for (const item of named) {
      assert.ok(items.has(item), item);
    }
  }
  for (const [kind, { source, unit }] of Object.entries(prices.prices)) {
    assert.ok(prices.sources[source] && unit, kind);
  }
});

const planned = (type, after, after_unknown = {}) => ({
  mode: 'managed',
  type,
  address: `x.${type}`,
  change: { after, after_unknown },
});

test('plans are counted: nodes of clusters, brokers, zones of endpoints', () => {
  const counted = inventoryOfPlan({
    resource_changes: [
      planned('aws_elasticache_replication_group', {
        node_type: 'cache.r7g.large',
        num_node_groups: 3,
        replicas_per_node_group: 2,
      }),
      planned('aws_msk_cluster', {
        number_of_broker_nodes: 3,
        broker_node_group_info: [
          {
            instance_type: 'kafka.m7g.large',
            storage_info: [{ ebs_storage_info: [{ volume_size: 100 }] }],
          },
        ],
      }),
      planned('aws_opensearch_domain', {
        cluster_config: [
          {
            instance_type: 'm7g.large.search',
            instance_count: 3,
            dedicated_master_enabled: true,
            dedicated_master_count: 3,
            dedicated_master_type: 'm7g.large.search',
          },
        ],
        ebs_options: [{ volume_size: 50 }],
      }),
      planned(
        'aws_vpc_endpoint',
        { vpc_endpoint_type: 'Interface' },
        { subnet_ids: true },
      ),
      planned('aws_vpc_endpoint', { vpc_endpoint_type: 'Gateway' }),
      planned('aws_iam_role', {}),
    ],
  });
  assert.deepEqual(counted, {
    'interface-endpoint': 3,
    'kafka kafka.m7g.large': 3,
    'kafka-gib': 300,
    'redis cache.r7g.large': 9,
    'search m7g.large.search': 6,
    'search-gib': 150,
  });
});

test('an inventory that the plans do not hold is told', () => {
  const plan = {
    resource_changes: [planned('aws_nat_gateway', {})],
  };
  const plans = new Map([['dev/us-east-1', { plan }]]);
  const known = count => ({ 'dev/us-east-1': { 'nat-gateway': count } });
  assert.deepEqual(checkInventory(plans, known(1)), []);
  assert.match(
    checkInventory(plans, known(3))[0],
    /nat-gateway is 1 in the plan, 3 in/,
  );
});
