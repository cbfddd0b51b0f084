data "aws_partition" "current" {}

module "tags" {
  source = "../tags"
  module = "portal"
  values = var.tags
}

locals {
  arn_prefix = "arn:${data.aws_partition.current.partition}"

  # The health check asks this installation by name, whichever of the two serves
  # the name that people type: portal.arctiq.io, portal-us-east-1.arctiq.io.
  regional_name = replace(var.domain_name, "/^([^.]+)\\./", "$1-${var.region}.")

  # What app-config.production.yaml reads and nobody may see, by who hands it
  # out. A secret holds one JSON object with these keys.
  secrets = {
    database   = { description = "User of the portal in PostgreSQL, not the master user", properties = ["POSTGRES_USER", "POSTGRES_PASSWORD"] }
    github-app = { description = "GitHub App of the organisation that reads and creates repositories", properties = ["GITHUB_APP_ID", "GITHUB_APP_CLIENT_ID", "GITHUB_APP_CLIENT_SECRET", "GITHUB_APP_PRIVATE_KEY", "GITHUB_WEBHOOK_SECRET"] }
    session    = { description = "Signs the cookies of a sign-in that is under way", properties = ["AUTH_SESSION_SECRET"] }
    sign-in    = { description = "OAuth clients of GitHub and of the identity provider", properties = ["AUTH_GITHUB_CLIENT_ID", "AUTH_GITHUB_CLIENT_SECRET", "AUTH_OIDC_CLIENT_ID", "AUTH_OIDC_CLIENT_SECRET"] }
    upstreams  = { description = "Read-only tokens for Prometheus and PagerDuty", properties = ["PROMETHEUS_TOKEN", "PAGERDUTY_TOKEN"] }
  }
}

# --- database ----------------------------------------------------------------

# The cluster is made by module aurora-global. This is the only door that the
# portal needs in it.
resource "aws_vpc_security_group_ingress_rule" "database" {
  security_group_id            = var.database.security_group_id
  description                  = "Portal pods to PostgreSQL"
  ip_protocol                  = "tcp"
  from_port                    = var.database.port
  to_port                      = var.database.port
  referenced_security_group_id = var.node_security_group_id

  tags = module.tags.all
}

# --- buckets -----------------------------------------------------------------

module "techdocs" {
  source = "../bucket"

  name                    = "${var.name}-techdocs"
  region                  = var.region
  access_log_bucket       = null
  noncurrent_version_days = 30
  deletion_protection     = var.deletion_protection
  tags                    = var.tags
}

# Drill records and packs for auditors. Nobody changes or deletes one before its
# time, the root user of the account included.
module "evidence" {
  source = "../bucket"

  name                = "${var.name}-evidence"
  region              = var.region
  access_log_bucket   = null
  object_lock         = { mode = "COMPLIANCE", days = var.evidence_retention_days }
  deletion_protection = var.deletion_protection
  tags                = var.tags

  lifecycle_rules = [
    { id = "archive", transitions = [{ days = 180, storage_class = "GLACIER_IR" }] },
  ]
}

# --- secrets: containers only, the values are put in by people or rotation ---

module "secrets" {
  source = "../secrets"
  count  = var.role == "primary" ? 1 : 0

  name                = var.name
  account_id          = var.account_id
  region              = var.region
  replica             = var.secrets_replica
  deletion_protection = var.deletion_protection
  tags                = var.tags

  secrets = {
    for key, secret in local.secrets : "portal/${key}" => {
      description      = secret.description
      reader_role_arns = [var.external_secrets_role_arn]
    }
  }
}
