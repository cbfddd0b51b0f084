/** What is billed by the hour in an inventory; the rest is by the month. */
export const hourly =
  /^(eks-cluster|ec2 |nat-gateway|interface-endpoint|tgw-attachment|vpn-connection|resolver-interface|arc-cluster|aurora db|redis |kafka kafka|kafka-replicator$|search [mr])/;

/** Entries of an inventory that are counted, not paid for by themselves. */
export const free = new Set([
  'aurora-cluster',
  'dynamodb-table',
  'bucket',
  'cloudfront',
  'guardduty',
  'config-recorder',
  'ecr-repository',
]);

/** Kinds of an inventory: their line on the bill, and its group. */
const itemNames = [
  [/^aurora db/, 'Aurora instances', 'databases'],
  [/^redis /, 'Redis', 'caches and search'],
  [/^search-gib/, 'OpenSearch disks', 'caches and search'],
  [/^search /, 'OpenSearch nodes', 'caches and search'],
  [/^kafka-replicator/, 'Kafka replicator', 'events'],
  [/^kafka-gib/, 'Kafka disks', 'events'],
  [/^kafka /, 'Kafka brokers', 'events'],
  [/^ec2 /, 'system nodes', 'clusters'],
  [/^eks-cluster/, 'EKS control planes', 'clusters'],
  [
    /^(nat-gateway|interface-endpoint)/,
    'NAT gateways and endpoints',
    'network',
  ],
  [
    /^(tgw-attachment|vpn-connection|resolver-interface)/,
    'transit gateway, VPN, resolvers',
    'network',
  ],
  [/^(arc-cluster|hosted-zone|health-check)/, 'DNS and failover', 'edge'],
  [/^(waf-|shield-)/, 'WAF and Shield', 'edge'],
  [/^(alarm|kms-key|secret)/, 'keys, secrets, alarms', 'operations'],
];

/** Line and group of the bill that a kind belongs to. */
export function named(kind) {
  const [, item, group] =
    itemNames.find(([pattern]) => pattern.test(kind)) ?? [];
  if (!item) {
    throw new Error(`the cost model does not know "${kind}"`);
  }
  return { item, group };
}
