mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = { account_id = "111122223333" }
  }

  mock_data "aws_partition" {
    defaults = { partition = "aws" }
  }
}

variables {
  name            = "arctiq-dev-user-profiles"
  region          = "us-east-1"
  hash_key        = { name = "user_id", type = "S" }
  alarm_topic_arn = "arn:aws:sns:us-east-1:111122223333:arctiq-dev-alarms"
  tags            = { team = "orders", service = "order-service", environment = "dev", cost_centre = "cc-1001" }
}

run "refuses_a_name_in_capitals" {
  command = plan

  variables {
    name = "Users"
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

run "refuses_a_key_without_type" {
  command = plan

  variables {
    hash_key = { name = "user_id", type = "string" }
  }

  expect_failures = [var.hash_key]
}

run "refuses_a_sort_key_without_type" {
  command = plan

  variables {
    range_key = { name = "at", type = "date" }
  }

  expect_failures = [var.range_key]
}

run "refuses_more_indexes_than_dynamodb" {
  command = plan

  variables {
    indexes = { for i in range(21) : "i${i}" => { hash_key = { name = "k${i}", type = "S" } } }
  }

  expect_failures = [var.indexes]
}

run "refuses_an_index_key_without_type" {
  command = plan

  variables {
    indexes = { a = { hash_key = { name = "email", type = "text" } } }
  }

  expect_failures = [var.indexes]
}

run "refuses_a_projection_without_attributes" {
  command = plan

  variables {
    indexes = { a = { hash_key = { name = "email", type = "S" }, projection = "INCLUDE" } }
  }

  expect_failures = [var.indexes]
}

run "refuses_one_attribute_with_two_types" {
  command = plan

  variables {
    indexes = { a = { hash_key = { name = "user_id", type = "N" } } }
  }

  expect_failures = [var.indexes]
}

run "refuses_an_unknown_stream" {
  command = plan

  variables {
    stream_view_type = "EVERYTHING"
  }

  expect_failures = [var.stream_view_type]
}

run "refuses_a_stream_too_thin_for_replicas" {
  command = plan

  variables {
    stream_view_type = "KEYS_ONLY"
    replicas         = [{ region = "eu-west-1", kms_key_arn = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-0000-0000-000000000000" }]
  }

  expect_failures = [var.stream_view_type]
}

run "refuses_capacity_upside_down" {
  command = plan

  variables {
    provisioned = { read = { min = 50, max = 5 }, write = { min = 2, max = 20 } }
  }

  expect_failures = [var.provisioned]
}

run "refuses_bought_capacity_with_indexes" {
  command = plan

  variables {
    provisioned = { read = { min = 5, max = 50 }, write = { min = 2, max = 20 } }
    indexes     = { a = { hash_key = { name = "email", type = "S" } } }
  }

  expect_failures = [var.provisioned]
}

run "refuses_a_replica_outside_the_list" {
  command = plan

  variables {
    replicas = [{ region = "us-west-2", kms_key_arn = "arn:aws:kms:us-west-2:111122223333:key/0" }]
  }

  expect_failures = [var.replicas]
}

run "refuses_a_replica_in_its_own_region" {
  command = plan

  variables {
    replicas = [{ region = "us-east-1", kms_key_arn = "arn:aws:kms:us-east-1:111122223333:key/0" }]
  }

  expect_failures = [var.replicas]
}

run "refuses_a_replica_with_a_key_of_elsewhere" {
  command = plan

  variables {
    replicas = [{ region = "eu-west-1", kms_key_arn = "arn:aws:kms:us-east-1:111122223333:key/0" }]
  }

  expect_failures = [var.replicas]
}

run "refuses_an_alarm_beyond_the_objective" {
  command = plan

  variables {
    replication_latency_alarm_seconds = 301
  }

  expect_failures = [var.replication_latency_alarm_seconds]
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
