resource "aws_kms_key" "this" {
  description             = "Terraform states in ${local.bucket}"
  enable_key_rotation     = true
  deletion_window_in_days = 30
  tags                    = module.tags.all

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
        Sid       = "RolesThroughS3"
        Effect    = "Allow"
        Principal = { AWS = local.role_accounts }
        Action    = ["kms:Decrypt", "kms:GenerateDataKey", "kms:DescribeKey"]
        Resource  = "*"
        Condition = {
          ArnEquals    = { "aws:PrincipalArn" = sort(local.roles) }
          StringEquals = { "kms:ViaService" = "s3.${var.region}.amazonaws.com" }
        }
      },
    ]
  })
}

resource "aws_kms_alias" "this" {
  name          = "alias/${var.name}-${var.region}"
  target_key_id = aws_kms_key.this.key_id
}
