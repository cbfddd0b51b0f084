locals {
  # Table and indexes throttle apart from each other.
  throttled = { for pair in setproduct(["Read", "Write"], concat(["table"], keys(var.indexes))) : "${lower(pair[0])}-${pair[1]}" => { kind = pair[0], index = pair[1] } }

  # CloudWatch counts server errors by operation only, so the alarm adds them up.
  operations = ["GetItem", "BatchGetItem", "Query", "Scan", "PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem", "TransactWriteItems"]
}

resource "aws_cloudwatch_metric_alarm" "throttled" {
  for_each            = local.throttled
  alarm_name          = "${var.name}-throttled-${each.key}"
  alarm_description   = "${each.value.kind} requests to ${var.name} (${each.value.index}) are refused. Look for a hot key in Contributor Insights, then at the ceiling of the capacity."
  namespace           = "AWS/DynamoDB"
  metric_name         = "${each.value.kind}ThrottleEvents"
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

  dimensions = merge(
    { TableName = aws_dynamodb_table.this.name },
    each.value.index == "table" ? {} : { GlobalSecondaryIndexName = each.value.index },
  )
}

resource "aws_cloudwatch_metric_alarm" "system_errors" {
  alarm_name          = "${var.name}-system-errors"
  alarm_description   = "DynamoDB answers requests to ${var.name} with errors of its own. Clients retry; if it lasts, see the AWS Health Dashboard."
  comparison_operator = "GreaterThanThreshold"
  threshold           = 5
  evaluation_periods  = 5
  datapoints_to_alarm = 3
  treat_missing_data  = "notBreaching"
  alarm_actions       = [var.alarm_topic_arn]
  ok_actions          = [var.alarm_topic_arn]
  tags                = module.tags.all

  metric_query {
    id          = "total"
    expression  = "SUM(METRICS())"
    label       = "System errors"
    return_data = true
  }

  dynamic "metric_query" {
    for_each = local.operations

    content {
      id = lower(metric_query.value)

      metric {
        namespace   = "AWS/DynamoDB"
        metric_name = "SystemErrors"
        stat        = "Sum"
        period      = 60
        dimensions  = { TableName = aws_dynamodb_table.this.name, Operation = metric_query.value }
      }
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "replication_latency" {
  for_each            = toset(var.replicas[*].region)
  alarm_name          = "${var.name}-replication-${each.key}"
  alarm_description   = "Changes of ${var.name} reach ${each.key} too late: what is not there yet is lost if this region goes."
  namespace           = "AWS/DynamoDB"
  metric_name         = "ReplicationLatency"
  statistic           = "Average"
  comparison_operator = "GreaterThanThreshold"
  threshold           = var.replication_latency_alarm_seconds * 1000
  period              = 60
  evaluation_periods  = 3
  # Without writes there is no latency to measure.
  treat_missing_data = "notBreaching"
  alarm_actions      = [var.alarm_topic_arn]
  ok_actions         = [var.alarm_topic_arn]
  tags               = module.tags.all

  dimensions = {
    TableName       = aws_dynamodb_table.this.name
    ReceivingRegion = each.key
  }
}
