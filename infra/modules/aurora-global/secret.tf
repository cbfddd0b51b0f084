# RDS does not manage the password of a cluster that is part of a global database, so the secret is made here. The value
# is write-only: it is in no plan and in no state. A new one is set by raising master_password_version.
resource "aws_secretsmanager_secret" "master" {
  #checkov:skip=CKV2_AWS_57:Nobody works with this user day by day; it is rotated with master_password_version as the runbook of key rotation says (until 2027-05-31)
  count                   = local.primary ? 1 : 0
  name                    = "aurora/${var.name}/master"
  description             = "Administrator of the global database ${var.global_cluster_identifier}"
  kms_key_id              = aws_kms_key.this.arn
  recovery_window_in_days = var.deletion_protection ? 30 : 7
  tags                    = module.tags.all
}

resource "aws_secretsmanager_secret_version" "master" {
  count                    = local.primary ? 1 : 0
  secret_id                = aws_secretsmanager_secret.master[0].id
  secret_string_wo         = jsonencode({ username = var.master_username, password = var.master_password })
  secret_string_wo_version = var.master_password_version
}
