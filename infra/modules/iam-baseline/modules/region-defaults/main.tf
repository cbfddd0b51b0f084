module "tags" {
  source = "../../../tags"
  module = "iam-baseline"
  values = var.tags
}

# Volumes are encrypted even if nobody asked for it, with a key that can be revoked.
resource "aws_kms_key" "this" {
  #checkov:skip=CKV_AWS_33:The wildcard is held to callers of this account through EC2, service-linked roles of autoscaling cannot be named before they exist (until 2027-05-31)
  description             = "Default key of EBS volumes in ${var.region}"
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
        Sid       = "VolumesOfThisAccount"
        Effect    = "Allow"
        Principal = { AWS = "*" }
        Action    = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:CreateGrant", "kms:DescribeKey"]
        Resource  = "*"
        Condition = { StringEquals = {
          "kms:CallerAccount" = var.account_id
          "kms:ViaService"    = "ec2.${var.region}.amazonaws.com"
        } }
      },
    ]
  })
}

resource "aws_kms_alias" "this" {
  name          = "alias/${var.name}-ebs"
  target_key_id = aws_kms_key.this.key_id
}

resource "aws_ebs_encryption_by_default" "this" {
  enabled = true
}

resource "aws_ebs_default_kms_key" "this" {
  key_arn = aws_kms_key.this.arn
}

# One hop: a pod must not reach the credentials of its node.
resource "aws_ec2_instance_metadata_defaults" "this" {
  http_endpoint               = "enabled"
  http_tokens                 = "required"
  http_put_response_hop_limit = 1
}
