module "tags" {
  source = "../tags"
  module = "backup"
  values = var.tags
}

data "aws_caller_identity" "this" {}
data "aws_partition" "this" {}

module "vault" {
  source = "./modules/vault"

  name                = var.name
  region              = var.region
  lock                = var.lock
  alarm_topic_arn     = var.alarm_topic_arn
  deletion_protection = var.deletion_protection
  tags                = var.tags
}

locals {
  # Days say how long a recovery point is kept, copies where it goes besides. Monthly ones are for damage that is found
  # late. Tier 1 loses 5 minutes at most, tier 3 one hour.
  daily   = { schedule = "cron(0 3 ? * * *)", days = 35, continuous = false, copies = ["other_region", "security_account"] }
  monthly = { schedule = "cron(0 4 1 * ? *)", days = 395, continuous = false, copies = ["other_region", "security_account"] }
  hourly  = { schedule = "cron(30 * ? * * *)", days = 7, continuous = false, copies = [] }
  stream  = { schedule = "cron(0 5 ? * * *)", days = 35, continuous = true, copies = [] }

  # What is backed up every hour is apart, since it leaves DynamoDB out: there every backup is a full copy that is paid
  # in full, and the table's own point-in-time recovery covers the minutes.
  plans = {
    tier-1          = { tier = "tier-1", frequent = false, rules = { daily = local.daily, monthly = local.monthly } }
    tier-1-frequent = { tier = "tier-1", frequent = true, rules = { continuous = local.stream, hourly = local.hourly } }
    tier-2          = { tier = "tier-2", frequent = false, rules = { daily = local.daily, monthly = merge(local.monthly, { copies = ["security_account"] }) } }
    tier-2-frequent = { tier = "tier-2", frequent = true, rules = { hourly = local.hourly } }
    tier-3          = { tier = "tier-3", frequent = false, rules = { daily = merge(local.daily, { days = 14, copies = ["other_region"] }) } }
    tier-3-frequent = { tier = "tier-3", frequent = true, rules = { hourly = local.hourly } }
  }
}

resource "aws_backup_plan" "this" {
  for_each = local.plans
  name     = "${var.name}-${each.key}"
  tags     = module.tags.all

  dynamic "rule" {
    for_each = each.value.rules

    content {
      rule_name                = rule.key
      target_vault_name        = module.vault.name
      schedule                 = rule.value.schedule
      start_window             = 60
      completion_window        = 480
      enable_continuous_backup = rule.value.continuous
      recovery_point_tags      = merge(module.tags.all, { backup = each.value.tier })

      lifecycle {
        delete_after = rule.value.days
      }

      dynamic "copy_action" {
        for_each = var.copy_vault_arns == null ? [] : rule.value.copies

        content {
          destination_vault_arn = var.copy_vault_arns[copy_action.value]

          lifecycle {
            delete_after = rule.value.days
          }
        }
      }
    }
  }

  lifecycle {
    precondition {
      condition     = alltrue([for rule in values(each.value.rules) : rule.days >= var.lock.min_days && rule.days <= var.lock.max_days])
      error_message = "The lock of the vault would refuse recovery points of ${each.key}: set lock.min_days to 7 or less and lock.max_days to 395 or more."
    }
  }
}

# Whatever carries the tag backup = <tier> is in the plan, whoever made it and whenever.
resource "aws_backup_selection" "this" {
  for_each      = local.plans
  name          = "${var.name}-${each.key}"
  plan_id       = aws_backup_plan.this[each.key].id
  iam_role_arn  = aws_iam_role.this.arn
  resources     = ["*"]
  not_resources = each.value.frequent ? ["arn:${data.aws_partition.this.partition}:dynamodb:*:*:table/*"] : []

  condition {
    string_equals {
      key   = "aws:ResourceTag/backup"
      value = each.value.tier
    }
  }
}

resource "aws_iam_role" "this" {
  name        = "${var.name}-${var.region}-backup"
  description = "AWS Backup: backs up, copies and restores"
  tags        = module.tags.all

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "backup.amazonaws.com" }
      Action    = "sts:AssumeRole"
      Condition = { StringEquals = { "aws:SourceAccount" = data.aws_caller_identity.this.account_id } }
    }]
  })
}

resource "aws_iam_role_policy_attachment" "this" {
  for_each = toset([
    "service-role/AWSBackupServiceRolePolicyForBackup",
    "service-role/AWSBackupServiceRolePolicyForRestores",
    "AWSBackupServiceRolePolicyForS3Backup",
    "AWSBackupServiceRolePolicyForS3Restore",
  ])
  role       = aws_iam_role.this.name
  policy_arn = "arn:${data.aws_partition.this.partition}:iam::aws:policy/${each.key}"
}
