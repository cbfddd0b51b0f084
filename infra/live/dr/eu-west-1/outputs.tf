output "attachment_id" {
  description = "Attachment that the network account accepts."
  value       = module.attachment.attachment_id
}

output "cluster" {
  description = "The cluster, for Argo CD and for people."
  value       = { name = module.eks.cluster_name, endpoint = module.eks.cluster_endpoint, arn = module.eks.cluster_arn }
}

output "vault_arn" {
  description = "Vault that production may copy its backups to."
  value       = module.vault.arn
}

output "mirrors" {
  description = "Buckets that production copies into, with their keys."
  value       = { for name, bucket in module.mirror : name => { bucket_arn = bucket.arn, kms_key_arn = bucket.kms_key_arn } }
}
