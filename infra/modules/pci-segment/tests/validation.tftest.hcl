mock_provider "aws" {}

variables {
  name               = "arctiq-prod-use1-pci"
  region             = "us-east-1"
  vpc_id             = "vpc-0123456789abcdef0"
  vpc_cidr           = "10.48.0.0/16"
  availability_zones = ["us-east-1a", "us-east-1b", "us-east-1c"]
  subnet_cidrs       = ["10.48.164.0/24", "10.48.165.0/24", "10.48.166.0/24"]
  ingress_peers      = { orders = { cidr = "10.48.0.0/17", port = 8443 } }
  alarm_topic_arn    = "arn:aws:sns:us-east-1:111122223333:arctiq-alarms"
  tags               = { team = "payments", service = "payment-service", environment = "prod", cost_centre = "cc-1002" }
}

run "refuses_name_with_capitals" {
  command = plan

  variables {
    name = "PCI"
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

run "refuses_a_vpc_without_a_range" {
  command = plan

  variables {
    vpc_cidr = "10.48.0.0"
  }

  expect_failures = [var.vpc_cidr]
}

run "refuses_two_zones" {
  command = plan

  variables {
    availability_zones = ["us-east-1a", "us-east-1b"]
  }

  expect_failures = [var.availability_zones]
}

run "refuses_subnets_that_are_too_large" {
  command = plan

  variables {
    subnet_cidrs = ["10.48.164.0/22", "10.48.168.0/22", "10.48.172.0/22"]
  }

  expect_failures = [var.subnet_cidrs]
}

run "refuses_two_subnets" {
  command = plan

  variables {
    subnet_cidrs = ["10.48.164.0/24", "10.48.165.0/24"]
  }

  expect_failures = [var.subnet_cidrs]
}

run "refuses_a_subnet_outside_of_the_vpc" {
  command = plan

  variables {
    subnet_cidrs = ["10.48.164.0/24", "10.48.165.0/24", "10.49.0.0/24"]
  }

  expect_failures = [var.subnet_cidrs]
}

run "refuses_peers_without_a_proper_name" {
  command = plan

  variables {
    ingress_peers = { Orders = { cidr = "10.48.0.0/17", port = 8443 } }
  }

  expect_failures = [var.ingress_peers]
}

run "refuses_the_internet_as_a_peer" {
  command = plan

  variables {
    ingress_peers = { web = { cidr = "0.0.0.0/0", port = 443 } }
  }

  expect_failures = [var.ingress_peers]
}

run "refuses_a_public_range_as_a_peer" {
  command = plan

  variables {
    ingress_peers = { partner = { cidr = "203.0.113.0/24", port = 443 } }
  }

  expect_failures = [var.ingress_peers]
}

run "refuses_the_whole_company_as_a_peer" {
  command = plan

  variables {
    ingress_peers = { company = { cidr = "10.0.0.0/8", port = 443 } }
  }

  expect_failures = [var.ingress_peers]
}

run "refuses_remote_login" {
  command = plan

  variables {
    ingress_peers = { bastion = { cidr = "10.48.0.0/24", port = 22 } }
  }

  expect_failures = [var.ingress_peers]
}

run "refuses_leaving_to_peers_without_a_proper_name" {
  command = plan

  variables {
    egress_peers = { Proxy = { cidr = "10.48.128.0/22", port = 3128 } }
  }

  expect_failures = [var.egress_peers]
}

run "refuses_leaving_to_the_internet" {
  command = plan

  variables {
    egress_peers = { psp = { cidr = "0.0.0.0/0", port = 443 } }
  }

  expect_failures = [var.egress_peers]
}

run "refuses_more_peers_than_a_network_acl_takes" {
  command = plan

  variables {
    ingress_peers = { for i in range(10) : "peer-${i}" => { cidr = "10.48.${i}.0/24", port = 443 } }
    egress_peers  = { for i in range(10) : "peer-${i}" => { cidr = "10.48.${i}.0/24", port = 443 } }
  }

  expect_failures = [var.egress_peers]
}

run "refuses_a_recorder_without_a_bucket" {
  command = plan

  variables {
    recorder = { bucket_name = "", kms_key_arn = "arn:aws:kms:us-east-1:111122223333:key/11111111-2222-3333-4444-555555555555" }
  }

  expect_failures = [var.recorder]
}

run "refuses_a_recorder_without_the_key_of_its_bucket" {
  command = plan

  variables {
    recorder = { bucket_name = "arctiq-prod-config", kms_key_arn = "alias/aws/s3" }
  }

  expect_failures = [var.recorder]
}

run "refuses_an_alarm_that_never_rings" {
  command = plan

  variables {
    reject_alarm_threshold = 1000000
  }

  expect_failures = [var.reject_alarm_threshold]
}

run "refuses_less_than_a_year" {
  command = plan

  variables {
    flow_log_retention_days = 180
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
