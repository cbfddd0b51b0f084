# What a replica needs in its own region before the table can have it there: a key, and alarms on the way back.
module "tags" {
  source = "../../../tags"
  module = "dynamodb-table"
  values = var.tags
}

data "aws_caller_identity" "this" {}
data "aws_partition" "this" {}

resource "aws_kms_key" "this" {
  description             = "Items of the replica of ${var.name} in ${var.region}"
  enable_key_rotation     = true
  deletion_window_in_days = 30
  tags                    = merge(module.tags.all, { Name = var.name })

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "AccountByItsOwnPolicies"
      Effect    = "Allow"
      Principal = { AWS = "arn:${data.aws_partition.this.partition}:iam::${data.aws_caller_identity.this.account_id}:root" }
      Action    = "kms:*"
      Resource  = "*"
    }]
  })
}

resource "aws_kms_alias" "this" {
  name          = "alias/dynamodb/${var.name}"
  target_key_id = aws_kms_key.this.key_id
}

resource "aws_cloudwatch_metric_alarm" "throttled" {
  for_each            = toset(["Read", "Write"])
  alarm_name          = "${var.name}-throttled-${lower(each.key)}-table"
  alarm_description   = "${each.key} requests to ${var.name} are refused in ${var.region}. A replica that refuses writes falls behind."
  namespace           = "AWS/DynamoDB"
  metric_name         = "${each.key}ThrottleEvents"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  period              = 60
  evaluation_periods  = 5
  datapoints_to_alarm = 3
  treat_missing_data  = "notBreaching"
  alarm_actions       = [var.alarm_topic_arn]
  ok_actions          = [var.alarm_topic_arn]
  tags                = module.tags.all
  dimensions          = { TableName = var.name }
}

resource "aws_cloudwatch_metric_alarm" "replication_latency" {
  alarm_name          = "${var.name}-replication-${var.table_region}"
  alarm_description   = "Changes written in ${var.region} reach ${var.table_region} too late. Counts once this region takes writes, after a failover or in active-active."
  namespace           = "AWS/DynamoDB"
  metric_name         = "ReplicationLatency"
  statistic           = "Average"
  comparison_operator = "GreaterThanThreshold"
  threshold           = var.replication_latency_alarm_seconds * 1000
  period              = 60
  evaluation_periods  = 3
  treat_missing_data  = "notBreaching"
  alarm_actions       = [var.alarm_topic_arn]
  ok_actions          = [var.alarm_topic_arn]
  tags                = module.tags.all
  dimensions          = { TableName = var.name, ReceivingRegion = var.table_region }
}
