output "repository_urls" {
  description = "What to push to and pull from, by service."
  value       = { for service, repository in aws_ecr_repository.this : service => repository.repository_url }
}

output "repository_arns" {
  description = "ARNs by service: for push_repository_arns of the module iam-baseline."
  value       = { for service, repository in aws_ecr_repository.this : service => repository.arn }
}

output "registry_host" {
  description = "Host name of the registry in this region."
  value       = "${var.account_id}.dkr.ecr.${var.region}.amazonaws.com"
}

output "replica_hosts" {
  description = "Host names of the copies by region."
  value       = { for region in local.replication_regions : region => "${var.account_id}.dkr.ecr.${region}.amazonaws.com" }
}

output "kms_key_arn" {
  description = "ARN of the key that encrypts images in this region."
  value       = aws_kms_key.this.arn
}
