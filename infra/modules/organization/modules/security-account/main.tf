module "tags" {
  source = "../../../tags"
  module = "organization"
  values = var.tags
}

resource "aws_guardduty_detector" "this" {
  enable                       = true
  finding_publishing_frequency = "FIFTEEN_MINUTES"
  tags                         = module.tags.all
}

# Every account that exists or joins is watched; nobody has to remember it.
resource "aws_guardduty_organization_configuration" "this" {
  detector_id                      = aws_guardduty_detector.this.id
  auto_enable_organization_members = "ALL"
}

resource "aws_guardduty_organization_configuration_feature" "this" {
  for_each = var.guardduty_features

  detector_id = aws_guardduty_detector.this.id
  name        = each.key
  auto_enable = "ALL"

  dynamic "additional_configuration" {
    for_each = each.key == "RUNTIME_MONITORING" ? ["EKS_ADDON_MANAGEMENT", "ECS_FARGATE_AGENT_MANAGEMENT", "EC2_AGENT_MANAGEMENT"] : []

    content {
      name        = additional_configuration.value
      auto_enable = additional_configuration.value == "EKS_ADDON_MANAGEMENT" ? "ALL" : "NONE"
    }
  }

  depends_on = [aws_guardduty_organization_configuration.this]
}

locals {
  analyzers = merge(
    { external = "ORGANIZATION" },
    var.unused_access_days == null ? {} : { unused = "ORGANIZATION_UNUSED_ACCESS" },
  )
}

# external: what can be reached from outside the organisation. unused: roles,
# keys and permissions that nobody used.
resource "aws_accessanalyzer_analyzer" "this" {
  for_each = local.analyzers

  analyzer_name = "${var.name}-${each.key}"
  type          = each.value
  tags          = module.tags.all

  dynamic "configuration" {
    for_each = each.key == "unused" ? [var.unused_access_days] : []

    content {
      unused_access {
        unused_access_age = configuration.value
      }
    }
  }
}

# A finding must reach people: GuardDuty of high severity, and every new way in from outside.
resource "aws_cloudwatch_event_rule" "finding" {
  for_each = {
    guardduty = {
      source      = ["aws.guardduty"]
      detail-type = ["GuardDuty Finding"]
      detail      = { severity = [{ numeric = [">=", 7] }] }
    }
    access-analyzer = {
      source      = ["aws.access-analyzer"]
      detail-type = ["Access Analyzer Finding"]
      detail      = { status = ["ACTIVE"] }
    }
  }

  name          = "${var.name}-finding-${each.key}"
  description   = "Findings of ${each.key} that people must see"
  event_pattern = jsonencode(each.value)
  tags          = module.tags.all
}

resource "aws_cloudwatch_event_target" "finding" {
  for_each = aws_cloudwatch_event_rule.finding

  rule      = each.value.name
  target_id = "topic"
  arn       = var.alert_topic_arn
}
