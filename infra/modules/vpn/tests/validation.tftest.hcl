mock_provider "aws" {}

variables {
  name               = "arctiq-vpn-use1"
  region             = "us-east-1"
  transit_gateway_id = "tgw-0123456789abcdef0"
  customer_gateways  = { dc1 = { ip_address = "203.0.113.10", bgp_asn = 65010, device = "edge-router-1" } }
  alarm_topic_arn    = "arn:aws:sns:us-east-1:111122223333:arctiq-alarms"
  tags               = { team = "platform", service = "vpn", environment = "network", cost_centre = "cc-1000" }
}

run "refuses_name_with_capitals" {
  command = plan

  variables {
    name = "VPN"
  }

  expect_failures = [var.name]
}

run "refuses_region_outside_the_list" {
  command = plan

  variables {
    region = "us-west-2"
  }

  expect_failures = [var.region]
}

run "refuses_a_vpn_gateway" {
  command = plan

  variables {
    transit_gateway_id = "vgw-0123456789abcdef0"
  }

  expect_failures = [var.transit_gateway_id]
}

run "refuses_no_site" {
  command = plan

  variables {
    customer_gateways = {}
  }

  expect_failures = [var.customer_gateways]
}

run "refuses_a_private_address" {
  command = plan

  variables {
    customer_gateways = { dc1 = { ip_address = "10.1.2.3", bgp_asn = 65010, device = "router" } }
  }

  expect_failures = [var.customer_gateways]
}

run "refuses_something_that_is_no_address" {
  command = plan

  variables {
    customer_gateways = { dc1 = { ip_address = "router.example", bgp_asn = 65010, device = "router" } }
  }

  expect_failures = [var.customer_gateways]
}

run "refuses_an_asn_of_aws" {
  command = plan

  variables {
    customer_gateways = { dc1 = { ip_address = "203.0.113.10", bgp_asn = 7224, device = "router" } }
  }

  expect_failures = [var.customer_gateways]
}

run "refuses_inside_ranges_that_aws_keeps" {
  command = plan

  variables {
    customer_gateways = { dc1 = { ip_address = "203.0.113.10", bgp_asn = 65010, device = "router", tunnel_inside_cidrs = ["169.254.0.0/30", "169.254.10.0/30"] } }
  }

  expect_failures = [var.customer_gateways]
}

run "refuses_inside_ranges_of_another_size" {
  command = plan

  variables {
    customer_gateways = { dc1 = { ip_address = "203.0.113.10", bgp_asn = 65010, device = "router", tunnel_inside_cidrs = ["169.254.10.0/29", "169.254.11.0/29"] } }
  }

  expect_failures = [var.customer_gateways]
}

run "refuses_retention_that_logs_do_not_know" {
  command = plan

  variables {
    log_retention_days = 7
  }

  expect_failures = [var.log_retention_days]
}

run "refuses_alarm_topic_that_is_a_queue" {
  command = plan

  variables {
    alarm_topic_arn = "arn:aws:sqs:us-east-1:111122223333:arctiq"
  }

  expect_failures = [var.alarm_topic_arn]
}
