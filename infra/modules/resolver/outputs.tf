output "inbound_endpoint_id" {
  description = "Endpoint that networks outside AWS ask."
  value       = aws_route53_resolver_endpoint.inbound.id
}

output "inbound_ips" {
  description = "Addresses of the inbound endpoint, for the conditional forwarders of the data centre."
  value       = sort([for address in aws_route53_resolver_endpoint.inbound.ip_address : address.ip])
}

output "outbound_endpoint_id" {
  description = "Endpoint that forwarded queries leave by."
  value       = aws_route53_resolver_endpoint.outbound.id
}

output "rule_ids" {
  description = "Forward rules by name: input of modules/association in a workload account."
  value       = { for name, rule in aws_route53_resolver_rule.this : name => rule.id }
}

output "firewall_rule_group_id" {
  description = "DNS Firewall rule group: input of modules/association."
  value       = aws_route53_resolver_firewall_rule_group.this.id
}

output "query_log_config_id" {
  description = "Query log configuration: input of modules/association."
  value       = aws_route53_resolver_query_log_config.this.id
}

output "ram_share_arn" {
  description = "Resource share of rules, firewall and query log. null without share_with."
  value       = one(aws_ram_resource_share.this[*].arn)
}

output "kms_key_arn" {
  description = "Key that the query log is encrypted with."
  value       = aws_kms_key.this.arn
}
