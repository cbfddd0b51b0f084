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
  region          = "us-east-1"
  hash_key        = { name = "user_id", type = "S" }
  alarm_topic_arn = "arn:aws:sns:us-east-1:111122223333:arctiq-dev-alarms"
  tags            = { team = "orders", service = "order-service", environment = "dev", cost_centre = "cc-1001" }
}

run "is_encrypted_recoverable_and_protected" {
  command = plan

  assert {
    condition     = aws_dynamodb_table.this.server_side_encryption[0].enabled
    error_message = "Items must be encrypted."
  }

  assert {
    condition     = aws_dynamodb_table.this.server_side_encryption[0].kms_key_arn == aws_kms_key.this.arn
    error_message = "Everything at rest must be encrypted with the key of this module."
  }

  assert {
    condition     = aws_kms_key.this.enable_key_rotation && aws_kms_key.this.deletion_window_in_days == 30
    error_message = "The key must be rotated and have 30 days of grace."
  }

  assert {
    condition     = aws_dynamodb_table.this.point_in_time_recovery[0].enabled
    error_message = "Point-in-time recovery must be on."
  }

  assert {
    condition     = aws_dynamodb_table.this.deletion_protection_enabled
    error_message = "The table must not be deletable by default."
  }

  assert {
    condition     = aws_dynamodb_table.this.billing_mode == "PAY_PER_REQUEST" && length(aws_appautoscaling_target.this) == 0
    error_message = "On demand must be the default."
  }

  assert {
    condition     = !aws_dynamodb_table.this.stream_enabled
    error_message = "No stream without one who reads it."
  }

  assert {
    condition     = toset(keys(aws_dynamodb_contributor_insights.this)) == toset([""])
    error_message = "Hot keys must be visible."
  }

  assert {
    condition     = toset(keys(aws_cloudwatch_metric_alarm.throttled)) == toset(["read-table", "write-table"])
    error_message = "Refused reads and writes must be told."
  }

  assert {
    condition     = length(aws_cloudwatch_metric_alarm.system_errors.metric_query) == 10
    error_message = "System errors of all operations must be added up."
  }

  assert {
    condition     = alltrue([for alarm in concat(values(aws_cloudwatch_metric_alarm.throttled), [aws_cloudwatch_metric_alarm.system_errors]) : alarm.alarm_actions == toset([var.alarm_topic_arn]) && alarm.ok_actions == toset([var.alarm_topic_arn])])
    error_message = "An alarm tells nobody when it goes off, or when it is over."
  }

  assert {
    condition = alltrue([for tags in flatten([
      aws_dynamodb_table.this.tags,
      aws_kms_key.this.tags,
      values(aws_cloudwatch_metric_alarm.throttled)[*].tags,
      aws_cloudwatch_metric_alarm.system_errors.tags,
    ]) : tags["team"] == "orders" && tags["cost-centre"] == "cc-1001" && tags["module"] == "dynamodb-table"])
    error_message = "A resource has lost the tags of its owner."
  }

  assert {
    condition     = aws_dynamodb_table.this.tags["backup"] == "tier-1"
    error_message = "AWS Backup must find the table by its tag."
  }
}

run "has_typed_keys_and_indexes" {
  command = plan

  variables {
    indexes = {
      by-email = { hash_key = { name = "email", type = "S" }, range_key = { name = "created_at", type = "N" }, projection = "INCLUDE", non_key_attributes = ["name"] }
    }
    range_key     = { name = "created_at", type = "N" }
    ttl_attribute = "expires_at"
  }

  assert {
    condition     = toset(aws_dynamodb_table.this.attribute) == toset([{ name = "user_id", type = "S" }, { name = "created_at", type = "N" }, { name = "email", type = "S" }])
    error_message = "Every key attribute must be there once, with its type."
  }

  assert {
    condition     = one(aws_dynamodb_table.this.global_secondary_index).projection_type == "INCLUDE"
    error_message = "The index must have its projection."
  }

  assert {
    condition     = one(aws_dynamodb_table.this.ttl).enabled && one(aws_dynamodb_table.this.ttl).attribute_name == "expires_at"
    error_message = "Items must go when their time is over."
  }

  assert {
    condition     = length(aws_cloudwatch_metric_alarm.throttled) == 4 && length(aws_dynamodb_contributor_insights.this) == 2
    error_message = "An index must be watched like the table."
  }
}

run "replicates_with_a_key_of_each_region" {
  command = plan

  variables {
    replicas = [{ region = "eu-west-1", kms_key_arn = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-0000-0000-000000000000" }]
  }

  assert {
    condition     = one(aws_dynamodb_table.this.replica).kms_key_arn == var.replicas[0].kms_key_arn && one(aws_dynamodb_table.this.replica).point_in_time_recovery && one(aws_dynamodb_table.this.replica).propagate_tags
    error_message = "A replica must be encrypted, recoverable and tagged."
  }

  assert {
    condition     = aws_dynamodb_table.this.stream_view_type == "NEW_AND_OLD_IMAGES"
    error_message = "Replicas need the stream."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.replication_latency["eu-west-1"].threshold == 60000
    error_message = "The alarm must be in milliseconds."
  }

  assert {
    condition     = alltrue([for alarm in concat(values(aws_cloudwatch_metric_alarm.replication_latency)) : alarm.alarm_actions == toset([var.alarm_topic_arn]) && alarm.ok_actions == toset([var.alarm_topic_arn])])
    error_message = "An alarm tells nobody when it goes off, or when it is over."
  }

  assert {
    condition = alltrue([for tags in flatten([
      values(aws_cloudwatch_metric_alarm.replication_latency)[*].tags,
    ]) : tags["team"] == "orders" && tags["cost-centre"] == "cc-1001" && tags["module"] == "dynamodb-table"])
    error_message = "A resource has lost the tags of its owner."
  }
}

run "scales_bought_capacity" {
  command = plan

  variables {
    provisioned = { read = { min = 5, max = 50 }, write = { min = 2, max = 20 } }
  }

  assert {
    condition     = aws_dynamodb_table.this.billing_mode == "PROVISIONED" && aws_appautoscaling_target.this["Write"].max_capacity == 20 && aws_appautoscaling_target.this["Read"].min_capacity == 5
    error_message = "Bought capacity must scale between its limits."
  }

  assert {
    condition = alltrue([for tags in flatten([
      values(aws_appautoscaling_target.this)[*].tags,
    ]) : tags["team"] == "orders" && tags["cost-centre"] == "cc-1001" && tags["module"] == "dynamodb-table"])
    error_message = "A resource has lost the tags of its owner."
  }
}

run "has_a_ceiling_where_asked" {
  command = plan

  variables {
    on_demand = { max_read_units = 1000, max_write_units = 500 }
  }

  assert {
    condition     = aws_dynamodb_table.this.on_demand_throughput[0].max_read_request_units == 1000
    error_message = "The ceiling must be set."
  }
}
