output "subnet_ids" {
  description = "Subnets of the segment, in the order of availability_zones."
  value       = [for az in var.availability_zones : aws_subnet.this[az].id]
}

output "security_group_id" {
  description = "Security group for everything that stands in the segment."
  value       = aws_security_group.this.id
}

output "network_acl_id" {
  description = "Network ACL of the segment."
  value       = aws_network_acl.this.id
}

output "route_table_id" {
  description = "Route table of the segment: local routes only."
  value       = aws_route_table.this.id
}

output "flow_log_group_name" {
  description = "Log group of the flow logs."
  value       = aws_cloudwatch_log_group.flow.name
}

output "config_rule_names" {
  description = "Config rules that watch the account for PCI DSS, for the evidence of an audit."
  value       = sort([for rule in aws_config_config_rule.this : rule.name])
}

output "kms_key_arn" {
  description = "Key that the flow logs are encrypted with; give it to the stores of the segment that have none of their own."
  value       = aws_kms_key.this.arn
}
