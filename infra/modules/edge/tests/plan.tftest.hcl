mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = { account_id = "111122223333" }
  }

  mock_resource "aws_kms_key" {
    defaults = { arn = "arn:aws:kms:us-east-1:111122223333:key/11111111-2222-3333-4444-555555555555" }
  }

  mock_resource "aws_cloudwatch_log_group" {
    defaults = { arn = "arn:aws:logs:us-east-1:111122223333:log-group:mocked" }
  }

  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::111122223333:role/mocked" }
  }

  mock_data "aws_region" {
    defaults = { name = "us-east-1" }
  }

  mock_resource "aws_wafv2_web_acl" {
    defaults = { arn = "arn:aws:wafv2:us-east-1:111122223333:global/webacl/mocked/11111111-2222-3333-4444-555555555555" }
  }

  mock_resource "aws_cloudfront_distribution" {
    defaults = { arn = "arn:aws:cloudfront::111122223333:distribution/EMOCKED" }
  }

  mock_resource "aws_cloudwatch_log_delivery_destination" {
    defaults = { arn = "arn:aws:logs:us-east-1:111122223333:delivery-destination:mocked" }
  }
}

variables {
  name            = "arctiq-prod-shop"
  domain_names    = ["www.arctiq.example"]
  certificate_arn = "arn:aws:acm:us-east-1:111122223333:certificate/11111111-2222-3333-4444-555555555555"
  origin          = { domain_name = "origin.arctiq.example" }
  origin_secret   = "only-for-this-test-0123456789abcdef"
  asset_bucket    = { name = "arctiq-prod-assets", domain_name = "arctiq-prod-assets.s3.us-east-1.amazonaws.com" }
  log_bucket_arn  = "arn:aws:s3:::arctiq-prod-edge-logs"
  alarm_topic_arn = "arn:aws:sns:us-east-1:111122223333:arctiq-alarms"
  tags            = { team = "platform", service = "edge", environment = "prod", cost_centre = "cc-1000" }
}

run "tls_everywhere" {
  command = plan

  assert {
    condition     = aws_cloudfront_distribution.this.viewer_certificate[0].minimum_protocol_version == "TLSv1.2_2021" && aws_cloudfront_distribution.this.viewer_certificate[0].ssl_support_method == "sni-only"
    error_message = "clients speak TLS 1.2 or newer"
  }

  assert {
    condition     = alltrue([for policy in concat(aws_cloudfront_distribution.this.default_cache_behavior[*].viewer_protocol_policy, aws_cloudfront_distribution.this.ordered_cache_behavior[*].viewer_protocol_policy) : policy == "redirect-to-https"])
    error_message = "no answer in clear"
  }

  assert {
    condition     = alltrue([for origin in aws_cloudfront_distribution.this.origin : origin.custom_origin_config[0].origin_protocol_policy == "https-only" && origin.custom_origin_config[0].origin_ssl_protocols == toset(["TLSv1.2"]) if origin.origin_id == "api"])
    error_message = "the origin is called by TLS 1.2"
  }
}

run "origins_are_closed_to_others" {
  command = plan

  assert {
    condition     = aws_cloudfront_origin_access_control.assets.signing_behavior == "always" && aws_cloudfront_origin_access_control.assets.signing_protocol == "sigv4"
    error_message = "requests for the bucket are signed"
  }

  assert {
    condition     = anytrue([for origin in aws_cloudfront_distribution.this.origin : origin.origin_id == "api" && anytrue([for header in origin.custom_header : header.name == "x-origin-verify"])])
    error_message = "requests for the origin carry the secret header"
  }
}

run "only_the_distribution_reads_the_bucket" {
  command = apply

  assert {
    condition     = output.asset_bucket_policy_statement.Condition.StringEquals["AWS:SourceArn"] == aws_cloudfront_distribution.this.arn && output.asset_bucket_policy_statement.Action == "s3:GetObject"
    error_message = "the statement names this distribution"
  }

  assert {
    condition     = aws_cloudfront_distribution.this.web_acl_id == aws_wafv2_web_acl.this.arn
    error_message = "the web ACL stands in front"
  }

  assert {
    condition     = alltrue([for origin in aws_cloudfront_distribution.this.origin : origin.origin_id != "assets" || origin.origin_access_control_id == aws_cloudfront_origin_access_control.assets.id])
    error_message = "the bucket is read through the access control"
  }

  assert {
    condition     = alltrue([for behavior in concat(aws_cloudfront_distribution.this.default_cache_behavior, aws_cloudfront_distribution.this.ordered_cache_behavior) : behavior.response_headers_policy_id == aws_cloudfront_response_headers_policy.security.id])
    error_message = "each answer has the security headers"
  }
}

run "security_headers" {
  command = plan

  assert {
    condition     = aws_cloudfront_response_headers_policy.security.security_headers_config[0].strict_transport_security[0].access_control_max_age_sec == 31536000 && aws_cloudfront_response_headers_policy.security.security_headers_config[0].strict_transport_security[0].include_subdomains
    error_message = "HTTPS for a year"
  }

  assert {
    condition     = aws_cloudfront_response_headers_policy.security.security_headers_config[0].frame_options[0].frame_option == "DENY" && strcontains(aws_cloudfront_response_headers_policy.security.security_headers_config[0].content_security_policy[0].content_security_policy, "frame-ancestors 'none'")
    error_message = "nobody frames the pages"
  }
}

run "only_what_is_the_same_for_all_is_kept" {
  command = plan

  assert {
    condition     = aws_cloudfront_distribution.this.default_cache_behavior[0].cache_policy_id == "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"
    error_message = "by default nothing is kept"
  }

  assert {
    condition     = aws_cloudfront_cache_policy.shared.max_ttl == 300 && aws_cloudfront_cache_policy.shared.parameters_in_cache_key_and_forwarded_to_origin[0].cookies_config[0].cookie_behavior == "none" && toset(aws_cloudfront_cache_policy.shared.parameters_in_cache_key_and_forwarded_to_origin[0].headers_config[0].headers[0].items) == toset(["Host"])
    error_message = "the catalogue is kept for five minutes and knows nothing of who asks"
  }

  assert {
    condition     = [for behavior in aws_cloudfront_distribution.this.ordered_cache_behavior : "${behavior.path_pattern} ${behavior.target_origin_id}"] == ["/assets/* assets", "/favicon.ico assets", "/api/products* api"]
    error_message = "the behaviours are those of the inputs"
  }

  assert {
    condition     = aws_cloudfront_distribution.this.price_class == "PriceClass_100"
    error_message = "North America and Europe, where the customers are"
  }
}

run "the_firewall_blocks_and_counts_as_asked" {
  command = plan

  variables {
    blocked_countries = ["KP", "CU"]
  }

  assert {
    condition     = aws_wafv2_web_acl.this.scope == "CLOUDFRONT"
    error_message = "a web ACL for CloudFront"
  }

  assert {
    condition     = { for rule in aws_wafv2_web_acl.this.rule : rule.name => rule.priority } == { countries = 0, rate-all = 10, rate-login = 11, rate-payments = 12, AWSManagedRulesAmazonIpReputationList = 100, AWSManagedRulesAnonymousIpList = 101, AWSManagedRulesKnownBadInputsRuleSet = 102, AWSManagedRulesCommonRuleSet = 103, AWSManagedRulesSQLiRuleSet = 104, bot-control = 200 }
    error_message = "the rules stand in their order"
  }

  assert {
    condition     = length(one([for rule in aws_wafv2_web_acl.this.rule : rule if rule.name == "AWSManagedRulesCommonRuleSet"]).override_action[0].none) == 1 && length(one([for rule in aws_wafv2_web_acl.this.rule : rule if rule.name == "AWSManagedRulesAnonymousIpList"]).override_action[0].count) == 1
    error_message = "a group blocks or counts as its input says"
  }

  assert {
    condition     = one([for rule in aws_wafv2_web_acl.this.rule : rule if rule.name == "rate-all"]).statement[0].rate_based_statement[0].limit == 3000 && length(one([for rule in aws_wafv2_web_acl.this.rule : rule if rule.name == "rate-all"]).action[0].block) == 1 && length(one([for rule in aws_wafv2_web_acl.this.rule : rule if rule.name == "rate-all"]).statement[0].rate_based_statement[0].scope_down_statement) == 0
    error_message = "a flood is cut off on every path"
  }

  assert {
    condition     = one([for rule in aws_wafv2_web_acl.this.rule : rule if rule.name == "rate-login"]).statement[0].rate_based_statement[0].scope_down_statement[0].byte_match_statement[0].search_string == "/api/users/login"
    error_message = "guessing passwords is cut off sooner"
  }

  assert {
    condition     = one([for rule in aws_wafv2_web_acl.this.rule : rule if rule.name == "countries"]).statement[0].geo_match_statement[0].country_codes == tolist(["CU", "KP"])
    error_message = "the named countries are refused"
  }

  assert {
    condition     = one([for rule in aws_wafv2_web_acl.this.rule : rule if rule.name == "bot-control"]).statement[0].managed_rule_group_statement[0].scope_down_statement[0].regex_match_statement[0].regex_string == "^(/api/users/login|/api/payments)"
    error_message = "bot control looks at the paid paths only"
  }
}

run "rules_that_are_not_asked_for" {
  command = plan

  variables {
    bot_control = { paths = [] }
  }

  assert {
    condition     = alltrue([for rule in aws_wafv2_web_acl.this.rule : !contains(["countries", "bot-control"], rule.name)])
    error_message = "no country rule without countries, no bot control without paths"
  }
}

run "logs_without_credentials" {
  command = plan

  assert {
    condition     = toset(flatten([for field in aws_wafv2_web_acl_logging_configuration.this.redacted_fields : field.single_header[*].name])) == toset(["authorization", "cookie"]) && anytrue([for field in aws_wafv2_web_acl_logging_configuration.this.redacted_fields : length(field.query_string) == 1])
    error_message = "tokens, sessions and queries are not in the log"
  }

  assert {
    condition     = alltrue([for field in aws_cloudwatch_log_delivery.access.record_fields : !contains(["cs-uri-query", "cs(Cookie)", "cs(Referer)"], field)])
    error_message = "nor in the access log"
  }

  assert {
    condition     = aws_cloudwatch_log_delivery_source.access.log_type == "ACCESS_LOGS" && aws_cloudwatch_log_delivery_destination.access.delivery_destination_configuration[0].destination_resource_arn == "arn:aws:s3:::arctiq-prod-edge-logs/cloudfront/arctiq-prod-shop"
    error_message = "access goes to the bucket"
  }
}

run "logs_are_kept_encrypted" {
  command = apply

  assert {
    condition     = aws_cloudwatch_log_group.waf.kms_key_id == aws_kms_key.this.arn && aws_cloudwatch_log_group.waf.retention_in_days == 365
    error_message = "the log is encrypted with the module's key and kept for a year"
  }

  assert {
    condition     = aws_kms_key.this.enable_key_rotation && aws_kms_key.this.deletion_window_in_days == 30
    error_message = "the key rotates and cannot be lost within 30 days"
  }

  assert {
    condition     = strcontains(aws_kms_key.this.policy, "arn:aws:logs:us-east-1:111122223333:log-group:aws-waf-logs-arctiq-prod-shop")
    error_message = "the logs service may use the key for this group only"
  }
}

run "the_web_acl_is_logged" {
  command = apply

  assert {
    condition     = aws_wafv2_web_acl_logging_configuration.this.resource_arn == aws_wafv2_web_acl.this.arn && aws_wafv2_web_acl_logging_configuration.this.log_destination_configs == toset([aws_cloudwatch_log_group.waf.arn])
    error_message = "to the encrypted group"
  }
}

run "shield_advanced_only_when_asked" {
  command = plan

  assert {
    condition     = length(aws_shield_protection.this) == 0
    error_message = "3,000 dollars a month are not spent by default"
  }
}

run "shield_advanced_when_asked" {
  command = plan

  variables {
    shield_advanced = true
  }

  assert {
    condition     = length(aws_shield_protection.this) == 1 && aws_shield_protection.this[0].tags["cost-centre"] == "cc-1000" && aws_shield_protection.this[0].tags["module"] == "edge"
    error_message = "the distribution is protected"
  }
}

run "alarms_call_and_clear" {
  command = plan

  assert {
    condition     = alltrue([for alarm in [aws_cloudwatch_metric_alarm.errors, aws_cloudwatch_metric_alarm.blocked] : contains(alarm.alarm_actions, var.alarm_topic_arn) && contains(alarm.ok_actions, var.alarm_topic_arn)])
    error_message = "alarms tell when they begin and when they end"
  }
}

run "everything_carries_the_tags" {
  command = plan

  assert {
    condition = alltrue([
      for tags in concat(
        [aws_cloudfront_distribution.this.tags, aws_wafv2_web_acl.this.tags, aws_kms_key.this.tags, aws_cloudwatch_log_group.waf.tags],
        [aws_cloudwatch_log_delivery_source.access.tags, aws_cloudwatch_log_delivery_destination.access.tags, aws_cloudwatch_log_delivery.access.tags],
        [aws_cloudwatch_metric_alarm.errors.tags, aws_cloudwatch_metric_alarm.blocked.tags],
      ) :
      try(tags["team"] == "platform" && tags["service"] == "edge" && tags["environment"] == "prod" && tags["cost-centre"] == "cc-1000" && tags["managed-by"] == "terraform" && tags["module"] == "edge", false)
    ])
    error_message = "every resource carries team, service, environment, cost-centre, managed-by and module"
  }
}
