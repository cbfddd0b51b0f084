const yes = { must: 'true', holds: value => value === true };
const ownKey = {
  must: 'a key of our own',
  holds: value =>
    /\$\{.*k(ms|ey)/is.test(value ?? '') && !/alias\/aws\//.test(value),
};
const is = (...wanted) => ({
  must: wanted.map(one => JSON.stringify(one)).join(' or '),
  holds: value => wanted.includes(value),
});
const includes = (...wanted) => ({
  must: `a list with ${wanted.join(', ')} and nothing else`,
  holds: value =>
    Array.isArray(value) && wanted.join() === [...value].sort().join(),
});
const exempt = reason => ({ exempt: reason });

/** Holds only where the block that carries the argument is written. */
const within = (block, requirement) => ({
  ...requirement,
  optionalBlock: block,
});

/** Holds only where a condition on the resource does. */
const when = (condition, requirement) => ({
  must: requirement.must,
  holds: (value, body) => !condition(body) || requirement.holds(value, body),
});

/** By the name of an argument, for all types. */
export const defaults = [
  {
    pattern:
      /^(encrypted|storage_encrypted|at_rest_encryption_enabled|transit_encryption_enabled)$/,
    requirement: yes,
  },
  {
    pattern: /(^|_)(kms|cmk)_(.*_)?(id|arn|identifier)$|^kms_key$/,
    requirement: ownKey,
  },
];

/** Whatever stands in the list can be what two gateways agree on. */
const strongCiphers = {
  must: 'a list of AES256-GCM-16, AES128-GCM-16 and AES256 only',
  holds: value =>
    Array.isArray(value) &&
    value.length > 0 &&
    value.every(one => /^AES(256|(128|256)-GCM-16)$/.test(one)),
};

const stateMachine = {
  'encryption_configuration.type': is('CUSTOMER_MANAGED_KMS_KEY'),
  'encryption_configuration.kms_data_key_reuse_period_seconds': exempt(
    'how long a data key is used again, not whether',
  ),
};

const bucketArguments = exempt(
  'stated by a resource of its own, which this rule asks for',
);

/**
 * What arguments of a resource type must be, by their path. Every argument of a
 * type in use that speaks of encryption needs an answer: by its name, or here.
 */
export const encryptionTable = {
  aws_kms_key: {
    enable_key_rotation: when(
      ({ key_usage: usage, customer_master_key_spec: spec }) =>
        (usage ?? 'ENCRYPT_DECRYPT') === 'ENCRYPT_DECRYPT' &&
        (spec ?? 'SYMMETRIC_DEFAULT') === 'SYMMETRIC_DEFAULT',
      yes,
    ),
  },
  aws_cloudfront_distribution: {
    'default_cache_behavior.field_level_encryption_id': exempt(
      'no form field is encrypted at the edge; the whole way is TLS',
    ),
    'ordered_cache_behavior.field_level_encryption_id': exempt(
      'no form field is encrypted at the edge; the whole way is TLS',
    ),
    'default_cache_behavior.viewer_protocol_policy': is(
      'redirect-to-https',
      'https-only',
    ),
    'ordered_cache_behavior.viewer_protocol_policy': within(
      'ordered_cache_behavior',
      is('redirect-to-https', 'https-only'),
    ),
    'origin.custom_origin_config.origin_ssl_protocols': within(
      'origin.custom_origin_config',
      includes('TLSv1.2'),
    ),
    'origin.custom_origin_config.origin_protocol_policy': within(
      'origin.custom_origin_config',
      is('https-only'),
    ),
    'origin.custom_origin_config.https_port': exempt('a number of a port'),
    'viewer_certificate.ssl_support_method': exempt(
      'how the server name is told, not how strongly it is encrypted',
    ),
    'viewer_certificate.minimum_protocol_version': is('TLSv1.2_2021'),
  },
  aws_dynamodb_table: {
    'server_side_encryption.enabled': yes,
    'replica.kms_key_arn': within('replica', ownKey),
    'import_table.input_format_options': exempt('tables are not imported'),
  },
  aws_ecr_repository: {
    'encryption_configuration.encryption_type': is('KMS'),
  },
  aws_ecr_repository_creation_template: {
    'encryption_configuration.encryption_type': is('KMS'),
  },
  aws_eks_cluster: {
    'encryption_config.resources': includes('secrets'),
    'encryption_config.provider.key_arn': ownKey,
  },
  aws_elasticache_replication_group: {
    transit_encryption_mode: is('required'),
  },
  aws_launch_template: {
    'block_device_mappings.ebs.encrypted': yes,
  },
  aws_lb_listener: {
    ssl_policy: is('ELBSecurityPolicy-TLS13-1-2-2021-06'),
    routing_http_request_x_amzn_tls_cipher_suite_header_name: exempt(
      'the name of a header',
    ),
    routing_http_request_x_amzn_tls_version_header_name: exempt(
      'the name of a header',
    ),
  },
  aws_msk_cluster: {
    'encryption_info.encryption_in_transit.client_broker': is('TLS'),
    'encryption_info.encryption_in_transit.in_cluster': yes,
    'client_authentication.tls.certificate_authority_arns': exempt(
      'clients show who they are by IAM, not by certificates',
    ),
    'broker_node_group_info.connectivity_info.vpc_connectivity.client_authentication.tls':
      exempt('clients show who they are by IAM, not by certificates'),
  },
  aws_opensearch_domain: {
    'domain_endpoint_options.enforce_https': yes,
    'domain_endpoint_options.tls_security_policy': is(
      'Policy-Min-TLS-1-2-PFS-2023-10',
      'Policy-Min-TLS-1-2-2019-07',
    ),
    'encrypt_at_rest.enabled': yes,
    'node_to_node_encryption.enabled': yes,
  },
  aws_rds_cluster: {
    master_user_secret_kms_key_id: when(
      body => body.manage_master_user_password !== undefined,
      ownKey,
    ),
    performance_insights_kms_key_id: when(
      body => body.performance_insights_enabled !== undefined,
      ownKey,
    ),
  },
  aws_rds_cluster_instance: {
    performance_insights_kms_key_id: when(
      body => body.performance_insights_enabled !== undefined,
      ownKey,
    ),
  },
  aws_route53_health_check: {
    type: is(
      'HTTPS',
      'HTTPS_STR_MATCH',
      // These ask nobody over the network.
      'CALCULATED',
      'CLOUDWATCH_METRIC',
      'RECOVERY_CONTROL',
    ),
  },
  aws_s3_bucket_replication_configuration: {
    'rule.source_selection_criteria.sse_kms_encrypted_objects.status':
      is('Enabled'),
  },
  aws_s3_bucket_server_side_encryption_configuration: {
    'rule.apply_server_side_encryption_by_default.sse_algorithm': is(
      'aws:kms',
      'aws:kms:dsse',
    ),
  },
  aws_s3_bucket_inventory: {
    'destination.bucket.encryption.sse_kms.key_id': exempt(
      'the bucket that takes the list encrypts it by its default',
    ),
  },
  aws_secretsmanager_secret: {
    'replica.kms_key_id': within('replica', {
      must: 'a key of the other region',
      holds: value => /\.kms_key/.test(value ?? ''),
    }),
  },
  aws_sfn_state_machine: stateMachine,
  aws_sqs_queue: {
    kms_data_key_reuse_period_seconds: exempt(
      'how long a data key is used again, not whether',
    ),
    sqs_managed_sse_enabled: exempt('the key is our own instead'),
  },
  aws_vpn_connection: {
    tunnel1_phase1_encryption_algorithms: strongCiphers,
    tunnel1_phase2_encryption_algorithms: strongCiphers,
    tunnel2_phase1_encryption_algorithms: strongCiphers,
    tunnel2_phase2_encryption_algorithms: strongCiphers,
  },
  google_dataproc_cluster: {
    'cluster_config.encryption_config.kms_key_name': ownKey,
  },
  google_kms_crypto_key: {
    rotation_period: is('7776000s'),
  },
  google_storage_bucket: {
    'encryption.default_kms_key_name': ownKey,
  },
};

for (const path of [
  'replication_configuration.rules.destination.replica_kms_key_id',
  'replication_configuration.rules.source_selection_criteria.sse_kms_encrypted_objects.enabled',
  'server_side_encryption_configuration.rule.bucket_key_enabled',
  'server_side_encryption_configuration.rule.apply_server_side_encryption_by_default.kms_master_key_id',
  'server_side_encryption_configuration.rule.apply_server_side_encryption_by_default.sse_algorithm',
]) {
  encryptionTable.aws_s3_bucket = {
    ...encryptionTable.aws_s3_bucket,
    [path]: bucketArguments,
  };
}
