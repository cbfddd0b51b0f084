mock_provider "aws" {
  mock_data "aws_region" {
    defaults = { name = "us-east-1" }
  }
}

mock_provider "aws" {
  alias = "elsewhere"

  mock_data "aws_region" {
    defaults = { name = "eu-west-1" }
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

run "refuses_name_with_capitals" {
  command = plan

  variables {
    name = "Shop"
  }

  expect_failures = [var.name]
}

run "refuses_no_name_of_our_own" {
  command = plan

  variables {
    domain_names = []
  }

  expect_failures = [var.domain_names]
}

run "refuses_a_certificate_of_another_region" {
  command = plan

  variables {
    certificate_arn = "arn:aws:acm:eu-west-1:111122223333:certificate/11111111-2222-3333-4444-555555555555"
  }

  expect_failures = [var.certificate_arn]
}

run "refuses_an_origin_by_address" {
  command = plan

  variables {
    origin = { domain_name = "203.0.113.10" }
  }

  expect_failures = [var.origin]
}

run "refuses_an_origin_that_is_the_distribution" {
  command = plan

  variables {
    origin = { domain_name = "www.arctiq.example" }
  }

  expect_failures = [var.origin]
}

run "refuses_an_origin_that_may_take_minutes" {
  command = plan

  variables {
    origin = { domain_name = "origin.arctiq.example", read_timeout = 180 }
  }

  expect_failures = [var.origin]
}

run "refuses_a_short_secret" {
  command = plan

  variables {
    origin_secret = "short"
  }

  expect_failures = [var.origin_secret]
}

run "refuses_a_website_endpoint" {
  command = plan

  variables {
    asset_bucket = { name = "arctiq-prod-assets", domain_name = "arctiq-prod-assets.s3-website-us-east-1.amazonaws.com" }
  }

  expect_failures = [var.asset_bucket]
}

run "refuses_asset_paths_without_a_slash" {
  command = plan

  variables {
    asset_bucket = { name = "arctiq-prod-assets", domain_name = "arctiq-prod-assets.s3.us-east-1.amazonaws.com", paths = ["assets/*"] }
  }

  expect_failures = [var.asset_bucket]
}

run "refuses_keeping_answers_of_one_person" {
  command = plan

  variables {
    cached_paths = ["/api/orders*"]
  }

  expect_failures = [var.cached_paths]
}

run "refuses_keeping_everything" {
  command = plan

  variables {
    cached_paths = ["/*"]
  }

  expect_failures = [var.cached_paths]
}

run "refuses_a_catalogue_of_an_hour_ago" {
  command = plan

  variables {
    cached_ttl_seconds = 3600
  }

  expect_failures = [var.cached_ttl_seconds]
}

run "refuses_scripts_from_anywhere" {
  command = plan

  variables {
    content_security_policy = "default-src 'self'; script-src *; frame-ancestors 'none'"
  }

  expect_failures = [var.content_security_policy]
}

run "refuses_an_unknown_price_class" {
  command = plan

  variables {
    price_class = "PriceClass_300"
  }

  expect_failures = [var.price_class]
}

run "refuses_an_unknown_action" {
  command = plan

  variables {
    managed_rules = [{ name = "AWSManagedRulesKnownBadInputsRuleSet" }, { name = "AWSManagedRulesCommonRuleSet", action = "allow" }]
  }

  expect_failures = [var.managed_rules]
}

run "refuses_a_firewall_that_only_counts" {
  command = plan

  variables {
    managed_rules = [{ name = "AWSManagedRulesKnownBadInputsRuleSet" }, { name = "AWSManagedRulesCommonRuleSet", action = "count" }]
  }

  expect_failures = [var.managed_rules]
}

run "refuses_bot_control_for_every_request" {
  command = plan

  variables {
    managed_rules = [{ name = "AWSManagedRulesKnownBadInputsRuleSet" }, { name = "AWSManagedRulesCommonRuleSet" }, { name = "AWSManagedRulesBotControlRuleSet" }]
  }

  expect_failures = [var.managed_rules]
}

run "refuses_no_limit_for_everything" {
  command = plan

  variables {
    rate_limits = { login = { limit = 100, path = "/api/users/login" } }
  }

  expect_failures = [var.rate_limits]
}

run "refuses_a_limit_that_waf_does_not_know" {
  command = plan

  variables {
    rate_limits = { all = { limit = 5 } }
  }

  expect_failures = [var.rate_limits]
}

run "refuses_countries_by_name" {
  command = plan

  variables {
    blocked_countries = ["Nowhere"]
  }

  expect_failures = [var.blocked_countries]
}

run "refuses_bot_control_on_the_root" {
  command = plan

  variables {
    bot_control = { paths = ["/"] }
  }

  expect_failures = [var.bot_control]
}

run "refuses_a_log_bucket_by_name" {
  command = plan

  variables {
    log_bucket_arn = "arctiq-prod-edge-logs"
  }

  expect_failures = [var.log_bucket_arn]
}

run "refuses_retention_that_logs_do_not_know" {
  command = plan

  variables {
    waf_log_retention_days = 7
  }

  expect_failures = [var.waf_log_retention_days]
}

run "refuses_an_alarm_at_zero" {
  command = plan

  variables {
    blocked_alarm_threshold = 0
  }

  expect_failures = [var.blocked_alarm_threshold]
}

run "refuses_an_alarm_topic_of_another_region" {
  command = plan

  variables {
    alarm_topic_arn = "arn:aws:sns:eu-west-1:111122223333:arctiq-alarms"
  }

  expect_failures = [var.alarm_topic_arn]
}

run "refuses_another_region" {
  command = plan

  providers = {
    aws = aws.elsewhere
  }

  expect_failures = [aws_cloudfront_distribution.this]
}
