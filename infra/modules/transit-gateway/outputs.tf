output "transit_gateway_id" {
  description = "Id of the transit gateway."
  value       = aws_ec2_transit_gateway.this.id
}

output "transit_gateway_arn" {
  description = "ARN of the transit gateway."
  value       = aws_ec2_transit_gateway.this.arn
}

output "route_table_ids" {
  description = "Route tables by segment: prod, nonprod, shared."
  value       = { for segment, table in aws_ec2_transit_gateway_route_table.this : segment => table.id }
}

output "ram_share_arn" {
  description = "Resource share that gives the organisation's accounts the right to ask for an attachment. null without share_with."
  value       = one(aws_ram_resource_share.this[*].arn)
}

output "peering_attachment_id" {
  description = "Peering that this region asked for; input accept_peering of the other region. null without peer."
  value       = one(aws_ec2_transit_gateway_peering_attachment.this[*].id)
}

output "reachable_cidrs" {
  description = "What each segment can reach: ranges propagated by attachments and static routes of the peering."
  value       = local.reachable
}

output "flow_log_group_name" {
  description = "Log group of the flow logs."
  value       = aws_cloudwatch_log_group.flow.name
}

output "kms_key_arn" {
  description = "Key that the flow logs are encrypted with."
  value       = aws_kms_key.this.arn
}
