mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = { account_id = "111122223333" }
  }

  mock_data "aws_partition" {
    defaults = { partition = "aws" }
  }
}

variables {
  name            = "arctiq-dev-events-to-ireland"
  region          = "eu-west-1"
  source_cluster  = { cluster_arn = "arn:aws:kafka:us-east-1:111122223333:cluster/arctiq-dev-events/00000000-0000-0000-0000-000000000001-1", subnet_ids = ["subnet-aaaa1111", "subnet-bbbb2222", "subnet-cccc3333"], security_group_ids = ["sg-0123456789abcdef0"] }
  target_cluster  = { cluster_arn = "arn:aws:kafka:eu-west-1:111122223333:cluster/arctiq-dev-events/00000000-0000-0000-0000-000000000002-1", subnet_ids = ["subnet-aaaa1111", "subnet-bbbb2222", "subnet-cccc3333"], security_group_ids = ["sg-0123456789abcdef0"] }
  alarm_topic_arn = "arn:aws:sns:eu-west-1:111122223333:arctiq-dev-alarms"
  tags            = { team = "orders", service = "order-service", environment = "dev", cost_centre = "cc-1001" }
}

run "copies_topics_and_positions_under_their_names" {
  command = plan

  module {
    source = "./modules/replicator"
  }

  assert {
    condition     = aws_msk_replicator.this.replication_info_list[0].topic_replication[0].topic_name_configuration[0].type == "IDENTICAL" && aws_msk_replicator.this.replication_info_list[0].consumer_group_replication[0].synchronise_consumer_group_offsets
    error_message = "Consumers must find their topics and positions under the same names."
  }

  assert {
    condition     = jsondecode(aws_iam_role.this.assume_role_policy).Statement[0].Principal.Service == "kafka.amazonaws.com"
    error_message = "Only MSK may use the role."
  }

  assert {
    condition     = jsondecode(aws_iam_role_policy.this.policy).Statement[1].Resource == "arn:aws:kafka:us-east-1:111122223333:topic/arctiq-dev-events/00000000-0000-0000-0000-000000000001-1/*" && !contains(jsondecode(aws_iam_role_policy.this.policy).Statement[1].Action, "kafka-cluster:WriteData")
    error_message = "The source must be read only."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.this["latency"].threshold == 120000 && aws_cloudwatch_metric_alarm.this["failure"].treat_missing_data == "breaching"
    error_message = "Late copies and a silent replicator must be told."
  }

  assert {
    condition     = alltrue([for alarm in concat(values(aws_cloudwatch_metric_alarm.this)) : alarm.alarm_actions == toset([var.alarm_topic_arn]) && alarm.ok_actions == toset([var.alarm_topic_arn])])
    error_message = "An alarm tells nobody when it goes off, or when it is over."
  }

  assert {
    condition = alltrue([for tags in flatten([
      aws_msk_replicator.this.tags,
      aws_iam_role.this.tags,
      values(aws_cloudwatch_metric_alarm.this)[*].tags,
    ]) : tags["team"] == "orders" && tags["cost-centre"] == "cc-1001" && tags["module"] == "msk"])
    error_message = "A resource has lost the tags of its owner."
  }
}

run "refuses_a_name_in_capitals" {
  command = plan

  module {
    source = "./modules/replicator"
  }

  variables {
    name = "Events"
  }

  expect_failures = [var.name]
}

run "refuses_a_region_outside_the_list" {
  command = plan

  module {
    source = "./modules/replicator"
  }

  variables {
    region = "us-west-2"
  }

  expect_failures = [var.region]
}

run "refuses_a_source_that_is_no_cluster" {
  command = plan

  module {
    source = "./modules/replicator"
  }

  variables {
    source_cluster = { cluster_arn = "events", subnet_ids = ["subnet-aaaa1111", "subnet-bbbb2222", "subnet-cccc3333"], security_group_ids = ["sg-0123456789abcdef0"] }
  }

  expect_failures = [var.source_cluster]
}

run "refuses_a_target_that_is_no_cluster" {
  command = plan

  module {
    source = "./modules/replicator"
  }

  variables {
    target_cluster = { cluster_arn = "events", subnet_ids = ["subnet-aaaa1111", "subnet-bbbb2222", "subnet-cccc3333"], security_group_ids = ["sg-0123456789abcdef0"] }
  }

  expect_failures = [var.target_cluster]
}

run "refuses_a_target_of_another_region" {
  command = plan

  module {
    source = "./modules/replicator"
  }

  variables {
    target_cluster = { cluster_arn = "arn:aws:kafka:us-east-1:111122223333:cluster/arctiq-dev-events/00000000-0000-0000-0000-000000000001-1", subnet_ids = ["subnet-aaaa1111", "subnet-bbbb2222", "subnet-cccc3333"], security_group_ids = ["sg-0123456789abcdef0"] }
  }

  expect_failures = [var.target_cluster]
}

run "refuses_no_topics" {
  command = plan

  module {
    source = "./modules/replicator"
  }

  variables {
    topics = { include = [] }
  }

  expect_failures = [var.topics]
}

run "refuses_an_alarm_beyond_the_objective" {
  command = plan

  module {
    source = "./modules/replicator"
  }

  variables {
    latency_alarm_seconds = 301
  }

  expect_failures = [var.latency_alarm_seconds]
}

run "refuses_an_alarm_topic_that_is_none" {
  command = plan

  module {
    source = "./modules/replicator"
  }

  variables {
    alarm_topic_arn = "ops@example.com"
  }

  expect_failures = [var.alarm_topic_arn]
}
