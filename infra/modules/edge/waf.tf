# Priorities: countries 0, rate limits from 10, managed groups from 100, bot control 200.
# "count" lets a rule see and not act, so that it can be watched before it blocks.

locals {
  rate_limit_names = sort(keys(var.rate_limits))

  # One pattern for all paths of bot control, with what is special to a pattern made plain.
  bot_paths = "^(${join("|", [for path in var.bot_control.paths : replace(path, "/([.*+?()\\[\\]{}|^$])/", "\\$1")])})"
}

resource "aws_wafv2_web_acl" "this" {
  #checkov:skip=CKV_AWS_192:the rule group is there by a dynamic block, a validation of managed_rules and a test demand it blocking (until 2027-05-31)
  name        = var.name
  description = "In front of the distribution ${var.name}"
  scope       = "CLOUDFRONT"

  default_action {
    allow {}
  }

  dynamic "rule" {
    for_each = length(var.blocked_countries) > 0 ? [sort(var.blocked_countries)] : []

    content {
      name     = "countries"
      priority = 0

      action {
        block {}
      }

      statement {
        geo_match_statement {
          country_codes = rule.value
        }
      }

      visibility_config {
        cloudwatch_metrics_enabled = true
        metric_name                = "countries"
        sampled_requests_enabled   = true
      }
    }
  }

  dynamic "rule" {
    for_each = var.rate_limits

    content {
      name     = "rate-${rule.key}"
      priority = 10 + index(local.rate_limit_names, rule.key)

      action {
        dynamic "block" {
          for_each = rule.value.action == "block" ? [1] : []

          content {
            custom_response {
              response_code = 429
            }
          }
        }

        dynamic "count" {
          for_each = rule.value.action == "count" ? [1] : []
          content {}
        }
      }

      statement {
        rate_based_statement {
          limit                 = rule.value.limit
          evaluation_window_sec = 300
          aggregate_key_type    = "IP"

          dynamic "scope_down_statement" {
            for_each = rule.value.path == null ? [] : [rule.value.path]

            content {
              byte_match_statement {
                positional_constraint = "STARTS_WITH"
                search_string         = lower(scope_down_statement.value)

                field_to_match {
                  uri_path {}
                }

                # The same path written otherwise counts as well.
                text_transformation {
                  priority = 0
                  type     = "URL_DECODE"
                }

                text_transformation {
                  priority = 1
                  type     = "NORMALIZE_PATH"
                }

                text_transformation {
                  priority = 2
                  type     = "LOWERCASE"
                }
              }
            }
          }
        }
      }

      visibility_config {
        cloudwatch_metrics_enabled = true
        metric_name                = "rate-${rule.key}"
        sampled_requests_enabled   = true
      }
    }
  }

  dynamic "rule" {
    for_each = { for i, group in var.managed_rules : i => group }

    content {
      name     = rule.value.name
      priority = 100 + tonumber(rule.key)

      override_action {
        dynamic "none" {
          for_each = rule.value.action == "block" ? [1] : []
          content {}
        }

        dynamic "count" {
          for_each = rule.value.action == "count" ? [1] : []
          content {}
        }
      }

      statement {
        managed_rule_group_statement {
          vendor_name = "AWS"
          name        = rule.value.name

          dynamic "rule_action_override" {
            for_each = rule.value.count_rules

            content {
              name = rule_action_override.value

              action_to_use {
                count {}
              }
            }
          }
        }
      }

      visibility_config {
        cloudwatch_metrics_enabled = true
        metric_name                = rule.value.name
        sampled_requests_enabled   = true
      }
    }
  }

  dynamic "rule" {
    for_each = length(var.bot_control.paths) > 0 ? [var.bot_control] : []

    content {
      name     = "bot-control"
      priority = 200

      override_action {
        dynamic "none" {
          for_each = rule.value.action == "block" ? [1] : []
          content {}
        }

        dynamic "count" {
          for_each = rule.value.action == "count" ? [1] : []
          content {}
        }
      }

      statement {
        managed_rule_group_statement {
          vendor_name = "AWS"
          name        = "AWSManagedRulesBotControlRuleSet"

          managed_rule_group_configs {
            aws_managed_rules_bot_control_rule_set {
              inspection_level = "COMMON"
            }
          }

          scope_down_statement {
            regex_match_statement {
              regex_string = local.bot_paths

              field_to_match {
                uri_path {}
              }

              text_transformation {
                priority = 0
                type     = "URL_DECODE"
              }

              text_transformation {
                priority = 1
                type     = "NORMALIZE_PATH"
              }
            }
          }
        }
      }

      visibility_config {
        cloudwatch_metrics_enabled = true
        metric_name                = "bot-control"
        sampled_requests_enabled   = true
      }
    }
  }

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = var.name
    sampled_requests_enabled   = true
  }

  tags = merge(module.tags.all, { Name = var.name })
}
