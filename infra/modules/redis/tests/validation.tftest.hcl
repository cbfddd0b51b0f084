mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = { account_id = "111122223333" }
  }

  mock_data "aws_partition" {
    defaults = { partition = "aws" }
  }
}

variables {
  name                       = "arctiq-dev-cart-cache"
  region                     = "us-east-1"
  users                      = { order-service = { access_string = "on ~cart:* +@all -@dangerous" } }
  vpc_id                     = "vpc-0123456789abcdef0"
  subnet_ids                 = ["subnet-aaaa1111", "subnet-bbbb2222", "subnet-cccc3333"]
  allowed_security_group_ids = { order-service = "sg-0123456789abcdef0" }
  alarm_topic_arn            = "arn:aws:sns:us-east-1:111122223333:arctiq-dev-alarms"
  tags                       = { team = "orders", service = "order-service", environment = "dev", cost_centre = "cc-1001" }
}

run "refuses_a_name_that_is_too_long" {
  command = plan

  variables {
    name = "arctiq-dev-cart-cache-with-a-name-that-never-ends"
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

run "refuses_nobody_at_all" {
  command = plan

  variables {
    users = {}
  }

  expect_failures = [var.users]
}

run "refuses_the_default_user" {
  command = plan

  variables {
    users = { default = { access_string = "on ~* +@read" } }
  }

  expect_failures = [var.users]
}

run "refuses_a_user_with_spaces" {
  command = plan

  variables {
    users = { "order service" = { access_string = "on ~* +@read" } }
  }

  expect_failures = [var.users]
}

run "refuses_a_user_without_password" {
  command = plan

  variables {
    users = { order-service = { access_string = "on nopass ~* +@all" } }
  }

  expect_failures = [var.users]
}

run "refuses_a_user_who_may_flush" {
  command = plan

  variables {
    users = { order-service = { access_string = "on ~* +@all" } }
  }

  expect_failures = [var.users]
}

run "refuses_an_old_engine" {
  command = plan

  variables {
    engine_version = "6.2"
  }

  expect_failures = [var.engine_version]
}

run "refuses_a_burstable_node_in_prod" {
  command = plan

  variables {
    node_type = "cache.t4g.small"
    tags      = { team = "orders", service = "order-service", environment = "prod", cost_centre = "cc-1001" }
  }

  expect_failures = [var.node_type]
}

run "refuses_more_nodes_than_the_quota" {
  command = plan

  variables {
    shards = 31
  }

  expect_failures = [var.shards]
}

run "refuses_no_replica" {
  command = plan

  variables {
    replicas_per_shard = 0
  }

  expect_failures = [var.replicas_per_shard]
}

run "refuses_an_unknown_memory_policy" {
  command = plan

  variables {
    maxmemory_policy = "lru"
  }

  expect_failures = [var.maxmemory_policy]
}

run "refuses_no_snapshots" {
  command = plan

  variables {
    snapshot_retention_days = 0
  }

  expect_failures = [var.snapshot_retention_days]
}

run "refuses_a_snapshot_window_of_words" {
  command = plan

  variables {
    snapshot_window = "at night"
  }

  expect_failures = [var.snapshot_window]
}

run "refuses_a_maintenance_window_without_a_day" {
  command = plan

  variables {
    maintenance_window = "04:00-05:00"
  }

  expect_failures = [var.maintenance_window]
}

run "refuses_logs_that_are_gone_too_soon" {
  command = plan

  variables {
    log_retention_days = 7
  }

  expect_failures = [var.log_retention_days]
}

run "refuses_an_alarm_at_the_limit" {
  command = plan

  variables {
    alarm_thresholds = { memory_percent = 100 }
  }

  expect_failures = [var.alarm_thresholds]
}

run "refuses_an_alarm_topic_that_is_none" {
  command = plan

  variables {
    alarm_topic_arn = "ops@example.com"
  }

  expect_failures = [var.alarm_topic_arn]
}
