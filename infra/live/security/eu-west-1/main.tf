# Modules come from this repository. A consumer outside of it pins a release:
# git::https://github.com/arctiq-commerce/infra.git//infra/modules/<name>?ref=<name>-v1.0.0

module "alarms" {
  source = "../../shared/alarm-topic"

  name   = "arctiq-security-alarms"
  region = var.region
  tags   = merge(local.tags["platform"], { service = "security" })
}

module "guardduty" {
  source = "../../../modules/organization/modules/security-account"

  name            = "arctiq"
  region          = var.region
  alert_topic_arn = module.alarms.arn
  tags            = merge(local.tags["platform"], { service = "security" })
}

# Copies of backups that no workload account can delete.
module "vault" {
  source = "../../../modules/backup/modules/vault"

  name               = "arctiq-security-${var.region}"
  region             = var.region
  lock               = { mode = "compliance", min_days = 7, max_days = 400 }
  source_account_ids = [local.accounts.prod]
  alarm_topic_arn    = module.alarms.arn
  tags               = merge(local.tags["platform"], { service = "backup" })
}

module "region_defaults" {
  source = "../../../modules/iam-baseline/modules/region-defaults"

  name       = "arctiq-security"
  account_id = var.account_id
  region     = var.region
  tags       = merge(local.tags["platform"], { service = "iam-baseline" })
}
