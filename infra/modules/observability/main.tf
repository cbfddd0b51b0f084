data "aws_caller_identity" "current" {}
data "aws_partition" "current" {}

module "tags" {
  source = "../tags"
  module = "observability"
  values = var.tags
}

locals {
  account_id = data.aws_caller_identity.current.account_id
  arn_prefix = "arn:${data.aws_partition.current.partition}"

  buckets = {
    logs    = { name = "${var.name}-loki", days = var.retention_days.logs }
    traces  = { name = "${var.name}-tempo", days = var.retention_days.traces }
    metrics = { name = "${var.name}-metrics", days = var.retention_days.metrics }
  }
}

# The compactors of Loki, Tempo and Thanos delete what is too old. The rule of
# the bucket is the floor under them: a compactor that stands still for a month
# must not keep personal data longer than promised.
module "bucket" {
  source   = "../bucket"
  for_each = local.buckets

  name              = each.value.name
  region            = var.region
  access_log_bucket = null

  lifecycle_rules = [
    { id = "retention", expiration_days = each.value.days + 1 },
  ]

  # Blocks are rewritten all day long; old versions only cost.
  noncurrent_version_days = 7
  deletion_protection     = var.deletion_protection
  tags                    = var.tags
}

resource "aws_cloudwatch_log_group" "this" {
  for_each = var.log_groups

  name              = "/arctiq/${var.name}/${each.key}"
  retention_in_days = each.value
  kms_key_id        = aws_kms_key.this.arn

  tags = module.tags.all
}

resource "aws_kms_key" "this" {
  description             = "Alert topics and log groups of ${var.name}"
  enable_key_rotation     = true
  deletion_window_in_days = 30

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "AccountDelegatesByIam"
        Effect    = "Allow"
        Principal = { AWS = "${local.arn_prefix}:iam::${local.account_id}:root" }
        Action    = "kms:*"
        Resource  = "*"
      },
      {
        # Without this an alarm goes off and its message is dropped, silently.
        Sid       = "ServicesThatPublish"
        Effect    = "Allow"
        Principal = { Service = local.publishers }
        Action    = ["kms:Decrypt", "kms:GenerateDataKey*"]
        Resource  = "*"
        Condition = { StringEquals = { "aws:SourceAccount" = local.account_id } }
      },
      {
        # EventBridge does not send the source account to a topic or its key.
        Sid       = "EventBridge"
        Effect    = "Allow"
        Principal = { Service = "events.amazonaws.com" }
        Action    = ["kms:Decrypt", "kms:GenerateDataKey*"]
        Resource  = "*"
      },
      {
        Sid       = "LogGroups"
        Effect    = "Allow"
        Principal = { Service = "logs.${var.region}.amazonaws.com" }
        Action    = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"]
        Resource  = "*"
        Condition = { ArnLike = { "kms:EncryptionContext:aws:logs:arn" = "${local.arn_prefix}:logs:${var.region}:${local.account_id}:log-group:/arctiq/${var.name}/*" } }
      },
    ]
  })

  tags = module.tags.all
}

resource "aws_kms_alias" "this" {
  name          = "alias/${var.name}-observability"
  target_key_id = aws_kms_key.this.key_id
}
