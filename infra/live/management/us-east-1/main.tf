# Modules come from this repository. A consumer outside of it pins a release:
# git::https://github.com/arctiq-commerce/infra.git//infra/modules/<name>?ref=<name>-v1.0.0

module "organization" {
  source = "../../../modules/organization"

  name                = "arctiq"
  account_id          = var.account_id
  region              = var.region
  account_emails      = var.account_emails
  sso                 = var.sso
  alert_emails        = var.alert_emails
  pipeline_role_names = ["arctiq-terraform-apply"]
  tags                = merge(local.tags["platform"], { service = "organization" })
}

module "guardduty_secondary" {
  source    = "../../../modules/organization/modules/guardduty-delegation"
  providers = { aws = aws.secondary }

  security_account_id = local.accounts.security

  depends_on = [module.organization]
}

# States of all roots. Roles may touch the prefix of their own account; what a
# root reads of another one is listed as reader.
module "state" {
  source = "../../../modules/state"

  name       = "arctiq-terraform-state"
  account_id = var.account_id
  region     = var.region

  stacks = { for account, id in local.accounts : account => {
    writer_role_arns = [
      "arn:aws:iam::${id}:role/arctiq-terraform-plan",
      "arn:aws:iam::${id}:role/arctiq-terraform-apply",
      local.atlantis_role_arn,
    ]
    reader_role_arns = [for reader in local.readers[account] : "arn:aws:iam::${local.accounts[reader]}:role/arctiq-terraform-plan"]
  } }

  administrator_role_arns = ["arn:aws:iam::${var.account_id}:role/arctiq-terraform-apply"]
  tags                    = merge(local.tags["platform"], { service = "terraform-state" })
}

module "budget" {
  source = "../../../modules/budget"

  name             = "arctiq"
  account_id       = var.account_id
  ceiling_usd      = var.ceiling_usd
  team_budgets_usd = var.team_budgets_usd
  alert_emails     = var.alert_emails
  tags             = merge(local.tags["platform"], { service = "budget" })
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
      bucket_arn  = module.state.bucket_arn
      kms_key_arn = module.state.kms_key_arn
      prefix      = "management"
    }
  }

  tags = merge(local.tags["platform"], { service = "iam-baseline" })
}
