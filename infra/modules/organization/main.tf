module "tags" {
  source = "../tags"
  module = "organization"
  values = var.tags
}

locals {
  # Where every account hangs.
  accounts = {
    security = local.ou.security
    network  = local.ou.infrastructure
    dev      = local.ou.nonprod
    staging  = local.ou.nonprod
    prod     = local.ou.prod
    dr       = local.ou.prod
  }

  ou = {
    security       = aws_organizations_organizational_unit.top["security"].id
    infrastructure = aws_organizations_organizational_unit.top["infrastructure"].id
    nonprod        = aws_organizations_organizational_unit.workloads["nonprod"].id
    prod           = aws_organizations_organizational_unit.workloads["prod"].id
  }
}

resource "aws_organizations_organization" "this" {
  feature_set          = "ALL"
  enabled_policy_types = ["SERVICE_CONTROL_POLICY"]

  aws_service_access_principals = concat([
    "access-analyzer.amazonaws.com",
    "cloudtrail.amazonaws.com",
    "config.amazonaws.com",
    "config-multiaccountsetup.amazonaws.com",
    "guardduty.amazonaws.com",
    "ram.amazonaws.com",
    "sso.amazonaws.com",
    "tagpolicies.tag.amazonaws.com",
  ], var.malware_protection ? ["malware-protection.guardduty.amazonaws.com"] : [])
}

resource "aws_organizations_organizational_unit" "top" {
  for_each = toset(["security", "infrastructure", "workloads"])

  name      = each.key
  parent_id = aws_organizations_organization.this.roots[0].id
  tags      = module.tags.all
}

resource "aws_organizations_organizational_unit" "workloads" {
  for_each = toset(["nonprod", "prod"])

  name      = each.key
  parent_id = aws_organizations_organizational_unit.top["workloads"].id
  tags      = module.tags.all
}

resource "aws_organizations_account" "this" {
  for_each = local.accounts

  name                       = "${var.name}-${each.key}"
  email                      = var.account_emails[each.key]
  parent_id                  = each.value
  role_name                  = "OrganizationAccountAccessRole"
  iam_user_access_to_billing = "DENY"
  close_on_deletion          = var.close_accounts_on_destroy
  tags                       = merge(module.tags.all, { environment = each.key })

  lifecycle {
    # AWS reads neither back after the account exists.
    ignore_changes = [role_name, iam_user_access_to_billing]
  }
}

# The security account looks after access findings of the whole organisation.
resource "aws_organizations_delegated_administrator" "access_analyzer" {
  account_id        = aws_organizations_account.this["security"].id
  service_principal = "access-analyzer.amazonaws.com"

  depends_on = [aws_organizations_organization.this]
}

module "guardduty_delegation" {
  source = "./modules/guardduty-delegation"

  security_account_id = aws_organizations_account.this["security"].id

  depends_on = [aws_organizations_organization.this]
}

module "iam_watch" {
  source = "./modules/iam-watch"

  name               = var.name
  account_id         = var.account_id
  region             = var.region
  pipeline_role_arns = [for role in var.pipeline_role_names : "arn:aws:iam::${var.account_id}:role/${role}"]
  alert_emails       = var.alert_emails
  tags               = var.tags
}
