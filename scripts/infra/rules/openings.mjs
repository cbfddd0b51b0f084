/**
 * Where a module may name the whole internet, how often, why, and until when
 * this must be looked at again. Routes need no line here: they let nobody in.
 */
export const openings = [
  {
    module: 'network',
    block: 'local.routed_ingress',
    count: 5,
    reason:
      'web ports of public load balancers, and answers to connections that began inside: network ACLs keep no state',
    until: '2027-05-31',
  },
  {
    module: 'network',
    block: 'aws_network_acl_rule.routed_ingress_mtu',
    count: 1,
    reason: 'path MTU discovery (ICMP 3/4); without it large packets vanish',
    until: '2027-05-31',
  },
  {
    module: 'network',
    block: 'aws_network_acl_rule.routed_egress',
    count: 1,
    reason: 'outgoing traffic is narrowed by security groups and the resolver',
    until: '2027-05-31',
  },
  {
    module: 'pci-segment',
    block: 'aws_network_acl.this',
    count: 2,
    reason: 'the last rule of each direction refuses what no other allows',
    until: '2027-05-31',
  },
  {
    module: 'eks',
    block: 'aws_vpc_security_group_egress_rule.node_to_world',
    count: 1,
    reason:
      'HTTPS out to payment providers and registries; network policies name the pods that may',
    until: '2027-05-31',
  },
  {
    module: 'analytics-gcp',
    block: 'google_compute_firewall.egress',
    count: 1,
    reason: 'the rule refuses what no other rule allows',
    until: '2027-05-31',
  },
];
