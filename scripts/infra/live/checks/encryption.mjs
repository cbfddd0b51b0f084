import { isSet, resourcesOf } from '../plan.mjs';

/** Flags that must be true wherever the provider knows them. */
const flags = [
  'encrypted',
  'storage_encrypted',
  'at_rest_encryption_enabled',
  'transit_encryption_enabled',
];

/** Attributes that name the customer's own key. */
const keys = ['kms_key_id', 'kms_key_arn', 'kms_master_key_id'];

/** Types where such an attribute means something else, and what. */
const keyElsewhere = {
  aws_kms_alias: 'names the key itself',
  aws_rds_cluster_instance: 'takes the key of its cluster',
  aws_db_snapshot: 'takes the key of its database',
  aws_cloudwatch_event_rule: 'holds no data',
  aws_s3_bucket_object: 'takes the key of its bucket',
  aws_s3_object: 'takes the key of its bucket',
  aws_kms_grant: 'names the key itself',
  aws_kms_key_policy: 'names the key itself',
  aws_ssm_parameter: 'holds published names and ids, no secrets',
};

const first = value => (Array.isArray(value) ? value[0] : value);
const known = (block, blockUnknown, name) =>
  Boolean(first(block)?.[name]) || first(blockUnknown)?.[name] === true;

/** Types that keep the answer in a nested block. */
const nested = {
  aws_dynamodb_table: ({ values, unknown }) => {
    const sse = values.server_side_encryption;
    return (
      first(sse)?.enabled === true &&
      known(sse, unknown.server_side_encryption, 'kms_key_arn')
    );
  },
  aws_opensearch_domain: ({ values, unknown }) =>
    first(values.encrypt_at_rest)?.enabled === true &&
    known(values.encrypt_at_rest, unknown.encrypt_at_rest, 'kms_key_id') &&
    first(values.node_to_node_encryption)?.enabled === true &&
    first(values.domain_endpoint_options)?.enforce_https === true,
  aws_msk_cluster: ({ values, unknown }) => {
    const info = first(values.encryption_info);
    const transit = first(info?.encryption_in_transit);
    return (
      known(
        info,
        first(unknown.encryption_info),
        'encryption_at_rest_kms_key_arn',
      ) &&
      transit?.client_broker === 'TLS' &&
      transit?.in_cluster !== false
    );
  },
  aws_eks_cluster: ({ values }) =>
    (first(values.encryption_config)?.resources ?? []).includes('secrets'),
  aws_ecr_repository: ({ values }) =>
    first(values.encryption_configuration)?.encryption_type === 'KMS',
  aws_launch_template: ({ values }) =>
    (values.block_device_mappings ?? []).every(
      ({ ebs }) => String(first(ebs)?.encrypted) === 'true',
    ),
  aws_kms_key: ({ values }) =>
    values.enable_key_rotation === true ||
    !(values.key_usage ?? 'ENCRYPT_DECRYPT').startsWith('ENCRYPT') ||
    !(values.customer_master_key_spec ?? 'SYMMETRIC').startsWith('SYMMETRIC'),
  aws_lb_listener: ({ values }) =>
    ['HTTPS', 'TLS'].includes(values.protocol) ||
    first(values.default_action)?.type === 'redirect',
};

function attributesOf(schema, type) {
  for (const provider of Object.values(schema.provider_schemas)) {
    const found = provider.resource_schemas?.[type];
    if (found) {
      return found.block.attributes ?? {};
    }
  }
  return {};
}

function checkBuckets(resources) {
  const scopeOf = address => address.replace(/aws_s3_bucket[a-z_]*\..+$/, '');
  const covered = new Set(
    resources
      .filter(
        ({ type, values }) =>
          type === 'aws_s3_bucket_server_side_encryption_configuration' &&
          (values.rule ?? []).some(rule =>
            first(
              rule.apply_server_side_encryption_by_default,
            )?.sse_algorithm?.startsWith('aws:kms'),
          ),
      )
      .map(({ address }) => scopeOf(address)),
  );
  return resources
    .filter(
      ({ type, address }) =>
        type === 'aws_s3_bucket' && !covered.has(scopeOf(address)),
    )
    .map(
      ({ address }) => `${address} is not encrypted with a key of the company`,
    );
}

/** What is kept is encrypted with a key of the company, and so is what travels. */
export function checkEncryption(plan, { schema }) {
  const resources = resourcesOf(plan);
  const problems = checkBuckets(resources);
  for (const resource of resources) {
    const { type, address, values } = resource;
    const attributes = attributesOf(schema, type);
    const isReadOnly = name =>
      attributes[name]?.computed && !attributes[name]?.optional;
    for (const flag of flags) {
      if (
        attributes[flag] &&
        !isReadOnly(flag) &&
        String(values[flag]) !== 'true'
      ) {
        problems.push(`${address}: ${flag} is not true`);
      }
    }
    for (const key of keys) {
      const matters =
        attributes[key] && !isReadOnly(key) && !keyElsewhere[type];
      if (matters && !isSet(resource, key)) {
        problems.push(`${address}: ${key} is not set`);
      }
    }
    if (nested[type] && !nested[type](resource)) {
      problems.push(`${address} is not encrypted as it must be`);
    }
  }
  return problems;
}
