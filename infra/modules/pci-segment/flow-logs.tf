# Who talked to whom: kept encrypted, and delivered by a role that can write nothing else.

resource "aws_kms_key" "this" {
  description             = "Flow logs of ${var.name}"
  enable_key_rotation     = true
  deletion_window_in_days = 30

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "AccountByIam"
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:root" }
        Action    = "kms:*"
        Resource  = "*"
      },
      {
        Sid       = "LogsOfThisGroup"
        Effect    = "Allow"
        Principal = { Service = "logs.${var.region}.amazonaws.com" }
        Action    = ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"]
        Resource  = "*"
        Condition = { ArnEquals = { "kms:EncryptionContext:aws:logs:arn" = local.log_group_arn } }
      },
    ]
  })

  tags = module.tags.all
}

resource "aws_kms_alias" "this" {
  name          = "alias/${var.name}-flow-logs"
  target_key_id = aws_kms_key.this.key_id
}

resource "aws_cloudwatch_log_group" "flow" {
  name              = local.log_group_name
  retention_in_days = var.flow_log_retention_days
  kms_key_id        = aws_kms_key.this.arn

  tags = module.tags.all
}

locals {
  log_group_name = "/arctiq/pci-flow-logs/${var.name}"
  log_group_arn  = "arn:aws:logs:${var.region}:${data.aws_caller_identity.current.account_id}:log-group:${local.log_group_name}"
}

resource "aws_iam_role" "flow" {
  name        = "${var.name}-flow-logs"
  description = "Delivers the flow logs of ${var.name}"

  # The conditions keep another account from lending itself this role through the service.
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "vpc-flow-logs.amazonaws.com" }
      Action    = "sts:AssumeRole"
      Condition = {
        StringEquals = { "aws:SourceAccount" = data.aws_caller_identity.current.account_id }
        ArnLike      = { "aws:SourceArn" = "arn:aws:ec2:${var.region}:${data.aws_caller_identity.current.account_id}:vpc-flow-log/*" }
      }
    }]
  })

  tags = module.tags.all
}

resource "aws_iam_role_policy" "flow" {
  name = "write-flow-logs"
  role = aws_iam_role.flow.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams", "logs:DescribeLogGroups"]
      Resource = "${local.log_group_arn}:*"
    }]
  })
}

resource "aws_flow_log" "this" {
  for_each = local.zone_numbers

  subnet_id                = aws_subnet.this[each.key].id
  traffic_type             = "ALL"
  log_destination_type     = "cloud-watch-logs"
  log_destination          = aws_cloudwatch_log_group.flow.arn
  iam_role_arn             = aws_iam_role.flow.arn
  max_aggregation_interval = 60

  tags = merge(module.tags.all, { Name = "${var.name}-${each.key}" })
}

# Who knocks and is refused. Few do by accident: the segment is in no public record.
resource "aws_cloudwatch_log_metric_filter" "rejects" {
  name           = "${var.name}-rejects"
  log_group_name = aws_cloudwatch_log_group.flow.name
  pattern        = "[version, account, interface, source, destination, source_port, destination_port, protocol, packets, bytes, start, end, action=REJECT, status]"

  metric_transformation {
    name      = "${var.name}-rejects"
    namespace = "Arctiq/Network"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "rejects" {
  alarm_name          = "${var.name}-rejects"
  alarm_description   = "Connections to the payments segment are refused more often than by accident. Read the sources in ${local.log_group_name}; a peer that was forgotten is added to ingress_peers, anything else is an incident."
  namespace           = "Arctiq/Network"
  metric_name         = "${var.name}-rejects"
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 1
  comparison_operator = "GreaterThanThreshold"
  threshold           = var.reject_alarm_threshold
  treat_missing_data  = "notBreaching"
  alarm_actions       = [var.alarm_topic_arn]
  ok_actions          = [var.alarm_topic_arn]

  tags = module.tags.all
}
