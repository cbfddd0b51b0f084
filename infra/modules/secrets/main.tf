module "tags" {
  source = "../tags"
  module = "secrets"
  values = var.tags
}

locals {
  path_prefix = "${var.tags.environment}/"

  # What the policy of a secret names: those who read or write it and the function that rotates it.
  rotators = { for key, secret in var.secrets : key => secret.rotation == null ? [] : [secret.rotation.role_arn] }
  readers  = { for key, secret in var.secrets : key => sort(setunion(secret.reader_role_arns, local.rotators[key])) }
  writers  = { for key, secret in var.secrets : key => sort(setunion(secret.writer_role_arns, local.rotators[key])) }
  all      = setunion(flatten(concat(values(local.readers), values(local.writers))), var.copy_reader_role_arns)

  # Accounts are principals and roles are conditions: a role that does not exist yet cannot be a principal.
  role_accounts = sort(distinct([for arn in local.all : "arn:aws:iam::${split(":", arn)[4]}:root"]))
}

# A name, never a value: values are written by the rotation function or by a
# named writer, so that no plan, state or log ever holds one.
resource "aws_secretsmanager_secret" "this" {
  #checkov:skip=CKV2_AWS_57:Rotation is set for every secret that has a rotation function, a partner's key cannot be rotated by us (until 2027-05-31)
  for_each = var.secrets

  name                    = "${local.path_prefix}${each.key}"
  description             = each.value.description
  kms_key_id              = aws_kms_key.this.arn
  recovery_window_in_days = var.deletion_protection ? 30 : 0
  tags                    = merge(module.tags.all, { service = split("/", each.key)[0] })

  dynamic "replica" {
    for_each = var.replica == null ? [] : [var.replica]

    content {
      region     = replica.value.region
      kms_key_id = replica.value.kms_key_arn
    }
  }
}

resource "aws_secretsmanager_secret_policy" "this" {
  for_each = var.secrets

  secret_arn          = aws_secretsmanager_secret.this[each.key].arn
  block_public_policy = true

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [
        {
          Sid       = "DenyInsecureTransport"
          Effect    = "Deny"
          Principal = "*"
          Action    = ["secretsmanager:*"]
          Resource  = "*"
          Condition = { Bool = { "aws:SecureTransport" = ["false"] } }
        },
        {
          # Also closes it to administrators: an IAM policy that is too wide elsewhere opens nothing here.
          Sid       = "DenyReadToOthers"
          Effect    = "Deny"
          Principal = "*"
          Action    = ["secretsmanager:GetSecretValue"]
          Resource  = "*"
          Condition = { ArnNotEquals = { "aws:PrincipalArn" = local.readers[each.key] } }
        },
        {
          Sid       = "DenyWriteToOthers"
          Effect    = "Deny"
          Principal = "*"
          Action    = ["secretsmanager:PutSecretValue", "secretsmanager:UpdateSecretVersionStage"]
          Resource  = "*"
          Condition = { ArnNotEquals = { "aws:PrincipalArn" = concat(local.writers[each.key], ["none"]) } }
        },
        {
          Sid       = "AllowRead"
          Effect    = "Allow"
          Principal = { AWS = local.role_accounts }
          Action    = ["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"]
          Resource  = "*"
          Condition = { ArnEquals = { "aws:PrincipalArn" = local.readers[each.key] } }
        },
      ],
      length(local.writers[each.key]) == 0 ? [] : [
        {
          Sid       = "AllowWrite"
          Effect    = "Allow"
          Principal = { AWS = local.role_accounts }
          Action    = ["secretsmanager:PutSecretValue", "secretsmanager:UpdateSecretVersionStage", "secretsmanager:DescribeSecret"]
          Resource  = "*"
          Condition = { ArnEquals = { "aws:PrincipalArn" = local.writers[each.key] } }
        },
      ],
    )
  })
}

resource "aws_secretsmanager_secret_rotation" "this" {
  #checkov:skip=CKV_AWS_304:The period is a variable that is validated to at most 90 days (until 2027-05-31)
  for_each = { for key, secret in var.secrets : key => secret.rotation if secret.rotation != null }

  secret_id           = aws_secretsmanager_secret.this[each.key].id
  rotation_lambda_arn = each.value.function_arn

  rotation_rules {
    automatically_after_days = each.value.days
  }
}
