output "arn" {
  description = "ARN of the replicator."
  value       = aws_msk_replicator.this.arn
}

output "role_arn" {
  description = "Role that the replicator reads and writes with."
  value       = aws_iam_role.this.arn
}
