mock_provider "aws" {}

variables {
  name               = "arctiq-dev-use1"
  region             = "us-east-1"
  cidr               = "10.16.0.0/16"
  availability_zones = ["us-east-1a", "us-east-1b", "us-east-1c"]
  alarm_topic_arn    = "arn:aws:sns:us-east-1:111122223333:arctiq-alarms"
  tags               = { team = "platform", service = "network", environment = "dev", cost_centre = "cc-1000" }
}

run "refuses_name_with_capitals" {
  command = plan

  variables {
    name = "Arctiq_Dev"
  }

  expect_failures = [var.name]
}

run "refuses_region_outside_the_list" {
  command = plan

  variables {
    region             = "us-west-2"
    availability_zones = ["us-west-2a", "us-west-2b", "us-west-2c"]
  }

  expect_failures = [var.region]
}

run "refuses_cidr_that_is_smaller" {
  command = plan

  variables {
    cidr = "10.16.0.0/20"
  }

  expect_failures = [var.cidr]
}

run "refuses_cidr_that_is_larger" {
  command = plan

  variables {
    cidr = "10.0.0.0/8"
  }

  expect_failures = [var.cidr]
}

run "refuses_cidr_that_is_no_range" {
  command = plan

  variables {
    cidr = "10.16.0.0"
  }

  expect_failures = [var.cidr]
}

run "refuses_cidr_outside_of_10" {
  command = plan

  variables {
    cidr = "172.16.0.0/16"
  }

  expect_failures = [var.cidr]
}

run "refuses_cidr_that_does_not_begin_at_its_first_address" {
  command = plan

  variables {
    cidr = "10.16.4.0/16"
  }

  expect_failures = [var.cidr]
}

run "refuses_other_cidrs_that_are_no_ranges" {
  command = plan

  variables {
    other_cidrs = { office = "everywhere" }
  }

  expect_failures = [var.other_cidrs]
}

run "refuses_the_same_range_twice" {
  command = plan

  variables {
    other_cidrs = { staging = "10.16.0.0/16" }
  }

  expect_failures = [var.other_cidrs]
}

run "refuses_a_larger_range_around_it" {
  command = plan

  variables {
    other_cidrs = { office = "10.0.0.0/11" }
  }

  expect_failures = [var.other_cidrs]
}

run "refuses_a_smaller_range_in_it" {
  command = plan

  variables {
    other_cidrs = { office = "10.16.255.0/24" }
  }

  expect_failures = [var.other_cidrs]
}

run "refuses_the_same_range_written_otherwise" {
  command = plan

  variables {
    other_cidrs = { office = "10.16.200.77/16" }
  }

  expect_failures = [var.other_cidrs]
}

run "refuses_a_single_address_in_it" {
  command = plan

  variables {
    other_cidrs = { office = "10.16.255.255/32" }
  }

  expect_failures = [var.other_cidrs]
}

run "refuses_two_zones" {
  command = plan

  variables {
    availability_zones = ["us-east-1a", "us-east-1b"]
  }

  expect_failures = [var.availability_zones]
}

run "refuses_a_zone_twice" {
  command = plan

  variables {
    availability_zones = ["us-east-1a", "us-east-1b", "us-east-1b"]
  }

  expect_failures = [var.availability_zones]
}

run "refuses_zones_of_another_region" {
  command = plan

  variables {
    availability_zones = ["eu-west-1a", "eu-west-1b", "eu-west-1c"]
  }

  expect_failures = [var.availability_zones]
}

run "refuses_nat_gateways_of_another_kind" {
  command = plan

  variables {
    nat_gateways = "two"
  }

  expect_failures = [var.nat_gateways]
}

run "refuses_one_gateway_in_production" {
  command = plan

  variables {
    nat_gateways = "one"
    tags         = { team = "platform", service = "network", environment = "prod", cost_centre = "cc-1000" }
  }

  expect_failures = [var.nat_gateways]
}

run "refuses_an_interface_endpoint_for_s3" {
  command = plan

  variables {
    interface_endpoints = ["s3", "sts"]
  }

  expect_failures = [var.interface_endpoints]
}

run "refuses_organization_id_of_an_account" {
  command = plan

  variables {
    organization_id = "111122223333"
  }

  expect_failures = [var.organization_id]
}

run "refuses_a_cluster_twice" {
  command = plan

  variables {
    cluster_names = ["arctiq-dev-use1", "arctiq-dev-use1"]
  }

  expect_failures = [var.cluster_names]
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

# The neighbours of the range on both sides are free.
run "takes_ranges_that_touch" {
  command = plan

  variables {
    other_cidrs = { below = "10.15.0.0/16", above = "10.17.0.0/16", far = "192.168.0.0/16", last = "10.15.255.255/32", first = "10.17.0.0/32" }
  }

  assert {
    condition     = output.cidr == "10.16.0.0/16"
    error_message = "ranges that only touch do not overlap"
  }
}
