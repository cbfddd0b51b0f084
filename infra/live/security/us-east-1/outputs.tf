output "vault_arn" {
  description = "Vault that production copies its backups to."
  value       = module.vault.arn
}
