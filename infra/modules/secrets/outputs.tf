output "secret_arns" {
  description = "ARNs by key \"<service>/<name>\"."
  value       = { for key, secret in aws_secretsmanager_secret.this : key => secret.arn }
}

output "secret_names" {
  description = "Full names \"<environment>/<service>/<name>\" by key: what external-secrets asks for as remoteRef.key."
  value       = { for key, secret in aws_secretsmanager_secret.this : key => secret.name }
}

output "path_prefix" {
  description = "What every name begins with: \"<environment>/\". The policy of external-secrets is limited to it."
  value       = local.path_prefix
}

output "kms_key_arn" {
  description = "ARN of the key of this environment and region."
  value       = aws_kms_key.this.arn
}
