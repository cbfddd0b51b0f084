# A vault with its key, lock and policy. In the security account and in the other region it stands alone and takes copies.
module "tags" {
  source = "../../../tags"
  module = "backup"
  values = var.tags
}

data "aws_caller_identity" "this" {}
data "aws_partition" "this" {}

locals {
  roots = { for id in concat([data.aws_caller_identity.this.account_id], var.source_account_ids) : id => "arn:${data.aws_partition.this.partition}:iam::${id}:root" }
  own   = local.roots[data.aws_caller_identity.this.account_id]
}

resource "aws_kms_key" "this" {
  description             = "Recovery points of the vault ${var.name}"
  enable_key_rotation     = true
  deletion_window_in_days = 30
  tags                    = merge(module.tags.all, { Name = var.name })

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [{
        Sid       = "AccountByItsOwnPolicies"
        Effect    = "Allow"
        Principal = { AWS = local.own }
        Action    = "kms:*"
        Resource  = "*"
      }],
      [for ids in [var.source_account_ids] : {
        Sid       = "CopiesFromOtherAccounts"
        Effect    = "Allow"
        Principal = { AWS = [for id in ids : local.roots[id]] }
        Action    = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"]
        Resource  = "*"
        Condition = { StringEquals = { "kms:ViaService" = "backup.${var.region}.amazonaws.com" } }
      } if length(ids) > 0],
      [for ids in [var.source_account_ids] : {
        Sid       = "GrantsForTheBackupService"
        Effect    = "Allow"
        Principal = { AWS = [for id in ids : local.roots[id]] }
        Action    = "kms:CreateGrant"
        Resource  = "*"
        Condition = { Bool = { "kms:GrantIsForAWSResource" = "true" } }
      } if length(ids) > 0],
    )
  })
}

resource "aws_kms_alias" "this" {
  name          = "alias/backup/${var.name}"
  target_key_id = aws_kms_key.this.key_id
}

resource "aws_backup_vault" "this" {
  name          = var.name
  kms_key_arn   = aws_kms_key.this.arn
  force_destroy = !var.deletion_protection
  tags          = module.tags.all
}

# changeable_for_days makes the difference: with it the lock is for good when the days are over, without it a role with
# the right to do so can lift it.
resource "aws_backup_vault_lock_configuration" "this" {
  backup_vault_name   = aws_backup_vault.this.name
  min_retention_days  = var.lock.min_days
  max_retention_days  = var.lock.max_days
  changeable_for_days = var.lock.mode == "compliance" ? var.lock.grace_days : null
}

resource "aws_backup_vault_policy" "this" {
  backup_vault_name = aws_backup_vault.this.name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [{
        Sid       = "NobodyDeletesByHand"
        Effect    = "Deny"
        Principal = "*"
        Action    = ["backup:DeleteRecoveryPoint", "backup:UpdateRecoveryPointLifecycle"]
        Resource  = "*"
      }],
      [for ids in [var.source_account_ids] : {
        Sid       = "CopiesFromOtherAccounts"
        Effect    = "Allow"
        Principal = { AWS = [for id in ids : local.roots[id]] }
        Action    = "backup:CopyIntoBackupVault"
        Resource  = "*"
      } if length(ids) > 0],
    )
  })
}

resource "aws_backup_vault_notifications" "this" {
  backup_vault_name   = aws_backup_vault.this.name
  sns_topic_arn       = var.alarm_topic_arn
  backup_vault_events = ["COPY_JOB_FAILED", "S3_BACKUP_OBJECT_FAILED", "S3_RESTORE_OBJECT_FAILED"]
}
