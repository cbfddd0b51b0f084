locals {
  events = {
    health           = { source = "aws.health", type = "AWS Health Event" }
    spot             = { source = "aws.ec2", type = "EC2 Spot Instance Interruption Warning" }
    rebalance        = { source = "aws.ec2", type = "EC2 Instance Rebalance Recommendation" }
    state            = { source = "aws.ec2", type = "EC2 Instance State-change Notification" }
    capacity-reserve = { source = "aws.ec2", type = "EC2 Capacity Reservation Instance Interruption Warning" }
  }
}

# AWS gives two minutes' notice before it takes a spot node. What is older than
# five minutes is of no use to anybody.
resource "aws_sqs_queue" "this" {
  name                              = "${var.cluster_name}-karpenter"
  message_retention_seconds         = 300
  kms_master_key_id                 = aws_kms_key.this.arn
  kms_data_key_reuse_period_seconds = 300

  tags = module.tags.all
}

resource "aws_sqs_queue_policy" "this" {
  queue_url = aws_sqs_queue.this.url

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "EventsOfTheseRules"
        Effect    = "Allow"
        Principal = { Service = "events.amazonaws.com" }
        Action    = "sqs:SendMessage"
        Resource  = aws_sqs_queue.this.arn
        Condition = { ArnEquals = { "aws:SourceArn" = [for rule in values(aws_cloudwatch_event_rule.this) : rule.arn] } }
      },
      {
        Sid       = "OnlyTls"
        Effect    = "Deny"
        Principal = "*"
        Action    = "sqs:*"
        Resource  = aws_sqs_queue.this.arn
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      },
    ]
  })
}

resource "aws_cloudwatch_event_rule" "this" {
  for_each = local.events

  name        = "${var.cluster_name}-karpenter-${each.key}"
  description = "${each.value.type} to Karpenter of ${var.cluster_name}"

  event_pattern = jsonencode({
    source        = [each.value.source]
    "detail-type" = [each.value.type]
  })

  tags = module.tags.all
}

resource "aws_cloudwatch_event_target" "this" {
  for_each = local.events

  rule      = aws_cloudwatch_event_rule.this[each.key].name
  target_id = "karpenter"
  arn       = aws_sqs_queue.this.arn
}

resource "aws_kms_key" "this" {
  description             = "Interruption queue of ${var.cluster_name}"
  enable_key_rotation     = true
  deletion_window_in_days = 30

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "AccountDelegatesByIam"
        Effect    = "Allow"
        Principal = { AWS = "${local.arn_prefix}:iam::${local.account_id}:root" }
        Action    = "kms:*"
        Resource  = "*"
      },
      {
        # No condition: EventBridge sends neither account nor rule to the key of
        # a queue. The queue's own policy names the rules.
        Sid       = "EventBridgeWritesToTheQueue"
        Effect    = "Allow"
        Principal = { Service = "events.amazonaws.com" }
        Action    = ["kms:Decrypt", "kms:GenerateDataKey"]
        Resource  = "*"
      },
    ]
  })

  tags = module.tags.all
}

resource "aws_kms_alias" "this" {
  name          = "alias/${var.cluster_name}-karpenter"
  target_key_id = aws_kms_key.this.key_id
}

resource "aws_cloudwatch_metric_alarm" "queue" {
  alarm_name          = "${var.cluster_name}-karpenter-queue"
  alarm_description   = "Warnings wait more than two minutes for Karpenter of ${var.cluster_name}. Spot nodes go away without being drained: look at the controller's pods."
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  dimensions          = { QueueName = aws_sqs_queue.this.name }
  statistic           = "Maximum"
  period              = 60
  evaluation_periods  = 2
  threshold           = 120
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "notBreaching"
  alarm_actions       = [var.alarm_topic_arn]
  ok_actions          = [var.alarm_topic_arn]

  tags = module.tags.all
}
