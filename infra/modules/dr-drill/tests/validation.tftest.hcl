mock_provider "aws" {}

variables {
  name       = "arctiq-prod-eu-west-1"
  account_id = "123456789012"
  region     = "eu-west-1"
  vpc_id     = "vpc-0a1b2c3d4e5f60718"
  targets = {
    availability_zone  = "eu-west-1a"
    aurora_cluster_arn = "arn:aws:rds:eu-west-1:123456789012:cluster:orders-eu-west-1"
    node_role_arns     = ["arn:aws:iam::123456789012:role/node"]
  }
  stop_alarm_arns      = ["arn:aws:cloudwatch:eu-west-1:123456789012:alarm:checkout-errors"]
  detection_alarm_arns = ["arn:aws:cloudwatch:eu-west-1:123456789012:alarm:region-lost"]
  alarm_topic_arn      = "arn:aws:sns:eu-west-1:123456789012:alarms"
  evidence = {
    bucket_name    = "arctiq-prod-evidence"
    kms_key_arn    = "arn:aws:kms:eu-west-1:123456789012:key/66666666-2222-3333-4444-555555555555"
    dashboard_arns = ["arn:aws:cloudwatch::123456789012:dashboard/checkout"]
  }
  failover = {
    from_region               = "us-east-1"
    global_cluster_identifier = "orders"
    from_cluster_arn          = "arn:aws:rds:us-east-1:123456789012:cluster:orders-us-east-1"
    routing_cluster_endpoints = {
      us-east-1      = "https://a.example/v1"
      us-west-2      = "https://b.example/v1"
      eu-west-1      = "https://c.example/v1"
      ap-northeast-1 = "https://d.example/v1"
      ap-southeast-2 = "https://e.example/v1"
    }
    routing_control_on_arns  = ["arn:aws:route53-recovery-control::123456789012:controlpanel/p/routingcontrol/eu"]
    routing_control_off_arns = ["arn:aws:route53-recovery-control::123456789012:controlpanel/p/routingcontrol/us"]
    approver_arns            = ["arn:aws:iam::123456789012:role/commander"]
    verify_url               = "https://probe.example/order"
  }
  portal       = { base_url = "https://portal.arctiq.example" }
  portal_token = "0123456789abcdef01234567"
  tags = {
    team        = "platform"
    service     = "dr-drill"
    environment = "prod"
    cost_centre = "cc-1000"
  }
}

run "refuses_a_name_in_capitals" {
  command = plan
  variables {
    name = "Arctiq"
  }
  expect_failures = [var.name]
}

run "refuses_an_account_id_of_eleven_digits" {
  command = plan
  variables {
    account_id = "12345678901"
  }
  expect_failures = [var.account_id]
}

run "refuses_a_vpc_that_is_none" {
  command = plan
  variables {
    vpc_id = "10.48.0.0/16"
  }
  expect_failures = [var.vpc_id]
}

run "refuses_a_zone_of_another_region" {
  command = plan
  variables {
    targets = {
      availability_zone  = "us-east-1a"
      aurora_cluster_arn = "arn:aws:rds:eu-west-1:123456789012:cluster:orders-eu-west-1"
    }
  }
  expect_failures = [var.targets]
}

run "refuses_a_cluster_of_another_region" {
  command = plan
  variables {
    targets = {
      availability_zone  = "eu-west-1a"
      aurora_cluster_arn = "arn:aws:rds:us-east-1:123456789012:cluster:orders"
    }
  }
  expect_failures = [var.targets]
}

run "refuses_to_hit_everything" {
  command = plan
  variables {
    targets = {
      availability_zone  = "eu-west-1a"
      aurora_cluster_arn = "arn:aws:rds:eu-west-1:123456789012:cluster:orders-eu-west-1"
      tag                = { key = "", value = "" }
    }
  }
  expect_failures = [var.targets]
}

run "refuses_a_node_role_with_a_wildcard" {
  command = plan
  variables {
    targets = {
      availability_zone  = "eu-west-1a"
      aurora_cluster_arn = "arn:aws:rds:eu-west-1:123456789012:cluster:orders-eu-west-1"
      node_role_arns     = ["arn:aws:iam::123456789012:role/*"]
    }
  }
  expect_failures = [var.targets]
}

run "refuses_an_unknown_experiment" {
  command = plan
  variables {
    experiments = ["delete-everything"]
  }
  expect_failures = [var.experiments]
}

run "refuses_an_outage_of_a_day" {
  command = plan
  variables {
    duration_minutes = 1440
  }
  expect_failures = [var.duration_minutes]
}

run "refuses_an_experiment_without_a_stop_condition" {
  command = plan
  variables {
    stop_alarm_arns = []
  }
  expect_failures = [var.stop_alarm_arns]
}

run "refuses_to_measure_without_detection" {
  command = plan
  variables {
    detection_alarm_arns = []
  }
  expect_failures = [var.detection_alarm_arns]
}

run "refuses_evidence_without_a_key" {
  command = plan
  variables {
    evidence = { bucket_name = "evidence", kms_key_arn = "alias/aws/s3" }
  }
  expect_failures = [var.evidence]
}

run "refuses_to_take_over_from_itself" {
  command = plan
  variables {
    failover = {
      from_region               = "eu-west-1"
      global_cluster_identifier = "orders"
      from_cluster_arn          = "arn:aws:rds:eu-west-1:123456789012:cluster:orders"
      routing_cluster_endpoints = { a = "https://a.example", b = "https://b.example", c = "https://c.example", d = "https://d.example", e = "https://e.example" }
      routing_control_on_arns   = ["arn:aws:route53-recovery-control::123456789012:controlpanel/p/routingcontrol/eu"]
      routing_control_off_arns  = ["arn:aws:route53-recovery-control::123456789012:controlpanel/p/routingcontrol/us"]
      approver_arns             = ["arn:aws:iam::123456789012:role/commander"]
      verify_url                = "https://probe.example/order"
    }
  }
  expect_failures = [var.failover]
}

run "refuses_a_source_cluster_of_another_region" {
  command = plan
  variables {
    failover = {
      from_region               = "us-east-1"
      global_cluster_identifier = "orders"
      from_cluster_arn          = "arn:aws:rds:eu-west-1:123456789012:cluster:orders"
      routing_cluster_endpoints = { a = "https://a.example", b = "https://b.example", c = "https://c.example", d = "https://d.example", e = "https://e.example" }
      routing_control_on_arns   = ["arn:aws:route53-recovery-control::123456789012:controlpanel/p/routingcontrol/eu"]
      routing_control_off_arns  = ["arn:aws:route53-recovery-control::123456789012:controlpanel/p/routingcontrol/us"]
      approver_arns             = ["arn:aws:iam::123456789012:role/commander"]
      verify_url                = "https://probe.example/order"
    }
  }
  expect_failures = [var.failover]
}

run "refuses_a_single_routing_endpoint" {
  command = plan
  variables {
    failover = {
      from_region               = "us-east-1"
      global_cluster_identifier = "orders"
      from_cluster_arn          = "arn:aws:rds:us-east-1:123456789012:cluster:orders-us-east-1"
      routing_cluster_endpoints = { a = "https://a.example" }
      routing_control_on_arns   = ["arn:aws:route53-recovery-control::123456789012:controlpanel/p/routingcontrol/eu"]
      routing_control_off_arns  = ["arn:aws:route53-recovery-control::123456789012:controlpanel/p/routingcontrol/us"]
      approver_arns             = ["arn:aws:iam::123456789012:role/commander"]
      verify_url                = "https://probe.example/order"
    }
  }
  expect_failures = [var.failover]
}

run "refuses_a_routing_control_on_and_off" {
  command = plan
  variables {
    failover = {
      from_region               = "us-east-1"
      global_cluster_identifier = "orders"
      from_cluster_arn          = "arn:aws:rds:us-east-1:123456789012:cluster:orders-us-east-1"
      routing_cluster_endpoints = { a = "https://a.example", b = "https://b.example", c = "https://c.example", d = "https://d.example", e = "https://e.example" }
      routing_control_on_arns   = ["arn:aws:route53-recovery-control::123456789012:controlpanel/p/routingcontrol/eu"]
      routing_control_off_arns  = ["arn:aws:route53-recovery-control::123456789012:controlpanel/p/routingcontrol/eu"]
      approver_arns             = ["arn:aws:iam::123456789012:role/commander"]
      verify_url                = "https://probe.example/order"
    }
  }
  expect_failures = [var.failover]
}

run "refuses_a_failover_without_an_approver" {
  command = plan
  variables {
    failover = {
      from_region               = "us-east-1"
      global_cluster_identifier = "orders"
      from_cluster_arn          = "arn:aws:rds:us-east-1:123456789012:cluster:orders-us-east-1"
      routing_cluster_endpoints = { a = "https://a.example", b = "https://b.example", c = "https://c.example", d = "https://d.example", e = "https://e.example" }
      routing_control_on_arns   = ["arn:aws:route53-recovery-control::123456789012:controlpanel/p/routingcontrol/eu"]
      routing_control_off_arns  = ["arn:aws:route53-recovery-control::123456789012:controlpanel/p/routingcontrol/us"]
      approver_arns             = []
      verify_url                = "https://probe.example/order"
    }
  }
  expect_failures = [var.failover]
}

run "refuses_to_wait_an_hour_for_approval" {
  command = plan
  variables {
    failover = {
      from_region               = "us-east-1"
      global_cluster_identifier = "orders"
      from_cluster_arn          = "arn:aws:rds:us-east-1:123456789012:cluster:orders-us-east-1"
      routing_cluster_endpoints = { a = "https://a.example", b = "https://b.example", c = "https://c.example", d = "https://d.example", e = "https://e.example" }
      routing_control_on_arns   = ["arn:aws:route53-recovery-control::123456789012:controlpanel/p/routingcontrol/eu"]
      routing_control_off_arns  = ["arn:aws:route53-recovery-control::123456789012:controlpanel/p/routingcontrol/us"]
      approver_arns             = ["arn:aws:iam::123456789012:role/commander"]
      verify_url                = "https://probe.example/order"
      approval_timeout_minutes  = 60
    }
  }
  expect_failures = [var.failover]
}

run "refuses_to_verify_in_plain_http" {
  command = plan
  variables {
    failover = {
      from_region               = "us-east-1"
      global_cluster_identifier = "orders"
      from_cluster_arn          = "arn:aws:rds:us-east-1:123456789012:cluster:orders-us-east-1"
      routing_cluster_endpoints = { a = "https://a.example", b = "https://b.example", c = "https://c.example", d = "https://d.example", e = "https://e.example" }
      routing_control_on_arns   = ["arn:aws:route53-recovery-control::123456789012:controlpanel/p/routingcontrol/eu"]
      routing_control_off_arns  = ["arn:aws:route53-recovery-control::123456789012:controlpanel/p/routingcontrol/us"]
      approver_arns             = ["arn:aws:iam::123456789012:role/commander"]
      verify_url                = "http://probe.example/order"
    }
  }
  expect_failures = [var.failover]
}

run "refuses_a_portal_in_plain_http" {
  command = plan
  variables {
    portal = { base_url = "http://portal.arctiq.example" }
  }
  expect_failures = [var.portal]
}

run "refuses_a_short_token" {
  command = plan
  variables {
    portal_token = "secret"
  }
  expect_failures = [var.portal_token]
}

run "refuses_a_drill_id_that_is_a_path" {
  command = plan
  variables {
    drill_id = "../admin"
  }
  expect_failures = [var.drill_id]
}

run "refuses_an_alarm_topic_of_another_region" {
  command = plan
  variables {
    alarm_topic_arn = "arn:aws:sns:us-east-1:123456789012:alarms"
  }
  expect_failures = [var.alarm_topic_arn]
}

# Everything else of the fixture lies in eu-west-1 and is refused as well.
run "refuses_a_region_outside_the_list" {
  command = plan
  variables {
    region          = "us-west-2"
    targets         = { availability_zone = "us-west-2a", aurora_cluster_arn = "arn:aws:rds:us-west-2:123456789012:cluster:orders" }
    stop_alarm_arns = ["arn:aws:cloudwatch:us-west-2:123456789012:alarm:checkout-errors"]
    alarm_topic_arn = "arn:aws:sns:us-west-2:123456789012:alarms"
  }
  expect_failures = [var.region]
}
