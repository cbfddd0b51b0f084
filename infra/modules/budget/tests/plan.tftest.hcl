mock_provider "aws" {
  mock_resource "aws_kms_key" {
    defaults = {
      arn    = "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555"
      key_id = "11111111-2222-3333-4444-555555555555"
    }
  }
  mock_resource "aws_sns_topic" {
    defaults = { arn = "arn:aws:sns:us-east-1:123456789012:arctiq-budget" }
  }
  mock_resource "aws_ce_anomaly_monitor" {
    defaults = { arn = "arn:aws:ce::123456789012:anomalymonitor/11111111-2222-3333-4444-555555555555" }
  }
}

variables {
  name             = "arctiq"
  account_id       = "123456789012"
  alert_emails     = ["finops@arctiq.example"]
  team_budgets_usd = { orders = 9000, payments = 7000 }
  tags = {
    team        = "platform"
    service     = "budget"
    environment = "management"
    cost_centre = "cc-1000"
  }
}

run "alerts_at_ninety_percent_and_at_a_forecast_of_the_ceiling" {
  assert {
    condition     = aws_budgets_budget.total.limit_amount == "85000.0" && aws_budgets_budget.total.limit_unit == "USD" && aws_budgets_budget.total.time_unit == "MONTHLY"
    error_message = "The ceiling of the company is 85000 dollars a month."
  }

  assert {
    condition = alltrue([for budget in concat([aws_budgets_budget.total], values(aws_budgets_budget.team)) :
      toset([for n in budget.notification : "${n.notification_type} ${n.threshold}"]) == toset(["ACTUAL 90", "FORECASTED 100"]) &&
    alltrue([for n in budget.notification : contains(n.subscriber_sns_topic_arns, aws_sns_topic.this.arn)])])
    error_message = "Every budget must alert the topic at 90 % of the actual and at 100 % of the forecast spend."
  }

  assert {
    condition     = one(aws_budgets_budget.team["orders"].cost_filter).values == tolist(["user:team$orders"]) && aws_budgets_budget.team["orders"].limit_amount == "9000.0"
    error_message = "A team's budget must count what carries its tag."
  }

  assert {
    condition     = toset(keys(aws_ce_cost_allocation_tag.this)) == toset(["team", "service", "environment", "cost-centre", "module"]) && alltrue([for tag in values(aws_ce_cost_allocation_tag.this) : tag.status == "Active"])
    error_message = "The bill cannot be split by the tags of the company."
  }

  assert {
    condition     = jsondecode(aws_ce_anomaly_monitor.team.monitor_specification).Tags.Values == ["orders", "payments"] && length(aws_ce_anomaly_subscription.this.monitor_arn_list) == 2
    error_message = "Anomalies must be watched by AWS service and by team."
  }

  assert {
    condition = alltrue([for tags in concat(
      [aws_budgets_budget.total.tags, aws_ce_anomaly_monitor.service.tags, aws_ce_anomaly_monitor.team.tags, aws_ce_anomaly_subscription.this.tags, aws_kms_key.this.tags, aws_sns_topic.this.tags],
      [for budget in values(aws_budgets_budget.team) : budget.tags],
    ) : tags["cost-centre"] == "cc-1000" && tags["module"] == "budget"])
    error_message = "A resource lacks the tags of the company."
  }
}

run "encrypts_its_messages" {
  assert {
    condition     = aws_sns_topic.this.kms_master_key_id == aws_kms_key.this.arn && aws_kms_key.this.enable_key_rotation
    error_message = "The topic must be encrypted with the module's own, rotating key."
  }

  assert {
    condition     = { for s in jsondecode(aws_kms_key.this.policy).Statement : s.Sid => jsonencode(s.Principal) }["ServicesEncryptMessages"] == "{\"Service\":[\"budgets.amazonaws.com\",\"costalerts.amazonaws.com\"]}"
    error_message = "Without the key AWS Budgets would drop its messages silently."
  }

  assert {
    condition     = { for s in jsondecode(aws_sns_topic_policy.this.policy).Statement : s.Sid => "${s.Effect} ${jsonencode(s.Condition)}" }["DenyInsecureTransport"] == "Deny {\"Bool\":{\"aws:SecureTransport\":\"false\"}}"
    error_message = "The topic must refuse messages without TLS."
  }

  assert {
    condition     = { for s in jsondecode(aws_sns_topic_policy.this.policy).Statement : s.Sid => "${s.Effect} ${jsonencode(s.Condition)}" }["ServicesPublish"] == "Allow {\"StringEquals\":{\"aws:SourceAccount\":\"123456789012\"}}"
    error_message = "Only the account's own budgets may publish."
  }
}

run "takes_a_higher_ceiling_with_a_reason" {
  variables {
    ceiling_usd              = 95000
    ceiling_exception_reason = "CFO 2027-03-02: launch of Brazil until 2027-06-30"
  }

  assert {
    condition     = aws_budgets_budget.total.limit_amount == "95000.0"
    error_message = "The agreed ceiling is not in force."
  }
}
