import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkLive, readCompany, tableOf } from './checks.mjs';

const tagged = {
  tags: { type: ['map', 'string'] },
  tags_all: { type: ['map', 'string'] },
};
const attributes = names =>
  Object.fromEntries(names.map(name => [name, { optional: true }]));
const schema = {
  provider_schemas: {
    aws: {
      resource_schemas: {
        aws_vpc: { block: { attributes: tagged } },
        aws_s3_bucket: { block: { attributes: tagged } },
        aws_dynamodb_table: { block: { attributes: tagged } },
        aws_security_group: { block: { attributes: tagged } },
        aws_rds_cluster: {
          block: {
            attributes: {
              ...tagged,
              ...attributes(['storage_encrypted', 'kms_key_id']),
            },
          },
        },
        aws_rds_cluster_instance: { block: { attributes: tagged } },
        aws_sns_topic: {
          block: {
            attributes: { ...tagged, ...attributes(['kms_master_key_id']) },
          },
        },
      },
    },
  },
};

const company = {
  ...readCompany(),
  services: ['orders-db', 'network'],
  regions: ['us-east-1', 'eu-west-1'],
  reservedCidrs: { 'behind the VPN': '10.240.0.0/16' },
};
const tags = {
  team: 'orders',
  service: 'orders-db',
  environment: 'prod',
  'cost-centre': 'cc-1001',
};

function resource(
  type,
  values,
  { name = 'this', module = 'data', unknown } = {},
) {
  return {
    mode: 'managed',
    type,
    address: `module.${module}.${type}.${name}`,
    module_address: `module.${module}`,
    change: {
      after: { tags_all: tags, ...values },
      after_unknown: unknown ?? {},
    },
  };
}

function planOf(root, resources) {
  const [account, region] = root.split('/');
  return {
    variables: {
      region: { value: region },
      account_id: { value: company.accounts[account].id },
    },
    configuration: {
      provider_config: {
        aws: {
          expressions: {
            allowed_account_ids: { references: ['var.account_id'] },
          },
        },
      },
      root_module: {
        module_calls: {
          data: { source: '../../../modules/aurora-global' },
          edge: { source: '../../../modules/edge' },
        },
      },
    },
    resource_changes: resources,
  };
}

const cluster = more =>
  resource('aws_rds_cluster', {
    engine: 'aurora-postgresql',
    engine_version: '16.6',
    storage_encrypted: true,
    kms_key_id: 'arn:aws:kms:us-east-1:210000000013:key/1',
    ...more,
  });
const instance = (name, values = {}) =>
  resource(
    'aws_rds_cluster_instance',
    { publicly_accessible: false, ...values },
    { name },
  );

const primary = () => [
  resource('aws_vpc', { cidr_block: '10.48.0.0/16' }),
  resource('aws_subnet', { cidr_block: '10.48.0.0/22' }),
  resource('aws_rds_global_cluster', {
    global_cluster_identifier: 'arctiq-prod-orders',
    storage_encrypted: true,
  }),
  cluster({ master_username: 'orders' }),
  instance('a'),
  instance('b'),
];
const secondary = () => [
  resource('aws_vpc', { cidr_block: '10.49.0.0/16' }),
  cluster({
    global_cluster_identifier: 'arctiq-prod-orders',
    kms_key_id: 'arn:aws:kms:eu-west-1:210000000013:key/2',
  }),
  instance('a'),
];

function plansOf({ us = primary(), eu = secondary() } = {}) {
  const roots = { 'prod/us-east-1': us, 'prod/eu-west-1': eu };
  return new Map(
    Object.entries(roots).map(([root, resources]) => [
      root,
      { plan: planOf(root, resources), seconds: 1 },
    ]),
  );
}

const failuresOf = plans =>
  checkLive(plans, schema, company).filter(({ ok }) => !ok);

function expectFailure(plans, check, why) {
  const failures = failuresOf(plans);
  assert.ok(
    failures.some(one => one.check === check && why.test(one.why)),
    `expected ${check} ${why}, got ${JSON.stringify(failures, undefined, 1)}`,
  );
}

const add = resources => plansOf({ us: [...primary(), ...resources] });

test('a good pair of regions passes every check', () => {
  assert.deepEqual(failuresOf(plansOf()), []);
  assert.match(
    tableOf(checkLive(plansOf(), schema, company)),
    /prod\/us-east-1 +ok/,
  );
});

test('tags: missing, incomplete, unknown and foreign ones fail', () => {
  const bucket = tagsAll =>
    add([
      resource('aws_sns_topic', { tags_all: tagsAll, kms_master_key_id: 'k' }),
    ]);
  expectFailure(bucket(null), 'tags', /has no tags/);
  const { service, ...without } = tags;
  expectFailure(bucket(without), 'tags', /lacks service/);
  expectFailure(bucket({ ...tags, team: 'ghosts' }), 'tags', /team "ghosts"/);
  expectFailure(
    bucket({ ...tags, 'cost-centre': 'cc-9999' }),
    'tags',
    /cc-9999.*is not cc-1001/,
  );
  expectFailure(bucket({ ...tags, service: 'nobody' }), 'tags', /"nobody"/);
  expectFailure(
    bucket({ ...tags, environment: 'dev' }),
    'tags',
    /environment "dev" is not prod/,
  );
});

test('tags: an account carries its own environment, nothing else may', () => {
  const account = environment =>
    add([
      resource('aws_sns_topic', {
        tags_all: { ...tags, environment },
        kms_master_key_id: 'k',
      }),
    ]);
  expectFailure(account('dr'), 'tags', /environment "dr" is not prod/);
  const known = structuredClone(schema);
  const { aws } = known.provider_schemas;
  aws.resource_schemas.aws_organizations_account = {
    block: { attributes: tagged },
  };
  const planned = environment =>
    checkLive(
      add([
        resource('aws_organizations_account', {
          tags_all: { ...tags, environment },
        }),
      ]),
      known,
      company,
    ).filter(({ ok }) => !ok);
  assert.deepEqual(planned('dr'), []);
  assert.match(planned('moon')[0].why, /environment "moon"/);
});

test('networks: an overlap between roots, with a reserve or within fails', () => {
  const vpc = cidr => resource('aws_vpc', { cidr_block: cidr }, { name: 'b' });
  const eu = [...secondary(), vpc('10.48.128.0/17')];
  expectFailure(plansOf({ eu }), 'no overlap of networks', /10\.48\.128\.0/);
  expectFailure(
    add([vpc('10.240.4.0/22')]),
    'no overlap of networks',
    /behind/,
  );
  expectFailure(
    add([resource('aws_subnet', { cidr_block: '10.48.2.0/24' })]),
    'no overlap of networks',
    /10\.48\.2\.0\/24.*overlaps|overlaps 10\.48\.2\.0/,
  );
  expectFailure(
    add([resource('aws_subnet', { cidr_block: '10.99.0.0/24' })]),
    'no overlap of networks',
    /lies in no VPC/,
  );
  expectFailure(
    add([
      resource('aws_vpn_connection_route', {
        destination_cidr_block: '10.48.7.0/24',
      }),
    ]),
    'no overlap of networks',
    /10\.48\.7\.0/,
  );
  expectFailure(
    add([vpc('10.300.0.0/16')]),
    'no overlap of networks',
    /no IPv4/,
  );
});

test('aurora: an unlinked, lagging or empty secondary fails', () => {
  const change = more => [
    cluster({ global_cluster_identifier: 'arctiq-prod-orders', ...more }),
    instance('a'),
  ];
  const lonely = [resource('aws_vpc', { cidr_block: '10.49.0.0/16' })];
  expectFailure(plansOf({ eu: lonely }), 'aurora linked', /stands alone/);
  expectFailure(
    plansOf({ eu: change({ global_cluster_identifier: 'arctiq-prod-order' }) }),
    'aurora linked',
    /has 0 primaries/,
  );
  expectFailure(
    plansOf({ eu: change({ engine_version: '16.4' }) }),
    'aurora linked',
    /runs 16\.4, the primary 16\.6/,
  );
  expectFailure(
    plansOf({ eu: change({ master_username: 'second' }) }),
    'aurora linked',
    /master user of its own/,
  );
  expectFailure(
    plansOf({ eu: change({}).slice(0, 1) }),
    'aurora linked',
    /no instance/,
  );
  const sameRegion = new Map([
    ...plansOf(),
    ['prod/eu-west-1', { plan: planOf('prod/us-east-1', []) }],
  ]);
  expectFailure(sameRegion, 'aurora linked', /stands alone/);
});

test('databases: one that the internet reaches fails', () => {
  expectFailure(
    add([instance('c', { publicly_accessible: true })]),
    'no public database',
    /can be reached/,
  );
  expectFailure(
    add([resource('aws_opensearch_domain', { vpc_options: [] })]),
    'no public database',
    /opensearch/,
  );
});

test('openings: the whole world may enter at the edge only', () => {
  const rule = module =>
    resource(
      'aws_vpc_security_group_ingress_rule',
      { cidr_ipv4: '0.0.0.0/0' },
      { module },
    );
  assert.deepEqual(failuresOf(add([rule('edge')])), []);
  const check = 'not open to the world';
  expectFailure(add([rule('data')]), check, /ingress_rule/);
  expectFailure(
    add([
      resource('aws_security_group', {
        ingress: [{ ipv6_cidr_blocks: ['::/0'] }],
      }),
    ]),
    check,
    /aws_security_group/,
  );
  expectFailure(
    add([
      resource('aws_eks_cluster', {
        vpc_config: [{ endpoint_public_access: true }],
        encryption_config: [{ resources: ['secrets'] }],
      }),
    ]),
    check,
    /eks/,
  );
  expectFailure(
    add([
      resource('aws_s3_bucket_public_access_block', {
        block_public_acls: true,
        block_public_policy: false,
        ignore_public_acls: true,
        restrict_public_buckets: true,
      }),
    ]),
    check,
    /public_access_block/,
  );
});

test('regions: one off the list fails, in a value, a zone or an ARN', () => {
  for (const text of [
    'us-west-2',
    'us-west-2b',
    'arn:aws:kms:ap-northeast-1:210000000013:key/3',
  ]) {
    expectFailure(
      add([resource('aws_dynamodb_table_replica', { place: text })]),
      'regions',
      /which is not allowed/,
    );
  }
  const moved = plansOf();
  moved.get('prod/us-east-1').plan.variables.region.value = 'eu-west-1';
  expectFailure(moved, 'regions', /the folder says us-east-1/);
});

test('encryption: a flag, a key or a nested block left out fails', () => {
  const check = 'encryption';
  const database = more =>
    plansOf({
      us: [
        ...primary().slice(0, 3),
        cluster(more),
        instance('a'),
        instance('b'),
      ],
    });
  expectFailure(database({ storage_encrypted: false }), check, /not true/);
  expectFailure(database({ kms_key_id: null }), check, /kms_key_id is not set/);
  expectFailure(
    add([resource('aws_sns_topic', {})]),
    check,
    /kms_master_key_id/,
  );
  expectFailure(add([resource('aws_s3_bucket', {})]), check, /aws_s3_bucket/);
  expectFailure(
    add([
      resource('aws_dynamodb_table', {
        server_side_encryption: [{ enabled: false }],
      }),
    ]),
    check,
    /dynamodb/,
  );
  expectFailure(
    add([
      resource('aws_msk_cluster', {
        encryption_info: [
          {
            encryption_at_rest_kms_key_arn: 'k',
            encryption_in_transit: [{ client_broker: 'TLS_PLAINTEXT' }],
          },
        ],
      }),
    ]),
    check,
    /msk/,
  );
  expectFailure(
    add([resource('aws_kms_key', { enable_key_rotation: false })]),
    check,
    /aws_kms_key/,
  );
});

test('accounts: a wrong account or a provider that takes any fails', () => {
  const wrong = plansOf();
  wrong.get('prod/us-east-1').plan.variables.account_id.value = '1';
  expectFailure(wrong, 'accounts', /account_id is 1/);
  const open = plansOf();
  open.get('prod/us-east-1').plan.configuration.provider_config = {};
  expectFailure(open, 'accounts', /does not refuse/);
});
