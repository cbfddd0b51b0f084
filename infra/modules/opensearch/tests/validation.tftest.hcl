mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = { account_id = "111122223333" }
  }

  mock_data "aws_partition" {
    defaults = { partition = "aws" }
  }
}

variables {
  name                       = "arctiq-dev-catalogue"
  region                     = "us-east-1"
  master_role_arn            = "arn:aws:iam::111122223333:role/arctiq-search-admin"
  access_role_arns           = ["arn:aws:iam::111122223333:role/arctiq-dev-order-service"]
  vpc_id                     = "vpc-0123456789abcdef0"
  subnet_ids                 = ["subnet-aaaa1111", "subnet-bbbb2222", "subnet-cccc3333"]
  allowed_security_group_ids = { order-service = "sg-0123456789abcdef0" }
  alarm_topic_arn            = "arn:aws:sns:us-east-1:111122223333:arctiq-dev-alarms"
  tags                       = { team = "orders", service = "order-service", environment = "dev", cost_centre = "cc-1001" }
}

run "refuses_a_name_that_is_too_long" {
  command = plan

  variables {
    name = "arctiq-production-catalogue-search"
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

run "refuses_an_old_engine" {
  command = plan

  variables {
    engine_version = "Elasticsearch_7.10"
  }

  expect_failures = [var.engine_version]
}

run "refuses_four_nodes_over_three_zones" {
  command = plan

  variables {
    data_nodes = { count = 4 }
  }

  expect_failures = [var.data_nodes]
}

run "refuses_a_burstable_node" {
  command = plan

  variables {
    data_nodes = { type = "t3.small.search" }
  }

  expect_failures = [var.data_nodes]
}

run "refuses_a_disk_that_is_too_small" {
  command = plan

  variables {
    data_nodes = { volume_gib = 10 }
  }

  expect_failures = [var.data_nodes]
}

run "refuses_a_burstable_master" {
  command = plan

  variables {
    master_node_type = "t3.small.search"
  }

  expect_failures = [var.master_node_type]
}

run "refuses_a_master_with_a_password" {
  command = plan

  variables {
    master_role_arn = "admin"
  }

  expect_failures = [var.master_role_arn]
}

run "refuses_everybody" {
  command = plan

  variables {
    access_role_arns = ["*"]
  }

  expect_failures = [var.access_role_arns]
}

run "refuses_snapshots_without_a_key" {
  command = plan

  variables {
    snapshot_bucket = { arn = "arn:aws:s3:::arctiq-dev-search-snapshots", kms_key_arn = "" }
  }

  expect_failures = [var.snapshot_bucket]
}

run "refuses_an_hour_that_does_not_exist" {
  command = plan

  variables {
    off_peak_start_hour = 24
  }

  expect_failures = [var.off_peak_start_hour]
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
