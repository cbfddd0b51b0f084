output "role_arn" {
  description = "Role of the portal's pods. EKS gives it to the service account by pod identity; the chart needs no annotation."
  value       = aws_iam_role.this.arn
}

output "techdocs_bucket" {
  description = "Value of TECHDOCS_BUCKET."
  value       = module.techdocs.name
}

output "evidence_bucket" {
  description = "Bucket for drill evidence and auditor packs. Written once, locked."
  value       = module.evidence.name
}

output "secret_names" {
  description = "Names in Secrets Manager for external-secrets (remoteRef.key): database, github-app, session, sign-in, upstreams. The same in both regions."
  value       = { for key in keys(local.secrets) : key => "${var.tags.environment}/portal/${key}" }
}

output "secret_properties" {
  description = "Environment variables that each secret holds, as keys of its JSON (remoteRef.property)."
  value       = { for key, secret in local.secrets : key => secret.properties }
}

output "secrets_kms_key_arn" {
  description = "Key of the secrets. null on a secondary, whose copies have the key of secrets_replica."
  value       = one(module.secrets[*].kms_key_arn)
}

output "environment" {
  description = "Environment variables without secrets that infra/charts/portal needs from here."
  value = {
    PORTAL_URL      = "https://${var.domain_name}"
    POSTGRES_HOST   = var.database.endpoint
    POSTGRES_PORT   = tostring(var.database.port)
    TECHDOCS_BUCKET = module.techdocs.name
    AWS_REGION      = var.region
  }
}

output "database_master_secret_arn" {
  description = "Secret of the database's master user, for the one step that makes the portal's own user."
  value       = var.database.secret_arn
}

output "certificate_arn" {
  description = "Certificate for the load balancer: the name that people type and the regional one."
  value       = aws_acm_certificate_validation.this.certificate_arn
}

output "hostnames" {
  description = "Host names that the ingress must answer to: the name that people type and the regional one, which the health check asks."
  value       = [var.domain_name, local.regional_name]
}

output "health_check_id" {
  description = "Health check of this installation, for modules/readiness-alarm."
  value       = aws_route53_health_check.this.id
}
