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

  name   = "arctiq"
  region = var.region

  # The analyzer of unused access is paid and global: once is enough.
  unused_access_days = 90

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

# Who may plan and apply here, and what pipelines of services may do.
module "iam" {
  source = "../../../modules/iam-baseline"

  name                = "arctiq"
  account_id          = var.account_id
  region              = var.region
  github_organization = "arctiq-commerce"

  terraform = {
    repository         = "infra"
    atlantis_role_arns = ["arn:aws:iam::${local.accounts.prod}:role/arctiq-prod-us-east-1-atlantis"]
    state = {
      bucket_arn  = data.terraform_remote_state.management.outputs.state_bucket_arn
      kms_key_arn = data.terraform_remote_state.management.outputs.state_kms_key_arn
      prefix      = "security"
    }
  }

  tags = merge(local.tags["platform"], { service = "iam-baseline" })
}
