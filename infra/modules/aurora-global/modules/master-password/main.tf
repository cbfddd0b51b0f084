# A new password at every run, opened in memory only. It is used where master_password_version was raised and dropped
# otherwise. It stands apart from the main module because provider mocks of `terraform test` know no ephemeral resources.
ephemeral "aws_secretsmanager_random_password" "this" {
  password_length            = 48
  exclude_punctuation        = true
  require_each_included_type = true
}
