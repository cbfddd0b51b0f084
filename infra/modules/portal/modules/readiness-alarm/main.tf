module "tags" {
  source = "../../../tags"
  module = "portal"
  values = var.tags
}

resource "aws_cloudwatch_metric_alarm" "this" {
  alarm_name          = "${var.name}-not-ready"
  alarm_description   = "Route 53 finds the portal ${var.name} not ready. Tier 3: back within 4 hours. If the whole region is gone: docs/runbooks/region-failover.md."
  namespace           = "AWS/Route53"
  metric_name         = "HealthCheckStatus"
  dimensions          = { HealthCheckId = var.health_check_id }
  statistic           = "Minimum"
  period              = 60
  evaluation_periods  = 3
  threshold           = 1
  comparison_operator = "LessThanThreshold"
  treat_missing_data  = "breaching"
  alarm_actions       = [var.alarm_topic_arn]
  ok_actions          = [var.alarm_topic_arn]

  tags = module.tags.all
}
