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
  name            = "arctiq-dev-user-profiles"
  region          = "eu-west-1"
  table_region    = "us-east-1"
  alarm_topic_arn = "arn:aws:sns:eu-west-1:111122223333:arctiq-dev-alarms"
  tags            = { team = "orders", service = "order-service", environment = "dev", cost_centre = "cc-1001" }
}

run "makes_key_and_alarms_of_the_other_region" {
  command = plan

  module {
    source = "./modules/replica-region"
  }

  assert {
    condition     = aws_kms_key.this.enable_key_rotation && aws_kms_key.this.deletion_window_in_days == 30
    error_message = "The key must be rotated and have 30 days of grace."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.replication_latency.threshold == 60000 && aws_cloudwatch_metric_alarm.replication_latency.dimensions["ReceivingRegion"] == "us-east-1"
    error_message = "The way back must be watched."
  }

  assert {
    condition     = alltrue([for alarm in concat(values(aws_cloudwatch_metric_alarm.throttled), [aws_cloudwatch_metric_alarm.replication_latency]) : alarm.alarm_actions == toset([var.alarm_topic_arn]) && alarm.ok_actions == toset([var.alarm_topic_arn])])
    error_message = "An alarm tells nobody when it goes off, or when it is over."
  }

  assert {
    condition = alltrue([for tags in flatten([
      aws_kms_key.this.tags,
      values(aws_cloudwatch_metric_alarm.throttled)[*].tags,
      aws_cloudwatch_metric_alarm.replication_latency.tags,
    ]) : tags["team"] == "orders" && tags["cost-centre"] == "cc-1001" && tags["module"] == "dynamodb-table"])
    error_message = "A resource has lost the tags of its owner."
  }
}

run "refuses_a_name_in_capitals" {
  command = plan

  module {
    source = "./modules/replica-region"
  }

  variables {
    name = "Users"
  }

  expect_failures = [var.name]
}

run "refuses_a_region_outside_the_list" {
  command = plan

  module {
    source = "./modules/replica-region"
  }

  variables {
    region = "us-west-2"
  }

  expect_failures = [var.region]
}

run "refuses_the_region_of_the_table" {
  command = plan

  module {
    source = "./modules/replica-region"
  }

  variables {
    table_region = "eu-west-1"
  }

  expect_failures = [var.table_region]
}

run "refuses_a_table_outside_the_list" {
  command = plan

  module {
    source = "./modules/replica-region"
  }

  variables {
    table_region = "us-west-2"
  }

  expect_failures = [var.table_region]
}

run "refuses_an_alarm_beyond_the_objective" {
  command = plan

  module {
    source = "./modules/replica-region"
  }

  variables {
    replication_latency_alarm_seconds = 301
  }

  expect_failures = [var.replication_latency_alarm_seconds]
}

run "refuses_an_alarm_topic_that_is_none" {
  command = plan

  module {
    source = "./modules/replica-region"
  }

  variables {
    alarm_topic_arn = "ops@example.com"
  }

  expect_failures = [var.alarm_topic_arn]
}
