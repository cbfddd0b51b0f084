mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = { account_id = "111122223333" }
  }

  mock_data "aws_partition" {
    defaults = { partition = "aws" }
  }
}

variables {
  name            = "arctiq-dev"
  region          = "us-east-1"
  lock            = { mode = "governance" }
  copy_vault_arns = null
  alarm_topic_arn = "arn:aws:sns:us-east-1:111122223333:arctiq-dev-alarms"
  tags            = { team = "orders", service = "order-service", environment = "dev", cost_centre = "cc-1001" }
}

run "refuses_a_name_in_capitals" {
  command = plan

  variables {
    name = "Backups"
  }

  expect_failures = [var.name]
}

run "refuses_a_region_outside_the_list" {
  command = plan

  variables {
    region = "us-west-2"
  }

  expect_failures = [var.region]
}

run "refuses_an_unknown_lock" {
  command = plan

  variables {
    lock = { mode = "soft" }
  }

  expect_failures = [var.lock]
}

run "refuses_a_lock_upside_down" {
  command = plan

  variables {
    lock = { mode = "governance", min_days = 30, max_days = 7 }
  }

  expect_failures = [var.lock]
}

run "refuses_a_lock_without_grace" {
  command = plan

  variables {
    lock = { mode = "compliance", grace_days = 1 }
  }

  expect_failures = [var.lock]
}

run "refuses_production_without_copies" {
  command = plan

  variables {
    tags = { team = "orders", service = "order-service", environment = "prod", cost_centre = "cc-1001" }
  }

  expect_failures = [var.copy_vault_arns]
}

run "refuses_copies_to_no_vault" {
  command = plan

  variables {
    copy_vault_arns = { other_region = "ireland", security_account = "security" }
  }

  expect_failures = [var.copy_vault_arns]
}

run "refuses_copies_that_stay_in_the_region" {
  command = plan

  variables {
    copy_vault_arns = {
      other_region     = "arn:aws:backup:us-east-1:111122223333:backup-vault:arctiq-dev"
      security_account = "arn:aws:backup:us-east-1:444455556666:backup-vault:arctiq-security"
    }
  }

  expect_failures = [var.copy_vault_arns]
}

run "refuses_backups_that_are_never_restored" {
  command = plan

  variables {
    restore_tests = {}
  }

  expect_failures = [var.restore_tests]
}

run "refuses_a_restore_test_of_an_unknown_type" {
  command = plan

  variables {
    restore_tests = { queue = { resource_type = "SQS" } }
  }

  expect_failures = [var.restore_tests]
}

run "refuses_a_restore_test_with_a_hyphen" {
  command = plan

  variables {
    restore_tests = { user-profiles = { resource_type = "DynamoDB" } }
  }

  expect_failures = [var.restore_tests]
}

run "refuses_a_restore_of_aurora_without_a_network" {
  command = plan

  variables {
    restore_tests = { orders = { resource_type = "Aurora" } }
  }

  expect_failures = [var.restore_tests]
}

run "refuses_a_restored_copy_that_stays" {
  command = plan

  variables {
    restore_tests = { orders = { resource_type = "DynamoDB", hours_kept = 500 } }
  }

  expect_failures = [var.restore_tests]
}

run "refuses_velero_without_retention" {
  command = plan

  variables {
    velero = { bucket_name = "arctiq-dev-velero-us-east-1", cluster_name = "arctiq-dev", retention_days = 1 }
  }

  expect_failures = [var.velero]
}

run "refuses_an_alarm_topic_that_is_none" {
  command = plan

  variables {
    alarm_topic_arn = "ops@example.com"
  }

  expect_failures = [var.alarm_topic_arn]
}
