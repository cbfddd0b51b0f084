mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = { account_id = "111122223333" }
  }

  mock_data "aws_partition" {
    defaults = { partition = "aws" }
  }
}

# Known in the plan, so that it can be seen who uses the key.
override_resource {
  target          = aws_kms_key.this
  override_during = plan
  values = {
    arn    = "arn:aws:kms:us-east-1:111122223333:key/11111111-2222-3333-4444-555555555555"
    key_id = "11111111-2222-3333-4444-555555555555"
  }
}

variables {
  name            = "arctiq-security"
  region          = "us-east-1"
  lock            = { mode = "compliance" }
  alarm_topic_arn = "arn:aws:sns:us-east-1:111122223333:arctiq-dev-alarms"
  tags            = { team = "orders", service = "order-service", environment = "dev", cost_centre = "cc-1001" }
}

run "is_locked_encrypted_and_closed" {
  command = plan

  module {
    source = "./modules/vault"
  }

  assert {
    condition     = aws_kms_key.this.enable_key_rotation && aws_kms_key.this.deletion_window_in_days == 30
    error_message = "The key must be rotated and have 30 days of grace."
  }

  assert {
    condition     = aws_backup_vault.this.kms_key_arn == aws_kms_key.this.arn
    error_message = "Recovery points must be encrypted with the key of the vault."
  }

  assert {
    condition     = aws_backup_vault_lock_configuration.this.changeable_for_days == 7 && aws_backup_vault_lock_configuration.this.min_retention_days == 7 && aws_backup_vault_lock_configuration.this.max_retention_days == 400
    error_message = "The lock must become final after its days of grace."
  }

  assert {
    condition     = aws_backup_vault.this.force_destroy == false
    error_message = "A vault with recovery points must not be deletable by default."
  }

  assert {
    condition     = [for statement in jsondecode(aws_backup_vault_policy.this.policy).Statement : statement.Sid] == ["NobodyDeletesByHand"] && contains(jsondecode(aws_backup_vault_policy.this.policy).Statement[0].Action, "backup:DeleteRecoveryPoint")
    error_message = "Nobody may delete recovery points by hand."
  }

  assert {
    condition     = contains(aws_backup_vault_notifications.this.backup_vault_events, "COPY_JOB_FAILED")
    error_message = "Failed copies must be told."
  }

  assert {
    condition = alltrue([for tags in flatten([
      aws_backup_vault.this.tags,
      aws_kms_key.this.tags,
    ]) : tags["team"] == "orders" && tags["cost-centre"] == "cc-1001" && tags["module"] == "backup"])
    error_message = "A resource has lost the tags of its owner."
  }
}

run "can_be_lifted_under_governance" {
  command = plan

  module {
    source = "./modules/vault"
  }

  variables {
    lock = { mode = "governance" }
  }

  assert {
    condition     = aws_backup_vault_lock_configuration.this.changeable_for_days == null
    error_message = "A governance lock must not become final."
  }
}

run "takes_copies_of_named_accounts" {
  command = plan

  module {
    source = "./modules/vault"
  }

  variables {
    source_account_ids = ["444455556666"]
  }

  assert {
    condition     = jsondecode(aws_backup_vault_policy.this.policy).Statement[1].Principal.AWS == ["arn:aws:iam::444455556666:root"] && jsondecode(aws_backup_vault_policy.this.policy).Statement[1].Action == "backup:CopyIntoBackupVault"
    error_message = "The named account may copy into the vault, and nothing else."
  }
}

run "refuses_a_name_in_capitals" {
  command = plan

  module {
    source = "./modules/vault"
  }

  variables {
    name = "Vault"
  }

  expect_failures = [var.name]
}

run "refuses_a_region_outside_the_list" {
  command = plan

  module {
    source = "./modules/vault"
  }

  variables {
    region = "us-west-2"
  }

  expect_failures = [var.region]
}

run "refuses_an_unknown_lock" {
  command = plan

  module {
    source = "./modules/vault"
  }

  variables {
    lock = { mode = "soft" }
  }

  expect_failures = [var.lock]
}

run "refuses_a_lock_upside_down" {
  command = plan

  module {
    source = "./modules/vault"
  }

  variables {
    lock = { mode = "governance", min_days = 30, max_days = 7 }
  }

  expect_failures = [var.lock]
}

run "refuses_a_lock_without_grace" {
  command = plan

  module {
    source = "./modules/vault"
  }

  variables {
    lock = { mode = "compliance", grace_days = 1 }
  }

  expect_failures = [var.lock]
}

run "refuses_copies_of_everybody" {
  command = plan

  module {
    source = "./modules/vault"
  }

  variables {
    source_account_ids = ["*"]
  }

  expect_failures = [var.source_account_ids]
}

run "refuses_an_alarm_topic_that_is_none" {
  command = plan

  module {
    source = "./modules/vault"
  }

  variables {
    alarm_topic_arn = "ops@example.com"
  }

  expect_failures = [var.alarm_topic_arn]
}
