module "tags" {
  source = "../tags"
  module = "budget"
  values = var.tags
}

locals {
  thresholds = {
    actual   = { type = "ACTUAL", percent = 90 }
    forecast = { type = "FORECASTED", percent = 100 }
  }

  exception = var.ceiling_exception_reason == null ? {} : { ceiling-exception = var.ceiling_exception_reason }
}

# The whole bill: credits and refunds hide what the platform really costs, tax and support belong to it.
resource "aws_budgets_budget" "total" {
  name         = "${var.name}-total"
  account_id   = var.account_id
  budget_type  = "COST"
  time_unit    = "MONTHLY"
  limit_amount = format("%.1f", var.ceiling_usd)
  limit_unit   = "USD"
  tags         = merge(module.tags.all, local.exception)

  cost_types {
    include_credit = false
    include_refund = false
  }

  dynamic "notification" {
    for_each = local.thresholds

    content {
      comparison_operator       = "GREATER_THAN"
      notification_type         = notification.value.type
      threshold                 = notification.value.percent
      threshold_type            = "PERCENTAGE"
      subscriber_sns_topic_arns = [aws_sns_topic.this.arn]
    }
  }

  depends_on = [aws_sns_topic_policy.this]
}

resource "aws_budgets_budget" "team" {
  for_each = var.team_budgets_usd

  name         = "${var.name}-team-${each.key}"
  account_id   = var.account_id
  budget_type  = "COST"
  time_unit    = "MONTHLY"
  limit_amount = format("%.1f", each.value)
  limit_unit   = "USD"
  tags         = merge(module.tags.all, { budget-of = each.key })

  cost_filter {
    name   = "TagKeyValue"
    values = [format("user:team$%s", each.key)]
  }

  cost_types {
    include_credit = false
    include_refund = false
  }

  dynamic "notification" {
    for_each = local.thresholds

    content {
      comparison_operator       = "GREATER_THAN"
      notification_type         = notification.value.type
      threshold                 = notification.value.percent
      threshold_type            = "PERCENTAGE"
      subscriber_sns_topic_arns = [aws_sns_topic.this.arn]
    }
  }

  depends_on = [aws_sns_topic_policy.this]
}

resource "aws_ce_cost_allocation_tag" "this" {
  for_each = var.cost_allocation_tags

  tag_key = each.key
  status  = "Active"
}
