mock_provider "aws" {
  mock_resource "aws_kms_key" {
    defaults = {
      arn    = "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555"
      key_id = "11111111-2222-3333-4444-555555555555"
    }
  }
  mock_resource "aws_secretsmanager_secret" {
    defaults = {
      arn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:prod/order-service/database-AbCdEf"
      id  = "arn:aws:secretsmanager:us-east-1:123456789012:secret:prod/order-service/database-AbCdEf"
    }
  }
}

variables {
  name       = "arctiq-prod"
  account_id = "123456789012"
  region     = "us-east-1"
  secrets = {
    "order-service/database" = {
      description      = "Login of the order database"
      reader_role_arns = ["arn:aws:iam::123456789012:role/arctiq-prod-external-secrets"]
      rotation = {
        function_arn = "arn:aws:lambda:us-east-1:123456789012:function:rotate-postgres"
        role_arn     = "arn:aws:iam::123456789012:role/rotate-postgres"
      }
    }
    "portal/github-app" = {
      description      = "Private key of the portal's GitHub App"
      reader_role_arns = ["arn:aws:iam::123456789012:role/arctiq-prod-external-secrets"]
    }
  }
  replica = {
    region      = "eu-west-1"
    kms_key_arn = "arn:aws:kms:eu-west-1:123456789012:key/66666666-2222-3333-4444-555555555555"
  }
  administrator_role_arns = ["arn:aws:iam::123456789012:role/arctiq-terraform-apply"]
  tags = {
    team        = "platform"
    service     = "secrets"
    environment = "prod"
    cost_centre = "cc-1000"
  }
}

run "names_secrets_as_external_secrets_reads_them" {
  assert {
    condition = output.secret_names == {
      "order-service/database" = "prod/order-service/database"
      "portal/github-app"      = "prod/portal/github-app"
    } && output.path_prefix == "prod/"
    error_message = "The path must be <environment>/<service>/<name>."
  }

  assert {
    condition     = alltrue([for secret in values(aws_secretsmanager_secret.this) : secret.kms_key_id == aws_kms_key.this.arn && secret.recovery_window_in_days == 30])
    error_message = "Secrets must be encrypted with the environment's key and be restorable for 30 days."
  }

  assert {
    condition     = alltrue([for secret in values(aws_secretsmanager_secret.this) : one(secret.replica).region == "eu-west-1" && one(secret.replica).kms_key_id == var.replica.kms_key_arn])
    error_message = "The copy must lie in the other region under the key there."
  }

  assert {
    condition     = keys(aws_secretsmanager_secret_rotation.this) == ["order-service/database"] && aws_secretsmanager_secret_rotation.this["order-service/database"].rotation_rules[0].automatically_after_days == 30
    error_message = "A secret with a rotation function must rotate every 30 days."
  }

  assert {
    condition     = aws_kms_key.this.enable_key_rotation && aws_kms_key.this.deletion_window_in_days == 30
    error_message = "The key must rotate and must not vanish at once."
  }

  assert {
    condition = alltrue([for tags in concat([aws_kms_key.this.tags], [for secret in values(aws_secretsmanager_secret.this) : secret.tags]) :
    tags["cost-centre"] == "cc-1000" && tags["environment"] == "prod" && tags["module"] == "secrets"])
    error_message = "A resource lacks the tags of the company."
  }
}

run "opens_a_secret_to_named_roles_only" {
  assert {
    condition = alltrue([for policy in values(aws_secretsmanager_secret_policy.this) : policy.block_public_policy &&
    { for s in jsondecode(policy.policy).Statement : s.Sid => "${s.Effect} ${jsonencode(s.Condition)}" }["DenyInsecureTransport"] == "Deny {\"Bool\":{\"aws:SecureTransport\":[\"false\"]}}"])
    error_message = "A secret must refuse requests without TLS and public policies."
  }

  assert {
    condition = { for s in jsondecode(aws_secretsmanager_secret_policy.this["order-service/database"].policy).Statement : s.Sid => jsonencode(s.Condition) }["DenyReadToOthers"] == jsonencode({ ArnNotEquals = { "aws:PrincipalArn" = [
      "arn:aws:iam::123456789012:role/arctiq-prod-external-secrets",
      "arn:aws:iam::123456789012:role/rotate-postgres",
    ] } })
    error_message = "Only the readers and the rotation function may read."
  }

  assert {
    condition     = { for s in jsondecode(aws_secretsmanager_secret_policy.this["portal/github-app"].policy).Statement : s.Sid => jsonencode(s.Condition) }["DenyWriteToOthers"] == "{\"ArnNotEquals\":{\"aws:PrincipalArn\":[\"none\"]}}"
    error_message = "A secret without writers must be closed to writing."
  }

  assert {
    condition     = { for s in jsondecode(aws_kms_key.this.policy).Statement : s.Sid => jsonencode([s.Effect, s.Condition]) if s.Sid == "OnlyAdministratorsManage" }["OnlyAdministratorsManage"] == jsonencode(["Deny", { ArnNotEquals = { "aws:PrincipalArn" = ["arn:aws:iam::123456789012:role/arctiq-terraform-apply", "arn:aws:iam::123456789012:root"] } }])
    error_message = "Only the named administrators may manage the key."
  }
}

run "keeps_a_key_for_copies_in_another_region" {
  variables {
    region                = "eu-west-1"
    secrets               = {}
    replica               = null
    copy_reader_role_arns = ["arn:aws:iam::123456789012:role/arctiq-prod-eu-external-secrets"]
  }

  assert {
    condition     = length(aws_secretsmanager_secret.this) == 0 && { for s in jsondecode(aws_kms_key.this.policy).Statement : s.Sid => s if s.Sid == "RolesThroughSecretsManager" }["RolesThroughSecretsManager"].Condition.ArnEquals["aws:PrincipalArn"] == ["arn:aws:iam::123456789012:role/arctiq-prod-eu-external-secrets"]
    error_message = "Readers of copies must be able to use the key of their region."
  }
}
