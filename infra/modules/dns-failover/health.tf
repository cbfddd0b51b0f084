# What the checkers of Route 53 see from outside.
resource "aws_route53_health_check" "endpoint" {
  for_each = var.endpoints

  type              = "HTTPS"
  fqdn              = each.value.health.fqdn
  port              = each.value.health.port
  resource_path     = each.value.health.path
  enable_sni        = true
  request_interval  = var.health_check.interval
  failure_threshold = var.health_check.threshold

  tags = merge(module.tags.all, { Name = "${var.name}-${each.key}-endpoint" })

  lifecycle {
    precondition {
      condition     = data.aws_region.current.name == "us-east-1"
      error_message = "Run this module with a provider in us-east-1: Route 53 writes the metrics of health checks there, and alarms in any other region would never ring."
    }
  }
}

# What they cannot see: an error rate, a replica that lags. No data is no reason to move.
resource "aws_route53_health_check" "alarm" {
  for_each = { for name, endpoint in var.endpoints : name => endpoint.alarm if endpoint.alarm != null }

  type                            = "CLOUDWATCH_METRIC"
  cloudwatch_alarm_name           = each.value.name
  cloudwatch_alarm_region         = each.value.region
  insufficient_data_health_status = "LastKnownStatus"

  tags = merge(module.tags.all, { Name = "${var.name}-${each.key}-alarm" })
}

# What a person or a drill decides.
resource "aws_route53_health_check" "control" {
  for_each = aws_route53recoverycontrolconfig_routing_control.this

  type                = "RECOVERY_CONTROL"
  routing_control_arn = each.value.arn

  tags = merge(module.tags.all, { Name = "${var.name}-${each.key}-control" })
}

locals {
  # Names, not ids: how many must be healthy is known in the plan.
  children = {
    for name, endpoint in var.endpoints : name => concat(["endpoint"], endpoint.alarm == null ? [] : ["alarm"], var.routing_controls ? ["control"] : [])
  }
}

# A region takes traffic while all of them say yes.
resource "aws_route53_health_check" "combined" {
  for_each = var.endpoints

  type                   = "CALCULATED"
  child_health_threshold = length(local.children[each.key])

  child_healthchecks = concat(
    [aws_route53_health_check.endpoint[each.key].id],
    each.value.alarm == null ? [] : [aws_route53_health_check.alarm[each.key].id],
    var.routing_controls ? [aws_route53_health_check.control[each.key].id] : [],
  )

  tags = merge(module.tags.all, { Name = "${var.name}-${each.key}" })
}

resource "aws_cloudwatch_metric_alarm" "region" {
  for_each = var.endpoints

  alarm_name          = "${var.name}-${each.key}-unhealthy"
  alarm_description   = "${each.value.region} takes no traffic of ${var.name}: its endpoint, its alarm or its routing control says no. Clients move within ${local.worst_case_client_move_seconds} s. Follow the runbook of a region failover."
  namespace           = "AWS/Route53"
  metric_name         = "HealthCheckStatus"
  dimensions          = { HealthCheckId = aws_route53_health_check.combined[each.key].id }
  statistic           = "Minimum"
  period              = 60
  evaluation_periods  = 1
  comparison_operator = "LessThanThreshold"
  threshold           = 1
  treat_missing_data  = "breaching"
  alarm_actions       = [var.alarm_topic_arn]
  ok_actions          = [var.alarm_topic_arn]

  tags = module.tags.all
}
