mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = { account_id = "111122223333" }
  }

  mock_data "aws_partition" {
    defaults = { partition = "aws" }
  }
}

variables {
  name              = "arctiq-dev-invoices-us-east-1"
  region            = "us-east-1"
  access_log_bucket = null
  tags              = { team = "orders", service = "order-service", environment = "dev", cost_centre = "cc-1001" }
}

run "refuses_a_name_that_s3_does_not_take" {
  command = plan

  variables {
    name = "Invoices_2026"
  }

  expect_failures = [var.name]
}

run "refuses_a_name_with_double_hyphens" {
  command = plan

  variables {
    name = "arctiq--invoices"
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

run "refuses_an_unknown_backup_tier" {
  command = plan

  variables {
    backup_tier = "gold"
  }

  expect_failures = [var.backup_tier]
}

run "refuses_two_rules_with_one_id" {
  command = plan

  variables {
    lifecycle_rules = [{ id = "a", expiration_days = 10 }, { id = "a", expiration_days = 20 }]
  }

  expect_failures = [var.lifecycle_rules]
}

run "refuses_a_rule_that_does_nothing" {
  command = plan

  variables {
    lifecycle_rules = [{ id = "a" }]
  }

  expect_failures = [var.lifecycle_rules]
}

run "refuses_one_zone_storage" {
  command = plan

  variables {
    lifecycle_rules = [{ id = "a", transitions = [{ days = 30, storage_class = "ONEZONE_IA" }] }]
  }

  expect_failures = [var.lifecycle_rules]
}

run "refuses_expiry_before_the_move" {
  command = plan

  variables {
    lifecycle_rules = [{ id = "a", transitions = [{ days = 90, storage_class = "GLACIER_IR" }], expiration_days = 60 }]
  }

  expect_failures = [var.lifecycle_rules]
}

run "refuses_versions_that_go_at_once" {
  command = plan

  variables {
    noncurrent_version_days = 1
  }

  expect_failures = [var.noncurrent_version_days]
}

run "refuses_copies_without_a_key" {
  command = plan

  variables {
    replication = {
      bucket_arn  = "arn:aws:s3:::arctiq-dev-invoices-eu-west-1"
      kms_key_arn = ""
    }
    alarm_topic_arn = "arn:aws:sns:us-east-1:111122223333:arctiq-dev-alarms"
  }

  expect_failures = [var.replication]
}

run "refuses_copies_to_no_account" {
  command = plan

  variables {
    replication     = { bucket_arn = "arn:aws:s3:::arctiq-archive", kms_key_arn = "arn:aws:kms:eu-west-1:111122223333:key/0", account_id = "archive" }
    alarm_topic_arn = "arn:aws:sns:us-east-1:111122223333:arctiq-dev-alarms"
  }

  expect_failures = [var.replication]
}

run "refuses_copies_that_nobody_watches" {
  command = plan

  variables {
    replication = {
      bucket_arn  = "arn:aws:s3:::arctiq-dev-invoices-eu-west-1"
      kms_key_arn = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-0000-0000-000000000000"
    }
  }

  expect_failures = [var.replication]
}

run "refuses_copies_from_everybody" {
  command = plan

  variables {
    replication_source_role_arns = ["*"]
  }

  expect_failures = [var.replication_source_role_arns]
}

run "refuses_public_readers" {
  command = plan

  variables {
    reader_role_arns = ["*"]
  }

  expect_failures = [var.reader_role_arns]
}

run "refuses_an_unknown_lock" {
  command = plan

  variables {
    object_lock = { mode = "SOFT", days = 30 }
  }

  expect_failures = [var.object_lock]
}

run "refuses_a_lock_without_days" {
  command = plan

  variables {
    object_lock = { days = 0 }
  }

  expect_failures = [var.object_lock]
}

run "refuses_expiry_before_the_lock_ends" {
  command = plan

  variables {
    object_lock     = { days = 400 }
    lifecycle_rules = [{ id = "a", expiration_days = 30 }]
  }

  expect_failures = [var.object_lock]
}

run "refuses_an_inventory_without_a_bucket" {
  command = plan

  variables {
    inventory = { bucket_arn = "arctiq-dev-inventory" }
  }

  expect_failures = [var.inventory]
}

run "refuses_an_alarm_topic_that_is_none" {
  command = plan

  variables {
    alarm_topic_arn = "ops@example.com"
  }

  expect_failures = [var.alarm_topic_arn]
}
