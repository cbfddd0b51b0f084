# Events of AWS become entries of a drill record: one rule per signal, one
# destination, the event's own id as the idempotency key.
resource "aws_cloudwatch_event_rule" "signal" {
  for_each = local.signals

  name          = "${var.name}-drill-${each.key}"
  description   = "Drill record: ${each.value.note}"
  event_pattern = each.value.pattern
  state         = local.armed ? "ENABLED" : "DISABLED"
  tags          = module.tags.all
}

resource "aws_cloudwatch_event_target" "signal" {
  for_each = local.signals

  rule      = aws_cloudwatch_event_rule.signal[each.key].name
  target_id = "portal"
  arn       = aws_cloudwatch_event_api_destination.portal.arn
  role_arn  = aws_iam_role.bridge.arn

  http_target {
    path_parameter_values = [local.armed ? var.drill_id : "none"]
    header_parameters     = { "Idempotency-Key" = "$.id" }
  }

  input_transformer {
    input_paths = {
      id        = "$.id"
      at        = each.value.at
      source    = "$.source"
      type      = "$.detail-type"
      account   = "$.account"
      region    = "$.region"
      resources = "$.resources"
      detail    = "$.detail"
    }

    # Placeholders without quotes: EventBridge quotes strings and leaves objects as they are.
    input_template = <<-JSON
      {"key": <id>, "instant": "${each.value.instant}", "signal": "${each.key}", "note": "${each.value.note}", "at": <at>, "source": <source>, "type": <type>, "account": <account>, "region": <region>, "resources": <resources>, "detail": <detail>}
    JSON
  }

  # The portal may be moving itself: try for a day, then keep the event.
  retry_policy {
    maximum_event_age_in_seconds = 86400
    maximum_retry_attempts       = 185
  }

  dead_letter_config {
    arn = aws_sqs_queue.dead_letter.arn
  }
}

resource "aws_cloudwatch_event_connection" "portal" {
  name               = "${var.name}-portal"
  description        = "The portal's external access, for drill events only"
  authorization_type = "API_KEY"
  kms_key_identifier = aws_kms_key.this.arn

  auth_parameters {
    api_key {
      key   = "Authorization"
      value = "Bearer ${var.portal_token}"
    }
  }

  dynamic "invocation_connectivity_parameters" {
    for_each = var.portal.resource_configuration_arn == null ? [] : [var.portal.resource_configuration_arn]

    content {
      resource_parameters {
        resource_configuration_arn = invocation_connectivity_parameters.value
      }
    }
  }
}

resource "aws_cloudwatch_event_api_destination" "portal" {
  name                             = "${var.name}-drill-events"
  description                      = "Takes the timestamps of a drill"
  connection_arn                   = aws_cloudwatch_event_connection.portal.arn
  invocation_endpoint              = "${var.portal.base_url}/api/dr-drills/v1/drills/*/events"
  http_method                      = "POST"
  invocation_rate_limit_per_second = 10
}

resource "aws_iam_role" "bridge" {
  name        = "${var.name}-${var.region}-drill-events"
  description = "EventBridge posts drill events to the portal"
  tags        = module.tags.all

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "events.amazonaws.com" }
      Action    = "sts:AssumeRole"
      Condition = { StringEquals = { "aws:SourceAccount" = var.account_id } }
    }]
  })
}

resource "aws_iam_role_policy" "bridge" {
  name = "post"
  role = aws_iam_role.bridge.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["events:InvokeApiDestination"]
      Resource = [aws_cloudwatch_event_api_destination.portal.arn]
    }]
  })
}

resource "aws_sqs_queue" "dead_letter" {
  name                      = "${var.name}-drill-events-failed"
  message_retention_seconds = 1209600
  kms_master_key_id         = aws_kms_key.this.arn
  tags                      = module.tags.all
}

resource "aws_sqs_queue_policy" "dead_letter" {
  queue_url = aws_sqs_queue.dead_letter.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "RulesWrite"
        Effect    = "Allow"
        Principal = { Service = "events.amazonaws.com" }
        Action    = "sqs:SendMessage"
        Resource  = aws_sqs_queue.dead_letter.arn
        Condition = { ArnLike = { "aws:SourceArn" = "arn:aws:events:${local.arn_region}:rule/${var.name}-drill-*" } }
      },
      {
        Sid       = "DenyInsecureTransport"
        Effect    = "Deny"
        Principal = "*"
        Action    = "sqs:*"
        Resource  = aws_sqs_queue.dead_letter.arn
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      },
    ]
  })
}

# An event that is missing makes a measured time a guess.
resource "aws_cloudwatch_metric_alarm" "undelivered" {
  alarm_name          = "${var.name}-drill-events-undelivered"
  alarm_description   = "The portal did not take a drill event. It waits in the queue for 14 days: mend the portal or its token, then redrive."
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateNumberOfMessagesVisible"
  dimensions          = { QueueName = aws_sqs_queue.dead_letter.name }
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  period              = 60
  evaluation_periods  = 1
  treat_missing_data  = "notBreaching"
  alarm_actions       = [var.alarm_topic_arn]
  ok_actions          = [var.alarm_topic_arn]
  tags                = module.tags.all
}
