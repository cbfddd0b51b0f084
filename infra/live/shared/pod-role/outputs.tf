output "arn" {
  description = "ARN of the role."
  value       = aws_iam_role.this.arn
}

output "association" {
  description = "What module eks takes in pod_identity_associations."
  value       = { namespace = var.namespace, service_account = var.service_account, role_arn = aws_iam_role.this.arn }
}
