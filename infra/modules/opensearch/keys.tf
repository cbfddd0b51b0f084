# One key for the disks and for the logs. CloudWatch may use it for the log groups of this module and for no other.
resource "aws_kms_key" "this" {
  description             = "Disks and logs of the OpenSearch domain ${var.name}"
  enable_key_rotation     = true
  deletion_window_in_days = 30
  tags                    = merge(module.tags.all, { Name = var.name })

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "AccountByItsOwnPolicies"
        Effect    = "Allow"
        Principal = { AWS = "arn:${data.aws_partition.this.partition}:iam::${data.aws_caller_identity.this.account_id}:root" }
        Action    = "kms:*"
        Resource  = "*"
      },
      {
        Sid       = "Logs"
        Effect    = "Allow"
        Principal = { Service = "logs.${var.region}.amazonaws.com" }
        Action    = ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"]
        Resource  = "*"
        Condition = { ArnLike = { "kms:EncryptionContext:aws:logs:arn" = "arn:${data.aws_partition.this.partition}:logs:${var.region}:${data.aws_caller_identity.this.account_id}:log-group:${local.log_group}*" } }
      },
    ]
  })
}

resource "aws_kms_alias" "this" {
  name          = "alias/opensearch/${var.name}"
  target_key_id = aws_kms_key.this.key_id
}
