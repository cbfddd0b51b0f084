mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = { account_id = "111122223333" }
  }

  mock_data "aws_partition" {
    defaults = { partition = "aws" }
  }
}

variables {
  role                       = "primary"
  name                       = "arctiq-dev-orders"
  region                     = "us-east-1"
  global_cluster_identifier  = "arctiq-dev-orders"
  database_name              = "orders"
  master_password            = "0123456789abcdef0123456789abcdef0123456789abcdef"
  vpc_id                     = "vpc-0123456789abcdef0"
  subnet_ids                 = ["subnet-aaaa1111", "subnet-bbbb2222", "subnet-cccc3333"]
  allowed_security_group_ids = { order-service = "sg-0123456789abcdef0" }
  alarm_topic_arn            = "arn:aws:sns:us-east-1:111122223333:arctiq-dev-alarms"
  tags                       = { team = "orders", service = "order-service", environment = "dev", cost_centre = "cc-1001" }
}

run "refuses_an_unknown_role" {
  command = plan

  variables {
    role = "third"
  }

  expect_failures = [var.role]
}

run "refuses_a_name_in_capitals" {
  command = plan

  variables {
    name = "Orders"
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

run "refuses_a_global_name_in_capitals" {
  command = plan

  variables {
    global_cluster_identifier = "Orders"
  }

  expect_failures = [var.global_cluster_identifier]
}

run "refuses_an_old_engine" {
  command = plan

  variables {
    engine_version = "13.9"
  }

  expect_failures = [var.engine_version]
}

run "refuses_a_primary_without_database" {
  command = plan

  variables {
    database_name = null
  }

  expect_failures = [var.database_name]
}

run "refuses_a_secondary_with_database" {
  command = plan

  variables {
    role            = "secondary"
    master_password = null
  }

  expect_failures = [var.database_name]
}

run "refuses_a_reserved_user" {
  command = plan

  variables {
    master_username = "postgres"
  }

  expect_failures = [var.master_username]
}

run "refuses_a_short_password" {
  command = plan

  variables {
    master_password = "secret"
  }

  expect_failures = [var.master_password]
}

run "refuses_a_secondary_with_password" {
  command = plan

  variables {
    role          = "secondary"
    database_name = null
  }

  expect_failures = [var.master_password]
}

run "refuses_half_a_password_version" {
  command = plan

  variables {
    master_password_version = 1.5
  }

  expect_failures = [var.master_password_version]
}

run "refuses_a_burstable_instance" {
  command = plan

  variables {
    instance_class = "db.t4g.medium"
  }

  expect_failures = [var.instance_class]
}

run "refuses_no_instance" {
  command = plan

  variables {
    instance_count = 0
  }

  expect_failures = [var.instance_count]
}

run "refuses_one_instance_in_prod" {
  command = plan

  variables {
    instance_count = 1
    tags           = { team = "orders", service = "order-service", environment = "prod", cost_centre = "cc-1001" }
  }

  expect_failures = [var.instance_count]
}

run "refuses_two_subnets" {
  command = plan

  variables {
    subnet_ids = ["subnet-aaaa1111", "subnet-bbbb2222"]
  }

  expect_failures = [var.subnet_ids]
}

run "refuses_an_address_range_instead_of_a_group" {
  command = plan

  variables {
    allowed_security_group_ids = { everybody = "0.0.0.0/0" }
  }

  expect_failures = [var.allowed_security_group_ids]
}

run "refuses_backups_of_a_day" {
  command = plan

  variables {
    backup_retention_days = 1
  }

  expect_failures = [var.backup_retention_days]
}

run "refuses_backups_of_a_week_in_prod" {
  command = plan

  variables {
    backup_retention_days = 7
    tags                  = { team = "orders", service = "order-service", environment = "prod", cost_centre = "cc-1001" }
  }

  expect_failures = [var.backup_retention_days]
}

run "refuses_a_backup_window_of_words" {
  command = plan

  variables {
    preferred_backup_window = "at night"
  }

  expect_failures = [var.preferred_backup_window]
}

run "refuses_a_maintenance_window_without_a_day" {
  command = plan

  variables {
    preferred_maintenance_window = "03:00-04:00"
  }

  expect_failures = [var.preferred_maintenance_window]
}

run "refuses_an_rpo_alarm_beyond_the_objective" {
  command = plan

  variables {
    rpo_alarm_seconds = 301
  }

  expect_failures = [var.rpo_alarm_seconds]
}

run "refuses_a_commit_block_that_aurora_does_not_take" {
  command = plan

  variables {
    commit_block_rpo_seconds = 5
  }

  expect_failures = [var.commit_block_rpo_seconds]
}

run "refuses_a_commit_block_in_the_secondary" {
  command = plan

  variables {
    role                     = "secondary"
    region                   = "eu-west-1"
    name                     = "arctiq-dev-orders-ireland"
    database_name            = null
    master_password          = null
    commit_block_rpo_seconds = 60
  }

  expect_failures = [var.commit_block_rpo_seconds]
}

run "refuses_an_alarm_at_the_limit" {
  command = plan

  variables {
    alarm_thresholds = { cpu_percent = 100 }
  }

  expect_failures = [var.alarm_thresholds]
}

run "refuses_an_event_topic_that_is_none" {
  command = plan

  variables {
    event_topic_arn = "ops@example.com"
  }

  expect_failures = [var.event_topic_arn]
}

run "refuses_logs_that_are_gone_too_soon" {
  command = plan

  variables {
    log_retention_days = 7
  }

  expect_failures = [var.log_retention_days]
}

run "refuses_an_alarm_topic_that_is_none" {
  command = plan

  variables {
    alarm_topic_arn = "ops@example.com"
  }

  expect_failures = [var.alarm_topic_arn]
}

run "refuses_an_unknown_backup_tier" {
  command = plan

  variables {
    backup_tier = "gold"
  }

  expect_failures = [var.backup_tier]
}
