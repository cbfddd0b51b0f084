output "domain_name" {
  description = "Name of the domain."
  value       = aws_opensearch_domain.this.domain_name
}

output "arn" {
  description = "ARN of the domain, for es:ESHttp* in the policies of roles."
  value       = aws_opensearch_domain.this.arn
}

output "endpoint" {
  description = "Host inside the VPC, HTTPS only."
  value       = aws_opensearch_domain.this.endpoint
}

output "security_group_id" {
  description = "Security group of the domain."
  value       = aws_security_group.this.id
}

output "kms_key_arn" {
  description = "Key of the disks and logs."
  value       = aws_kms_key.this.arn
}

output "snapshot_role_arn" {
  description = "Role that the domain writes its own snapshots with. Null without a snapshot bucket."
  value       = one(aws_iam_role.snapshots[*].arn)
}

output "audit_index_policy" {
  description = "Index state policy for audit logs as JSON, to be put into the domain by the job that owns its contents (see README)."
  value       = local.audit_index_policy
}
