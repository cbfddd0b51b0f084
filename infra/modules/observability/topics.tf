locals {
  publishers = ["cloudwatch.amazonaws.com", "budgets.amazonaws.com", "events.rds.amazonaws.com", "backup.amazonaws.com"]

  # Where the failure of a topic is told: on the other one.
  other = { page = "ticket", ticket = "page" }
}

resource "aws_sns_topic" "this" {
  for_each = local.other

  name              = "${var.name}-${each.key}"
  display_name      = "Arctiq ${each.key}"
  kms_master_key_id = aws_kms_key.this.arn

  tags = module.tags.all
}

resource "aws_sns_topic_policy" "this" {
  for_each = local.other

  arn = aws_sns_topic.this[each.key].arn

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "ServicesOfThisAccount"
        Effect    = "Allow"
        Principal = { Service = local.publishers }
        Action    = "sns:Publish"
        Resource  = aws_sns_topic.this[each.key].arn
        Condition = { StringEquals = { "aws:SourceAccount" = local.account_id } }
      },
      {
        # EventBridge does not send the source account to a topic or its key.
        Sid       = "EventBridge"
        Effect    = "Allow"
        Principal = { Service = "events.amazonaws.com" }
        Action    = "sns:Publish"
        Resource  = aws_sns_topic.this[each.key].arn
      },
      {
        Sid       = "OnlyTls"
        Effect    = "Deny"
        Principal = "*"
        Action    = "sns:Publish"
        Resource  = aws_sns_topic.this[each.key].arn
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      },
    ]
  })
}

resource "aws_sns_topic_subscription" "this" {
  for_each = var.subscriptions

  topic_arn              = aws_sns_topic.this[each.value.topic].arn
  protocol               = each.value.protocol
  endpoint               = each.value.endpoint
  endpoint_auto_confirms = each.value.protocol == "https"
}

resource "aws_cloudwatch_metric_alarm" "undelivered" {
  for_each = local.other

  alarm_name          = "${var.name}-${each.key}-undelivered"
  alarm_description   = "Messages of topic ${var.name}-${each.key} reach nobody. Look at the endpoints of its subscriptions."
  namespace           = "AWS/SNS"
  metric_name         = "NumberOfNotificationsFailed"
  dimensions          = { TopicName = aws_sns_topic.this[each.key].name }
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.this[each.value].arn]
  ok_actions          = [aws_sns_topic.this[each.value].arn]

  tags = module.tags.all
}
