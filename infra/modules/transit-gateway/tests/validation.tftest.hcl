mock_provider "aws" {}

variables {
  name            = "arctiq-core-use1"
  region          = "us-east-1"
  amazon_side_asn = 64512
  alarm_topic_arn = "arn:aws:sns:us-east-1:111122223333:arctiq-alarms"
  tags            = { team = "platform", service = "transit-gateway", environment = "network", cost_centre = "cc-1000" }
}

run "refuses_name_with_capitals" {
  command = plan

  variables {
    name = "Core"
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

run "refuses_public_asn" {
  command = plan

  variables {
    amazon_side_asn = 16509
  }

  expect_failures = [var.amazon_side_asn]
}

run "refuses_a_single_account" {
  command = plan

  variables {
    share_with = { dev = "111122223333" }
  }

  expect_failures = [var.share_with]
}

run "refuses_an_unknown_segment" {
  command = plan

  variables {
    attachments = { dev = { id = "tgw-attach-1", segment = "dev", cidrs = ["10.16.0.0/16"] } }
  }

  expect_failures = [var.attachments]
}

run "refuses_an_unknown_kind" {
  command = plan

  variables {
    attachments = { dev = { id = "tgw-attach-1", segment = "nonprod", kind = "direct", cidrs = ["10.16.0.0/16"] } }
  }

  expect_failures = [var.attachments]
}

run "refuses_an_unknown_table" {
  command = plan

  variables {
    attachments = { dev = { id = "tgw-attach-1", segment = "nonprod", cidrs = ["10.16.0.0/16"], propagate_to = ["all"] } }
  }

  expect_failures = [var.attachments]
}

run "refuses_prod_that_nonprod_would_learn" {
  command = plan

  variables {
    attachments = { prod = { id = "tgw-attach-1", segment = "prod", cidrs = ["10.48.0.0/16"], propagate_to = ["prod", "nonprod"] } }
  }

  expect_failures = [var.attachments]
}

run "refuses_nonprod_that_prod_would_learn" {
  command = plan

  variables {
    attachments = { dev = { id = "tgw-attach-1", segment = "nonprod", cidrs = ["10.16.0.0/16"], propagate_to = ["prod"] } }
  }

  expect_failures = [var.attachments]
}

run "refuses_the_internet_behind_an_attachment" {
  command = plan

  variables {
    attachments = { egress = { id = "tgw-attach-1", segment = "shared", cidrs = ["0.0.0.0/0"] } }
  }

  expect_failures = [var.attachments]
}

run "refuses_attachments_that_overlap" {
  command = plan

  variables {
    attachments = {
      dev  = { id = "tgw-attach-1", segment = "nonprod", cidrs = ["10.16.0.0/16"] }
      prod = { id = "tgw-attach-2", segment = "prod", cidrs = ["10.48.0.0/16", "10.16.128.0/20"] }
    }
  }

  expect_failures = [var.attachments]
}

run "refuses_the_internet_behind_the_peering" {
  command = plan

  variables {
    accept_peering = { euw1 = "tgw-attach-9" }
    remote_cidrs   = { prod = ["0.0.0.0/0"] }
  }

  expect_failures = [var.remote_cidrs]
}

run "refuses_regions_that_overlap" {
  command = plan

  variables {
    accept_peering = { euw1 = "tgw-attach-9" }
    remote_cidrs   = { prod = ["10.0.0.0/8"] }
    attachments    = { prod = { id = "tgw-attach-1", segment = "prod", cidrs = ["10.48.0.0/16"] } }
  }

  expect_failures = [var.remote_cidrs]
}

run "refuses_remote_ranges_without_a_peering" {
  command = plan

  variables {
    remote_cidrs = { prod = ["10.49.0.0/16"] }
  }

  expect_failures = [var.remote_cidrs]
}

run "refuses_a_peer_in_the_same_region" {
  command = plan

  variables {
    peer = { name = "euw1", region = "us-east-1", transit_gateway_id = "tgw-1", account_id = "111122223333" }
  }

  expect_failures = [var.peer]
}

run "refuses_two_peerings_of_the_same_gateways" {
  command = plan

  variables {
    peer           = { name = "euw1", region = "eu-west-1", transit_gateway_id = "tgw-1", account_id = "111122223333" }
    accept_peering = { euw1 = "tgw-attach-9" }
  }

  expect_failures = [var.peer]
}

run "refuses_something_else_than_an_attachment" {
  command = plan

  variables {
    accept_peering = { euw1 = "tgw-1" }
  }

  expect_failures = [var.accept_peering]
}

run "refuses_blackholes_that_are_no_ranges" {
  command = plan

  variables {
    blackhole_cidrs = ["nowhere"]
  }

  expect_failures = [var.blackhole_cidrs]
}

run "refuses_a_range_both_reached_and_dropped" {
  command = plan

  variables {
    blackhole_cidrs = ["10.48.0.0/16"]
    attachments     = { prod = { id = "tgw-attach-1", segment = "prod", cidrs = ["10.48.0.0/16"] } }
  }

  expect_failures = [aws_ec2_transit_gateway_route.blackhole]
}

run "refuses_retention_that_logs_do_not_know" {
  command = plan

  variables {
    flow_log_retention_days = 7
  }

  expect_failures = [var.flow_log_retention_days]
}

run "refuses_alarm_topic_that_is_a_queue" {
  command = plan

  variables {
    alarm_topic_arn = "arn:aws:sqs:us-east-1:111122223333:arctiq"
  }

  expect_failures = [var.alarm_topic_arn]
}
