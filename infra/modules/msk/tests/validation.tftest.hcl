mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = { account_id = "111122223333" }
  }

  mock_data "aws_partition" {
    defaults = { partition = "aws" }
  }
}

variables {
  name                       = "arctiq-dev-events"
  region                     = "us-east-1"
  vpc_id                     = "vpc-0123456789abcdef0"
  subnet_ids                 = ["subnet-aaaa1111", "subnet-bbbb2222", "subnet-cccc3333"]
  allowed_security_group_ids = { order-service = "sg-0123456789abcdef0" }
  alarm_topic_arn            = "arn:aws:sns:us-east-1:111122223333:arctiq-dev-alarms"
  tags                       = { team = "orders", service = "order-service", environment = "dev", cost_centre = "cc-1001" }
}

run "refuses_a_name_in_capitals" {
  command = plan

  variables {
    name = "Events"
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

run "refuses_an_address_range_for_monitoring" {
  command = plan

  variables {
    monitoring_security_group_ids = { all = "0.0.0.0/0" }
  }

  expect_failures = [var.monitoring_security_group_ids]
}

run "refuses_an_old_kafka" {
  command = plan

  variables {
    kafka_version = "2.8.1"
  }

  expect_failures = [var.kafka_version]
}

run "refuses_four_brokers_over_three_zones" {
  command = plan

  variables {
    broker_count = 4
  }

  expect_failures = [var.broker_count]
}

run "refuses_a_burstable_broker" {
  command = plan

  variables {
    instance_type = "kafka.t3.small"
  }

  expect_failures = [var.instance_type]
}

run "refuses_disks_that_cannot_grow" {
  command = plan

  variables {
    volume_gib = { initial = 500, max = 500 }
  }

  expect_failures = [var.volume_gib]
}

run "refuses_retention_beyond_the_archive" {
  command = plan

  variables {
    retention_hours = 9000
  }

  expect_failures = [var.retention_hours]
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
