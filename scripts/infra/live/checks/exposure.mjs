import { resourcesOf } from '../plan.mjs';

const everywhere = ['0.0.0.0/0', '::/0'];
const isOpen = value => [value].flat().some(one => everywhere.includes(one));

/** Modules that exist to be reached by the public. */
const publicModules = ['edge'];

const databaseFlags = {
  aws_rds_cluster_instance: ({ publicly_accessible: open }) => open === true,
  aws_db_instance: ({ publicly_accessible: open }) => open === true,
  aws_redshift_cluster: ({ publicly_accessible: open }) => open === true,
  aws_dms_replication_instance: ({ publicly_accessible: open }) =>
    open === true,
  aws_msk_cluster: ({ broker_node_group_info: groups }) =>
    (groups ?? []).some(group =>
      (group.connectivity_info ?? []).some(info =>
        (info.public_access ?? []).some(
          ({ type }) => type && type !== 'DISABLED',
        ),
      ),
    ),
  aws_opensearch_domain: ({ vpc_options: options }) =>
    (options ?? []).length === 0,
  aws_mq_broker: ({ publicly_accessible: open }) => open === true,
};

/** No store of data can be reached from the internet. */
export function checkDatabases(plan) {
  return resourcesOf(plan)
    .filter(({ type, values }) => databaseFlags[type]?.(values))
    .map(({ address }) => `${address} can be reached from the internet`);
}

const openings = {
  aws_vpc_security_group_ingress_rule: values =>
    isOpen([values.cidr_ipv4, values.cidr_ipv6]),
  aws_security_group_rule: values =>
    values.type === 'ingress' &&
    isOpen([values.cidr_blocks ?? [], values.ipv6_cidr_blocks ?? []].flat()),
  aws_security_group: values =>
    (values.ingress ?? []).some(rule =>
      isOpen([rule.cidr_blocks ?? [], rule.ipv6_cidr_blocks ?? []].flat()),
    ),
  aws_default_security_group: values => (values.ingress ?? []).length > 0,
  aws_eks_cluster: values =>
    (values.vpc_config ?? []).some(
      config =>
        config.endpoint_public_access !== false ||
        config.endpoint_private_access !== true,
    ),
  aws_s3_bucket_public_access_block: values =>
    ![
      'block_public_acls',
      'block_public_policy',
      'ignore_public_acls',
      'restrict_public_buckets',
    ].every(flag => values[flag] === true),
};

/** Nothing but the edge lets the whole world in. */
export function checkOpenings(plan) {
  return resourcesOf(plan)
    .filter(({ module }) => !publicModules.includes(module))
    .filter(({ type, values }) => openings[type]?.(values))
    .map(({ address }) => `${address} lets the whole world in`);
}
