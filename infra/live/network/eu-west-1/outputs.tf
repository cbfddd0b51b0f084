output "transit_gateway_id" {
  description = "What VPCs of the workload accounts attach to."
  value       = module.transit_gateway.transit_gateway_id
}

output "transit_gateway_name" {
  description = "Name of the transit gateway, for the peering."
  value       = "arctiq-core-${var.region}"
}

output "peering_attachment_id" {
  description = "Peering that this region asked the other one for."
  value       = module.transit_gateway.peering_attachment_id
}

output "resolver" {
  description = "Rules, firewall and query log that VPCs associate with."
  value = {
    rule_ids               = module.resolver.rule_ids
    firewall_rule_group_id = module.resolver.firewall_rule_group_id
    query_log_config_id    = module.resolver.query_log_config_id
  }
}
