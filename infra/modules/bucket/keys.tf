resource "aws_kms_key" "this" {
  description             = "Objects of the bucket ${var.name}"
  enable_key_rotation     = true
  deletion_window_in_days = 30
  tags                    = merge(module.tags.all, { Name = var.name })

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [{
        Sid       = "AccountByItsOwnPolicies"
        Effect    = "Allow"
        Principal = { AWS = local.account_root }
        Action    = "kms:*"
        Resource  = "*"
      }],
      [for arns in [var.replication_source_role_arns] : {
        Sid       = "CopiesFromOtherAccounts"
        Effect    = "Allow"
        Principal = { AWS = arns }
        Action    = ["kms:Encrypt", "kms:GenerateDataKey"]
        Resource  = "*"
        Condition = { StringEquals = { "kms:ViaService" = "s3.${var.region}.amazonaws.com" } }
      } if length(arns) > 0],
      [for arns in [var.reader_role_arns] : {
        Sid       = "ReadersOfOtherAccounts"
        Effect    = "Allow"
        Principal = { AWS = arns }
        Action    = ["kms:Decrypt"]
        Resource  = "*"
        Condition = { StringEquals = { "kms:ViaService" = "s3.${var.region}.amazonaws.com" } }
      } if length(arns) > 0],
    )
  })
}

resource "aws_kms_alias" "this" {
  name          = "alias/bucket/${var.name}"
  target_key_id = aws_kms_key.this.key_id
}
