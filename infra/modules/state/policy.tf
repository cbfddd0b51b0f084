# Who may touch what. Every prefix is closed to all roles but its own, so that
# an IAM policy that is too wide somewhere in the organisation opens nothing here.
locals {
  replication_role_arns = var.replication == null ? [] : ["arn:aws:iam::${var.account_id}:role/${local.replication_role}"]

  prefix_statements = flatten([for prefix, stack in var.stacks : [
    {
      Sid       = "AllowObjects${index(keys(var.stacks), prefix)}"
      Effect    = "Allow"
      Principal = { AWS = local.role_accounts }
      Action    = ["s3:GetObject"]
      Resource  = "${local.bucket_arn}/${prefix}/*"
      Condition = { ArnEquals = { "aws:PrincipalArn" = sort(setunion(stack.writer_role_arns, stack.reader_role_arns)) } }
    },
    {
      Sid       = "AllowWrites${index(keys(var.stacks), prefix)}"
      Effect    = "Allow"
      Principal = { AWS = local.role_accounts }
      Action    = ["s3:PutObject"]
      Resource  = "${local.bucket_arn}/${prefix}/*"
      Condition = { ArnEquals = { "aws:PrincipalArn" = sort(stack.writer_role_arns) } }
    },
    {
      # A lock is a file beside the state and goes when the work is done. A state never goes.
      Sid       = "AllowUnlock${index(keys(var.stacks), prefix)}"
      Effect    = "Allow"
      Principal = { AWS = local.role_accounts }
      Action    = ["s3:DeleteObject"]
      Resource  = "${local.bucket_arn}/${prefix}/*.tflock"
      Condition = { ArnEquals = { "aws:PrincipalArn" = sort(stack.writer_role_arns) } }
    },
    {
      # "env:/" is what the backend lists to find its workspaces.
      Sid       = "AllowList${index(keys(var.stacks), prefix)}"
      Effect    = "Allow"
      Principal = { AWS = local.role_accounts }
      Action    = ["s3:ListBucket"]
      Resource  = local.bucket_arn
      Condition = {
        ArnEquals  = { "aws:PrincipalArn" = sort(setunion(stack.writer_role_arns, stack.reader_role_arns)) }
        StringLike = { "s3:prefix" = ["${prefix}/*", "env:/*"] }
      }
    },
    {
      Sid       = "DenyOthers${index(keys(var.stacks), prefix)}"
      Effect    = "Deny"
      Principal = "*"
      Action    = ["s3:GetObject*", "s3:PutObject*", "s3:DeleteObject*"]
      Resource  = "${local.bucket_arn}/${prefix}/*"
      Condition = { ArnNotEquals = { "aws:PrincipalArn" = sort(setunion(
        stack.writer_role_arns, stack.reader_role_arns, var.administrator_role_arns, local.replication_role_arns,
      )) } }
    },
    {
      Sid       = "DenyWrites${index(keys(var.stacks), prefix)}"
      Effect    = "Deny"
      Principal = "*"
      Action    = ["s3:PutObject*", "s3:DeleteObject*"]
      Resource  = "${local.bucket_arn}/${prefix}/*"
      Condition = { ArnNotEquals = { "aws:PrincipalArn" = sort(setunion(stack.writer_role_arns, var.administrator_role_arns)) } }
    },
  ]])

  common_statements = [
    {
      Sid       = "DenyInsecureTransport"
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = [local.bucket_arn, "${local.bucket_arn}/*"]
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    },
    {
      Sid       = "DenyOldTls"
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = [local.bucket_arn, "${local.bucket_arn}/*"]
      Condition = { NumericLessThan = { "s3:TlsVersion" = "1.2" } }
    },
    {
      Sid       = "DenyOtherKey"
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:PutObject"
      Resource  = "${local.bucket_arn}/*"
      Condition = {
        Null            = { "s3:x-amz-server-side-encryption-aws-kms-key-id" = "false" }
        StringNotEquals = { "s3:x-amz-server-side-encryption-aws-kms-key-id" = aws_kms_key.this.arn }
      }
    },
    {
      Sid         = "DenyOutsidePrefixes"
      Effect      = "Deny"
      Principal   = "*"
      Action      = ["s3:GetObject*", "s3:PutObject*", "s3:DeleteObject*"]
      NotResource = [for prefix in keys(var.stacks) : "${local.bucket_arn}/${prefix}/*"]
      Condition   = { ArnNotEquals = { "aws:PrincipalArn" = sort(var.administrator_role_arns) } }
    },
    {
      Sid       = "DenyLossOfHistory"
      Effect    = "Deny"
      Principal = "*"
      Action    = ["s3:DeleteObjectVersion", "s3:PutBucketVersioning", "s3:PutLifecycleConfiguration", "s3:DeleteBucket"]
      Resource  = [local.bucket_arn, "${local.bucket_arn}/*"]
      Condition = { ArnNotEquals = { "aws:PrincipalArn" = sort(var.administrator_role_arns) } }
    },
  ]
}

resource "aws_s3_bucket_policy" "this" {
  bucket = aws_s3_bucket.this.id

  # Encoded apart and joined: Terraform wants the elements of one list to have the same shape.
  policy = "{\"Version\":\"2012-10-17\",\"Statement\":[${join(",", concat(
    [for statement in local.common_statements : jsonencode(statement)],
    [for statement in local.prefix_statements : jsonencode(statement)],
  ))}]}"

  depends_on = [aws_s3_bucket_public_access_block.this, aws_s3_bucket_versioning.this]
}
