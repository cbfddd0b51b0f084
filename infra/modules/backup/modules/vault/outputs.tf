output "name" {
  description = "Name of the vault."
  value       = aws_backup_vault.this.name
}

output "arn" {
  description = "ARN of the vault, for copy_vault_arns of those that copy into it."
  value       = aws_backup_vault.this.arn
}

output "kms_key_arn" {
  description = "Key of the recovery points."
  value       = aws_kms_key.this.arn
}
