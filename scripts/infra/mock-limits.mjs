/** An API that the mock does not know answers 404, one that it breaks on 500. */
const missing = (resource, api) => ({
  resource,
  error: `${api}, https response error StatusCode: 404`,
  why: `the mock has no ${api}`,
});
const forgotten = (resource, ...attributes) => ({
  resource,
  attributes,
  why: 'the mock does not give back what it was told',
});
const broken = (resource, api) => ({
  resource,
  error: `${api}, exceeded maximum number of attempts, 2, https response error StatusCode: 500`,
  why: `the mock breaks on ${api}`,
});

/**
 * What the mock forgets of resources of a type, in any module: the description
 * of a rule that names another security group.
 */
export const commonDrift = {
  aws_vpc_security_group_ingress_rule: ['description'],
  aws_vpc_security_group_egress_rule: ['description'],
};

/**
 * What the mock of AWS does not do, by module. The stage holds this list
 * against what really happens in both directions: an error that is not listed
 * fails, and so does a line that is no longer true.
 *
 * refused: the resource cannot be made. `error` is a part of the message. What
 *          depends on the resource is not made either and needs no line.
 * drift:   the mock answers with other attributes than it was given, so that
 *          the second plan sets them again (`attributes`), or makes the
 *          resource anew (`replaced`).
 * patienceMs: after how long a wait of the provider is broken off.
 * kept:    the resource cannot be destroyed. `error` is a part of the message.
 */
export const mockLimits = {
  'aurora-global': {
    drift: [
      forgotten(
        'aws_rds_cluster.this',
        'engine_lifecycle_support',
        'scaling_configuration',
      ),
      forgotten(
        'aws_rds_cluster_instance.this',
        'monitoring_interval',
        'monitoring_role_arn',
        'performance_insights_enabled',
        'performance_insights_kms_key_id',
        'performance_insights_retention_period',
      ),
      forgotten(
        'aws_rds_global_cluster.this',
        'engine_lifecycle_support',
        'tags',
        'tags_all',
      ),
    ],
  },
  backup: {
    refused: [
      broken('aws_backup_selection.this', 'CreateBackupSelection'),
      missing(
        'aws_backup_restore_testing_plan.this',
        'CreateRestoreTestingPlan',
      ),
      missing('aws_backup_vault_policy.this', 'PutBackupVaultAccessPolicy'),
      missing(
        'aws_backup_vault_notifications.this',
        'PutBackupVaultNotifications',
      ),
    ],
    drift: [
      forgotten('aws_backup_plan.this', 'tags', 'tags_all'),
      forgotten('aws_backup_vault.this', 'tags', 'tags_all'),
    ],
    kept: [
      {
        resource: 'aws_backup_vault.this',
        error:
          'ListRecoveryPointsByBackupVault, https response error StatusCode: 404',
        why: 'the mock has no ListRecoveryPointsByBackupVault',
      },
    ],
  },
  budget: {
    refused: [
      broken('aws_budgets_budget.total', 'DescribeSubscribersForNotification'),
      broken('aws_budgets_budget.team', 'DescribeSubscribersForNotification'),
      broken('aws_ce_anomaly_monitor.service', 'CreateAnomalyMonitor'),
      broken('aws_ce_anomaly_monitor.team', 'CreateAnomalyMonitor'),
    ],
  },
  'dr-drill': {
    refused: [
      {
        resource: 'aws_security_group.quarantine',
        error:
          'RevokeSecurityGroupEgress, https response error StatusCode: 400',
        why: 'the mock does not find the default rule that the provider takes away',
      },
    ],
    drift: [
      forgotten('aws_cloudwatch_event_connection.portal', 'kms_key_identifier'),
    ],
  },
  edge: {
    refused: [
      missing(
        'aws_cloudfront_response_headers_policy.security',
        'CreateResponseHeadersPolicy',
      ),
      missing('aws_cloudfront_cache_policy.shared', 'CreateCachePolicy'),
    ],
  },
  eks: {
    refused: [
      missing('aws_eks_addon.before_nodes', 'CreateAddon'),
      missing('aws_eks_access_entry.this', 'CreateAccessEntry'),
    ],
    drift: [
      {
        resource: 'aws_eks_cluster.this',
        replaced: true,
        why: 'the mock forgets the access mode and the private endpoint',
      },
      forgotten('aws_launch_template.system', 'tag_specifications'),
    ],
  },
  karpenter: {
    refused: [
      missing('aws_eks_access_entry.node', 'CreateAccessEntry'),
      missing(
        'aws_eks_pod_identity_association.controller',
        'CreatePodIdentityAssociation',
      ),
    ],
    drift: [forgotten('aws_eks_cluster.this', 'access_config')],
  },
  msk: {
    refused: [missing('aws_msk_configuration.this', 'CreateConfiguration')],
  },
  observability: {
    refused: [
      missing(
        'aws_eks_pod_identity_association.this',
        'CreatePodIdentityAssociation',
      ),
    ],
    drift: [forgotten('aws_eks_cluster.this', 'access_config')],
  },
  opensearch: {
    // The mock leaves a domain in the making for ever.
    patienceMs: 60_000,
    refused: [
      {
        resource: 'aws_opensearch_domain.this',
        error: 'waiting for OpenSearch Domain to be created',
        why: 'the mock does not finish the domain',
      },
    ],
  },
  organization: {
    refused: [broken('aws_cloudtrail.this', 'StartLogging')],
    kept: [
      {
        resource: 'aws_guardduty_organization_admin_account.this',
        error:
          'DisableOrganizationAdminAccount, https response error StatusCode: 404',
        why: 'the mock has no DisableOrganizationAdminAccount',
      },
    ],
  },
  portal: {
    refused: [
      missing(
        'aws_eks_pod_identity_association.this',
        'CreatePodIdentityAssociation',
      ),
    ],
  },
  redis: {
    refused: [
      broken('aws_elasticache_user_group.this', 'CreateUserGroup'),
      broken(
        'aws_elasticache_parameter_group.this',
        'CreateCacheParameterGroup',
      ),
    ],
    kept: [
      {
        resource: 'aws_elasticache_subnet_group.this',
        error: 'DeleteCacheSubnetGroup, exceeded maximum number of attempts',
        why: 'the mock breaks on DeleteCacheSubnetGroup',
      },
    ],
  },
  resolver: {
    drift: [
      forgotten('aws_route53_resolver_endpoint.inbound', 'protocols'),
      forgotten('aws_route53_resolver_endpoint.outbound', 'protocols'),
    ],
    refused: [
      ...['blocked', 'allowed'].map(name =>
        broken(
          `aws_route53_resolver_firewall_domain_list.${name}`,
          'CreateFirewallDomainList',
        ),
      ),
      broken(
        'aws_route53_resolver_firewall_rule_group.this',
        'CreateFirewallRuleGroup',
      ),
      broken(
        'aws_route53_resolver_firewall_config.this',
        'UpdateFirewallConfig',
      ),
      {
        resource: 'aws_route53_resolver_query_log_config.this',
        error: 'ListTagsForResource, https response error StatusCode: 400',
        why: 'the mock does not list the tags of a query log',
      },
    ],
  },
  state: {
    // The mock never gives the lifecycle rules back as they were set.
    patienceMs: 90_000,
    refused: [
      {
        resource: 'aws_s3_bucket_lifecycle_configuration.this',
        error: 'While waiting',
        why: 'the mock does not give the rules back as they were set',
      },
      broken('aws_s3_bucket_logging.this', 'PutBucketLogging'),
    ],
  },
  vpn: {
    drift: [
      {
        resource: 'aws_customer_gateway.this',
        replaced: true,
        why: 'the mock forgets the name of the device',
      },
      forgotten('aws_vpn_connection.this', 'preshared_key_storage'),
    ],
  },
};
