import { resourcesOf } from '../live/plan.mjs';

const first = value => (Array.isArray(value) ? value[0] : value) ?? {};
const one = name => () => ({ [name]: 1 });

/** What of a resource is paid for whether or not it is used, by type. */
const paid = {
  aws_eks_cluster: one('eks-cluster'),
  aws_eks_node_group: ({ instance_types: types, scaling_config: scaling }) => ({
    [`ec2 ${types[0]}`]: first(scaling).min_size,
  }),
  aws_nat_gateway: one('nat-gateway'),
  aws_ec2_transit_gateway_vpc_attachment: one('tgw-attachment'),
  aws_ec2_transit_gateway_peering_attachment: one('tgw-attachment'),
  aws_vpn_connection: () => ({ 'vpn-connection': 1, 'tgw-attachment': 1 }),
  aws_route53_resolver_endpoint: ({ ip_address: addresses }) => ({
    'resolver-interface': addresses.length,
  }),
  aws_route53_zone: one('hosted-zone'),
  aws_route53_health_check: one('health-check'),
  aws_route53recoverycontrolconfig_cluster: one('arc-cluster'),
  aws_rds_cluster_instance: ({ instance_class: size }) => ({
    [`aurora ${size}`]: 1,
  }),
  aws_rds_cluster: one('aurora-cluster'),
  aws_elasticache_replication_group: values => ({
    [`redis ${values.node_type}`]:
      values.num_node_groups * (values.replicas_per_node_group + 1),
  }),
  aws_msk_cluster: values => {
    const group = first(values.broker_node_group_info);
    const disk = first(first(group.storage_info).ebs_storage_info);
    return {
      [`kafka ${group.instance_type}`]: values.number_of_broker_nodes,
      'kafka-gib': values.number_of_broker_nodes * disk.volume_size,
    };
  },
  aws_msk_replicator: one('kafka-replicator'),
  aws_opensearch_domain: values => {
    const cluster = first(values.cluster_config);
    const size = first(values.ebs_options).volume_size;
    const masters = cluster.dedicated_master_enabled
      ? cluster.dedicated_master_count
      : 0;
    const nodes = {
      [`search ${cluster.instance_type}`]: cluster.instance_count,
    };
    const master = `search ${cluster.dedicated_master_type}`;
    if (masters > 0) {
      nodes[master] = (nodes[master] ?? 0) + masters;
    }
    return { ...nodes, 'search-gib': cluster.instance_count * size };
  },
  aws_dynamodb_table: values => ({
    'dynamodb-table': 1 + (values.replica ?? []).length,
  }),
  aws_s3_bucket: one('bucket'),
  aws_cloudfront_distribution: one('cloudfront'),
  aws_wafv2_web_acl: ({ rule: rules }) => ({
    'waf-acl': 1,
    'waf-rule': (rules ?? []).length,
  }),
  aws_shield_protection: one('shield-advanced'),
  aws_cloudwatch_metric_alarm: one('alarm'),
  aws_kms_key: one('kms-key'),
  aws_secretsmanager_secret: ({ replica: replicas }) => ({
    secret: 1 + (replicas ?? []).length,
  }),
  aws_guardduty_detector: one('guardduty'),
  aws_config_configuration_recorder: one('config-recorder'),
  aws_ecr_repository: one('ecr-repository'),
};

/** Zones of an interface endpoint; its subnets may be known later only. */
function endpointZones({ values, unknown }) {
  if (values.vpc_endpoint_type !== 'Interface') {
    return 0;
  }
  return (
    [values.subnet_ids, unknown.subnet_ids].find(Array.isArray)?.length ?? 3
  );
}

/** What a root pays for by the hour or the month, counted from its plan. */
export function inventoryOfPlan(plan) {
  const counts = {};
  const add = (name, count) => {
    counts[name] = (counts[name] ?? 0) + count;
  };
  for (const resource of resourcesOf(plan)) {
    const { type, values } = resource;
    for (const [name, count] of Object.entries(paid[type]?.(values) ?? {})) {
      add(name, count);
    }
    if (type === 'aws_vpc_endpoint' && endpointZones(resource) > 0) {
      add('interface-endpoint', endpointZones(resource));
    }
  }
  return Object.fromEntries(
    Object.entries(counts)
      .filter(([, count]) => count > 0)
      .sort(([a], [b]) => a.localeCompare(b, 'en')),
  );
}

/** The same for all roots. */
export function inventoryOf(plans) {
  return Object.fromEntries(
    [...plans].map(([root, { plan }]) => [root, inventoryOfPlan(plan)]),
  );
}
