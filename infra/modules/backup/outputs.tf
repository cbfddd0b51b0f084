output "vault_name" {
  description = "Name of the vault."
  value       = module.vault.name
}

output "vault_arn" {
  description = "ARN of the vault."
  value       = module.vault.arn
}

output "kms_key_arn" {
  description = "Key of the recovery points."
  value       = module.vault.kms_key_arn
}

output "role_arn" {
  description = "Role that AWS Backup backs up and restores with."
  value       = aws_iam_role.this.arn
}

output "plan_ids" {
  description = "Plans by name: <tier> for daily and monthly backups, <tier>-frequent for those of every hour."
  value       = { for name, plan in aws_backup_plan.this : name => plan.id }
}

output "restore_testing_plan_name" {
  description = "Plan of the weekly restore tests."
  value       = aws_backup_restore_testing_plan.this.name
}

output "velero_bucket_name" {
  description = "Bucket of Velero. Null without a cluster."
  value       = one(module.velero_bucket[*].name)
}

output "velero_role_arn" {
  description = "Role of Velero's service account. Null without a cluster."
  value       = one(aws_iam_role.velero[*].arn)
}
