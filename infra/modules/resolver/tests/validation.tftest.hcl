mock_provider "aws" {}

variables {
  name            = "arctiq-dns-use1"
  region          = "us-east-1"
  vpc_id          = "vpc-0123456789abcdef0"
  subnet_ids      = { us-east-1a = "subnet-a", us-east-1b = "subnet-b", us-east-1c = "subnet-c" }
  inbound_cidrs   = { dc1 = "172.20.0.0/16" }
  blocked_domains = ["evil.example"]
  forward_rules   = { corp = { domain = "corp.arctiq.example", servers = [{ ip = "172.20.0.10" }, { ip = "172.20.1.10" }] } }
  alarm_topic_arn = "arn:aws:sns:us-east-1:111122223333:arctiq-alarms"
  tags            = { team = "platform", service = "resolver", environment = "network", cost_centre = "cc-1000" }
}

run "refuses_name_with_capitals" {
  command = plan

  variables {
    name = "DNS"
  }

  expect_failures = [var.name]
}

run "refuses_region_outside_the_list" {
  command = plan

  variables {
    region     = "us-west-2"
    subnet_ids = { us-west-2a = "subnet-a", us-west-2b = "subnet-b" }
  }

  expect_failures = [var.region]
}

run "refuses_one_zone" {
  command = plan

  variables {
    subnet_ids = { us-east-1a = "subnet-a" }
  }

  expect_failures = [var.subnet_ids]
}

run "refuses_zones_of_another_region" {
  command = plan

  variables {
    subnet_ids = { eu-west-1a = "subnet-a", eu-west-1b = "subnet-b" }
  }

  expect_failures = [var.subnet_ids]
}

run "refuses_questions_from_everywhere" {
  command = plan

  variables {
    inbound_cidrs = { all = "0.0.0.0/0" }
  }

  expect_failures = [var.inbound_cidrs]
}

run "refuses_questions_from_public_addresses" {
  command = plan

  variables {
    inbound_cidrs = { office = "203.0.113.0/24" }
  }

  expect_failures = [var.inbound_cidrs]
}

run "refuses_forwarding_everything" {
  command = plan

  variables {
    forward_rules = { corp = { domain = ".", servers = [{ ip = "172.20.0.10" }, { ip = "172.20.1.10" }] } }
  }

  expect_failures = [var.forward_rules]
}

run "refuses_a_single_server" {
  command = plan

  variables {
    forward_rules = { corp = { domain = "corp.arctiq.example", servers = [{ ip = "172.20.0.10" }] } }
  }

  expect_failures = [var.forward_rules]
}

run "refuses_servers_on_the_internet" {
  command = plan

  variables {
    forward_rules = { corp = { domain = "corp.arctiq.example", servers = [{ ip = "8.8.8.8" }, { ip = "8.8.4.4" }] } }
  }

  expect_failures = [var.forward_rules]
}

run "refuses_a_single_account" {
  command = plan

  variables {
    share_with = { dev = "111122223333" }
  }

  expect_failures = [var.share_with]
}

run "refuses_blocking_everything" {
  command = plan

  variables {
    blocked_domains = ["*"]
  }

  expect_failures = [var.blocked_domains]
}

run "refuses_an_empty_block_list" {
  command = plan

  variables {
    blocked_domains = []
  }

  expect_failures = [var.blocked_domains]
}

run "refuses_allowing_everything" {
  command = plan

  variables {
    allowed_domains = ["*"]
  }

  expect_failures = [var.allowed_domains]
}

run "refuses_a_list_by_name" {
  command = plan

  variables {
    managed_domain_list_ids = { malware = "AWSManagedDomainsMalwareDomainList" }
  }

  expect_failures = [var.managed_domain_list_ids]
}

run "refuses_retention_that_logs_do_not_know" {
  command = plan

  variables {
    query_log_retention_days = 7
  }

  expect_failures = [var.query_log_retention_days]
}

run "refuses_alarm_topic_that_is_a_queue" {
  command = plan

  variables {
    alarm_topic_arn = "arn:aws:sqs:us-east-1:111122223333:arctiq"
  }

  expect_failures = [var.alarm_topic_arn]
}
