# DynamoDB works with the key by grants that it makes in the name of the caller, so the account's own policies are enough.
resource "aws_kms_key" "this" {
  description             = "Items of the table ${var.name}"
  enable_key_rotation     = true
  deletion_window_in_days = 30
  tags                    = merge(module.tags.all, { Name = var.name })

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "AccountByItsOwnPolicies"
      Effect    = "Allow"
      Principal = { AWS = "arn:${data.aws_partition.this.partition}:iam::${data.aws_caller_identity.this.account_id}:root" }
      Action    = "kms:*"
      Resource  = "*"
    }]
  })
}

resource "aws_kms_alias" "this" {
  name          = "alias/dynamodb/${var.name}"
  target_key_id = aws_kms_key.this.key_id
}
