resource "aws_ce_anomaly_monitor" "service" {
  name              = "${var.name}-by-aws-service"
  monitor_type      = "DIMENSIONAL"
  monitor_dimension = "SERVICE"
  tags              = module.tags.all
}

# A team's slow drift drowns in the sum over all services, so its tag is watched apart.
resource "aws_ce_anomaly_monitor" "team" {
  name         = "${var.name}-by-team"
  monitor_type = "CUSTOM"
  tags         = module.tags.all

  monitor_specification = jsonencode({
    And            = null
    CostCategories = null
    Dimensions     = null
    Not            = null
    Or             = null
    Tags = {
      Key          = "team"
      MatchOptions = null
      Values       = length(var.team_budgets_usd) == 0 ? [var.tags.team] : sort(keys(var.team_budgets_usd))
    }
  })
}

resource "aws_ce_anomaly_subscription" "this" {
  name             = "${var.name}-anomalies"
  frequency        = "IMMEDIATE"
  monitor_arn_list = [aws_ce_anomaly_monitor.service.arn, aws_ce_anomaly_monitor.team.arn]
  tags             = module.tags.all

  subscriber {
    type    = "SNS"
    address = aws_sns_topic.this.arn
  }

  threshold_expression {
    dimension {
      key           = "ANOMALY_TOTAL_IMPACT_ABSOLUTE"
      match_options = ["GREATER_THAN_OR_EQUAL"]
      values        = [tostring(var.anomaly_threshold_usd)]
    }
  }

  depends_on = [aws_sns_topic_policy.this]
}
