resource "aws_kms_key" "this" {
  #checkov:skip=CKV2_AWS_64:The policy stands below; Checkov cannot follow it where the lists in it come from another module (until 2027-05-31)
  description             = "Secrets of ${var.tags.environment} in ${var.region}"
  enable_key_rotation     = true
  deletion_window_in_days = 30
  tags                    = module.tags.all

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [
        {
          Sid       = "AccountDelegates"
          Effect    = "Allow"
          Principal = { AWS = "arn:aws:iam::${var.account_id}:root" }
          Action    = "kms:*"
          Resource  = "*"
        },
      ],
      length(local.all) == 0 ? [] : [
        {
          Sid       = "RolesThroughSecretsManager"
          Effect    = "Allow"
          Principal = { AWS = local.role_accounts }
          Action    = ["kms:Decrypt", "kms:GenerateDataKey*", "kms:DescribeKey"]
          Resource  = "*"
          Condition = {
            ArnEquals    = { "aws:PrincipalArn" = sort(local.all) }
            StringEquals = { "kms:ViaService" = "secretsmanager.${var.region}.amazonaws.com" }
          }
        },
      ],
      length(var.administrator_role_arns) == 0 ? [] : [
        {
          # Whoever is named here manages the key; all others may not, whatever their policy says.
          # The root user stays in, as the last way to mend a wrong list.
          Sid       = "OnlyAdministratorsManage"
          Effect    = "Deny"
          Principal = { AWS = "*" }
          Action    = ["kms:PutKeyPolicy", "kms:ScheduleKeyDeletion", "kms:DisableKey", "kms:DisableKeyRotation"]
          Resource  = "*"
          Condition = { ArnNotEquals = { "aws:PrincipalArn" = sort(concat(tolist(var.administrator_role_arns), ["arn:aws:iam::${var.account_id}:root"])) } }
        },
      ],
    )
  })
}

resource "aws_kms_alias" "this" {
  name          = "alias/${var.name}-secrets"
  target_key_id = aws_kms_key.this.key_id
}
