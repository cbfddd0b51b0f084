mock_provider "aws" {
  mock_data "aws_region" {
    defaults = { name = "us-east-1" }
  }

  mock_resource "aws_route53recoverycontrolconfig_cluster" {
    defaults = { arn = "arn:aws:route53-recovery-control::111122223333:cluster/mocked" }
  }

  mock_resource "aws_route53recoverycontrolconfig_control_panel" {
    defaults = { arn = "arn:aws:route53-recovery-control::111122223333:controlpanel/mocked" }
  }

  mock_resource "aws_route53recoverycontrolconfig_routing_control" {
    defaults = { arn = "arn:aws:route53-recovery-control::111122223333:controlpanel/mocked/routingcontrol/mocked" }
  }
}

variables {
  name            = "arctiq-prod-api"
  zone_id         = "Z0123456789ABCDEFGHIJ"
  records         = { api = { name = "api.arctiq.example", policy = "latency" } }
  alarm_topic_arn = "arn:aws:sns:us-east-1:111122223333:arctiq-alarms"
  tags            = { team = "platform", service = "dns-failover", environment = "prod", cost_centre = "cc-1000" }

  endpoints = {
    use1 = { region = "us-east-1", target = "lb-use1.arctiq.example", primary = true, health = { fqdn = "health-use1.arctiq.example" } }
    euw1 = { region = "eu-west-1", target = "lb-euw1.arctiq.example", primary = false, health = { fqdn = "health-euw1.arctiq.example" } }
  }
}

run "latency_and_failover_records" {
  command = plan

  variables {
    records = {
      api   = { name = "api.arctiq.example", policy = "latency" }
      admin = { name = "admin.arctiq.example", policy = "failover", ttl = 60 }
    }
  }

  assert {
    condition     = { for key, record in aws_route53_record.latency : key => "${record.latency_routing_policy[0].region} ${one(record.records)} ${record.ttl}" } == { api-use1 = "us-east-1 lb-use1.arctiq.example 30", api-euw1 = "eu-west-1 lb-euw1.arctiq.example 30" }
    error_message = "both regions answer, the nearest first"
  }

  assert {
    condition     = { for key, record in aws_route53_record.failover : key => "${record.failover_routing_policy[0].type} ${one(record.records)} ${record.ttl}" } == { admin-use1 = "PRIMARY lb-use1.arctiq.example 60", admin-euw1 = "SECONDARY lb-euw1.arctiq.example 60" }
    error_message = "the primary answers until it fails"
  }
}

run "every_record_follows_its_region" {
  command = apply

  variables {
    records = {
      api   = { name = "api.arctiq.example", policy = "latency" }
      admin = { name = "admin.arctiq.example", policy = "failover", ttl = 60 }
    }
    endpoints = {
      use1 = { region = "us-east-1", target = "lb-use1.arctiq.example", primary = true, health = { fqdn = "health-use1.arctiq.example" }, alarm = { name = "arctiq-prod-use1-errors", region = "us-east-1" } }
      euw1 = { region = "eu-west-1", target = "lb-euw1.arctiq.example", primary = false, health = { fqdn = "health-euw1.arctiq.example" } }
    }
  }

  assert {
    condition     = alltrue([for record in concat(values(aws_route53_record.latency), values(aws_route53_record.failover)) : record.health_check_id == aws_route53_health_check.combined[record.set_identifier].id])
    error_message = "each record follows the combined health check of its region"
  }

  assert {
    condition     = alltrue([for name, check in aws_route53_health_check.combined : check.type == "CALCULATED" && contains(check.child_healthchecks, aws_route53_health_check.endpoint[name].id) && contains(check.child_healthchecks, aws_route53_health_check.control[name].id)])
    error_message = "which asks the endpoint and the routing control"
  }

  assert {
    condition     = length(aws_route53_health_check.combined["use1"].child_healthchecks) == 3 && aws_route53_health_check.combined["use1"].child_health_threshold == 3 && contains(aws_route53_health_check.combined["use1"].child_healthchecks, aws_route53_health_check.alarm["use1"].id)
    error_message = "and the alarm where there is one; all of them must agree"
  }

  assert {
    condition     = length(aws_route53_health_check.combined["euw1"].child_healthchecks) == 2 && aws_route53_health_check.combined["euw1"].child_health_threshold == 2
    error_message = "two without an alarm"
  }

  assert {
    condition     = alltrue([for name, alarm in aws_cloudwatch_metric_alarm.region : alarm.dimensions["HealthCheckId"] == aws_route53_health_check.combined[name].id])
    error_message = "each region has its alarm"
  }
}

run "health_is_asked_by_https" {
  command = plan

  variables {
    endpoints = {
      use1 = { region = "us-east-1", target = "lb-use1.arctiq.example", primary = true, health = { fqdn = "health-use1.arctiq.example" }, alarm = { name = "arctiq-prod-use1-errors", region = "us-east-1" } }
      euw1 = { region = "eu-west-1", target = "lb-euw1.arctiq.example", primary = false, health = { fqdn = "health-euw1.arctiq.example" } }
    }
  }

  assert {
    condition     = alltrue([for check in values(aws_route53_health_check.endpoint) : check.type == "HTTPS" && check.enable_sni && check.request_interval == 10 && check.failure_threshold == 3 && check.resource_path == "/health"])
    error_message = "every ten seconds, three failures in a row"
  }

  assert {
    condition     = aws_route53_health_check.alarm["use1"].type == "CLOUDWATCH_METRIC" && aws_route53_health_check.alarm["use1"].insufficient_data_health_status == "LastKnownStatus"
    error_message = "an alarm without data moves nobody"
  }
}

run "switches_with_a_safety_rule" {
  command = apply

  assert {
    condition     = keys(aws_route53recoverycontrolconfig_routing_control.this) == ["euw1", "use1"] && alltrue([for check in values(aws_route53_health_check.control) : check.type == "RECOVERY_CONTROL"])
    error_message = "one switch for each region"
  }

  assert {
    condition     = aws_route53recoverycontrolconfig_safety_rule.this[0].rule_config[0].type == "ATLEAST" && aws_route53recoverycontrolconfig_safety_rule.this[0].rule_config[0].threshold == 1 && aws_route53recoverycontrolconfig_safety_rule.this[0].rule_config[0].inverted == false && length(aws_route53recoverycontrolconfig_safety_rule.this[0].asserted_controls) == 2
    error_message = "at least one region stays on"
  }

  assert {
    condition     = aws_route53recoverycontrolconfig_safety_rule.this[0].wait_period_ms == 5000
    error_message = "five seconds between two switches"
  }
}

run "switches_can_be_left_out" {
  command = plan

  variables {
    routing_controls = false
  }

  assert {
    condition     = length(aws_route53recoverycontrolconfig_cluster.this) == 0 && length(aws_route53_health_check.control) == 0 && length(output.cluster_endpoints) == 0 && alltrue([for check in values(aws_route53_health_check.combined) : check.child_health_threshold == 1])
    error_message = "without them the endpoint alone decides"
  }
}

run "worst_case_ten_three_thirty" {
  command = plan

  variables {
    health_check = { interval = 10, threshold = 3 }
    records      = { api = { name = "api.arctiq.example", policy = "latency", ttl = 30 } }
  }

  assert {
    condition     = output.worst_case_client_move_seconds == 60
    error_message = "interval x threshold + ttl"
  }
}

run "worst_case_ten_three_sixty_is_90" {
  command = plan

  variables {
    health_check = { interval = 10, threshold = 3 }
    records      = { api = { name = "api.arctiq.example", policy = "latency", ttl = 60 } }
  }

  assert {
    condition     = output.worst_case_client_move_seconds == 90
    error_message = "interval x threshold + ttl"
  }
}

run "worst_case_ten_one_sixty_is_70" {
  command = plan

  variables {
    health_check = { interval = 10, threshold = 1 }
    records      = { api = { name = "api.arctiq.example", policy = "latency", ttl = 60 } }
  }

  assert {
    condition     = output.worst_case_client_move_seconds == 70
    error_message = "interval x threshold + ttl"
  }
}

run "worst_case_thirty_three_sixty_is_150_and_just_fits" {
  command = plan

  variables {
    health_check = { interval = 30, threshold = 3 }
    records      = { api = { name = "api.arctiq.example", policy = "latency", ttl = 60 } }
  }

  assert {
    condition     = output.worst_case_client_move_seconds == 150
    error_message = "interval x threshold + ttl"
  }
}

run "the_longest_ttl_counts" {
  command = plan

  variables {
    records = {
      api   = { name = "api.arctiq.example", policy = "latency" }
      admin = { name = "admin.arctiq.example", policy = "failover", ttl = 60 }
    }
  }

  assert {
    condition     = output.worst_case_client_move_seconds == 90
    error_message = "the slowest record decides"
  }
}

run "alarms_call_and_clear" {
  command = plan

  assert {
    condition     = alltrue([for alarm in values(aws_cloudwatch_metric_alarm.region) : contains(alarm.alarm_actions, var.alarm_topic_arn) && contains(alarm.ok_actions, var.alarm_topic_arn)])
    error_message = "alarms tell when they begin and when they end"
  }
}

run "everything_carries_the_tags" {
  command = plan

  variables {
    endpoints = {
      use1 = { region = "us-east-1", target = "lb-use1.arctiq.example", primary = true, health = { fqdn = "health-use1.arctiq.example" }, alarm = { name = "arctiq-prod-use1-errors", region = "us-east-1" } }
      euw1 = { region = "eu-west-1", target = "lb-euw1.arctiq.example", primary = false, health = { fqdn = "health-euw1.arctiq.example" } }
    }
  }

  assert {
    condition = alltrue([
      for tags in concat(
        values(aws_route53_health_check.endpoint)[*].tags,
        values(aws_route53_health_check.combined)[*].tags,
        values(aws_route53_health_check.control)[*].tags,
        values(aws_route53_health_check.alarm)[*].tags,
        values(aws_cloudwatch_metric_alarm.region)[*].tags,
      ) :
      try(tags["team"] == "platform" && tags["service"] == "dns-failover" && tags["environment"] == "prod" && tags["cost-centre"] == "cc-1000" && tags["managed-by"] == "terraform" && tags["module"] == "dns-failover", false)
    ])
    error_message = "every resource carries team, service, environment, cost-centre, managed-by and module"
  }
}
