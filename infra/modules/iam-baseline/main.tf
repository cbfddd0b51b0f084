module "tags" {
  source = "../tags"
  module = "iam-baseline"
  values = var.tags
}

module "region_defaults" {
  source = "./modules/region-defaults"
  count  = var.manage_defaults ? 1 : 0

  name       = var.name
  account_id = var.account_id
  region     = var.region
  tags       = var.tags
}

# IAM events are delivered in us-east-1 only. In the management account the
# module organization holds the watch: two would report everything twice.
module "iam_watch" {
  source = "../organization/modules/iam-watch"
  count  = var.region == "us-east-1" && var.tags.environment != "management" ? 1 : 0

  name               = var.name
  account_id         = var.account_id
  pipeline_role_arns = [for role in ["apply", "delivery"] : "arn:aws:iam::${var.account_id}:role/${var.name}-terraform-${role}"]
  alert_emails       = var.alert_emails
  tags               = var.tags
}

# Nobody signs in with an IAM user; the policy is for the day when somebody makes one.
resource "aws_iam_account_password_policy" "this" {
  count = var.manage_defaults ? 1 : 0

  minimum_password_length        = 16
  require_lowercase_characters   = true
  require_uppercase_characters   = true
  require_numbers                = true
  require_symbols                = true
  allow_users_to_change_password = true
  hard_expiry                    = false
  max_password_age               = 90
  password_reuse_prevention      = 24
}

resource "aws_s3_account_public_access_block" "this" {
  count = var.manage_defaults ? 1 : 0

  account_id              = var.account_id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}
