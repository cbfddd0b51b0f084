output "worst_case_client_move_seconds" {
  description = "Time from the first failed check until the last client asks the other region: interval x threshold + longest ttl. Clients that keep an answer longer than its ttl are not in it."
  value       = local.worst_case_client_move_seconds
}

output "record_fqdns" {
  description = "Names that move, by key."
  value       = { for key, record in var.records : key => trimsuffix(record.name, ".") }
}

output "health_check_ids" {
  description = "Combined health check by region name: what the records follow."
  value       = { for name, check in aws_route53_health_check.combined : name => check.id }
}

output "endpoint_health_check_ids" {
  description = "Health check of the HTTPS endpoint alone, by region name."
  value       = { for name, check in aws_route53_health_check.endpoint : name => check.id }
}

output "routing_control_arns" {
  description = "Routing controls by region name; empty with routing_controls = false. A failover changes both in one UpdateRoutingControlStates call."
  value       = { for name, control in aws_route53recoverycontrolconfig_routing_control.this : name => control.arn }
}

output "cluster_endpoints" {
  description = "The five regional endpoints that take UpdateRoutingControlStates; try them in rotation. Empty with routing_controls = false."
  value       = flatten(aws_route53recoverycontrolconfig_cluster.this[*].cluster_endpoints)
}
