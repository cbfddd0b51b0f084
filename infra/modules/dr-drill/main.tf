module "tags" {
  source = "../tags"
  module = "dr-drill"
  values = var.tags
}

locals {
  armed = var.drill_id != null

  arn_region  = "${var.region}:${var.account_id}"
  stop_alarms = sort(var.stop_alarm_arns)
}

# An empty group: no rule at all. A lost writer is put behind it and restarted,
# so that it cannot take another write while its region is being replaced.
resource "aws_security_group" "quarantine" {
  #checkov:skip=CKV2_AWS_5:It is attached by the failover document, at the moment when a writer is fenced (until 2027-05-31)
  name                   = "${var.name}-quarantine"
  description            = "No traffic at all: fences a lost database writer"
  vpc_id                 = var.vpc_id
  revoke_rules_on_delete = true
  tags                   = module.tags.all
}

# One key for the log, the queue, the topic and the connection of this region.
resource "aws_kms_key" "this" {
  #checkov:skip=CKV_AWS_33:The wildcard is held to one service-linked role of this account, which cannot be named before it exists (until 2027-05-31)
  description             = "Drill log, events and approvals of ${var.name}"
  enable_key_rotation     = true
  deletion_window_in_days = 30
  # EventBridge uses a key for a connection only if it carries this tag.
  tags = merge(module.tags.all, { EventBridgeApiDestinations = "true" })

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "AccountDelegates"
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::${var.account_id}:root" }
        Action    = "kms:*"
        Resource  = "*"
      },
      {
        Sid       = "LogsEncrypt"
        Effect    = "Allow"
        Principal = { Service = "logs.${var.region}.amazonaws.com" }
        Action    = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"]
        Resource  = "*"
        Condition = { ArnEquals = { "kms:EncryptionContext:aws:logs:arn" = "arn:aws:logs:${local.arn_region}:log-group:${local.log_group}" } }
      },
      {
        Sid       = "EventsEncryptFailedDeliveries"
        Effect    = "Allow"
        Principal = { Service = "events.amazonaws.com" }
        Action    = ["kms:GenerateDataKey*", "kms:Decrypt"]
        Resource  = "*"
        Condition = { StringEquals = { "aws:SourceAccount" = var.account_id } }
      },
      {
        Sid       = "ConnectionReadsItsToken"
        Effect    = "Allow"
        Principal = { AWS = "*" }
        Action    = ["kms:Decrypt", "kms:GenerateDataKey"]
        Resource  = "*"
        Condition = {
          StringEquals = {
            "kms:CallerAccount" = var.account_id
            "kms:ViaService"    = "secretsmanager.${var.region}.amazonaws.com"
          }
          ArnEquals = { "aws:PrincipalArn" = "arn:aws:iam::${var.account_id}:role/aws-service-role/apidestinations.events.amazonaws.com/AWSServiceRoleForAmazonEventBridgeApiDestinations" }
          ArnLike   = { "kms:EncryptionContext:SecretARN" = "arn:aws:secretsmanager:${local.arn_region}:secret:events!connection/*" }
        }
      },
    ]
  })
}

resource "aws_kms_alias" "this" {
  name          = "alias/${var.name}-dr-drill"
  target_key_id = aws_kms_key.this.key_id
}
