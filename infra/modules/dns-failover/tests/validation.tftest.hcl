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

run "refuses_name_with_capitals" {
  command = plan

  variables {
    name = "API"
  }

  expect_failures = [var.name]
}

run "refuses_a_zone_by_name" {
  command = plan

  variables {
    zone_id = "arctiq.example"
  }

  expect_failures = [var.zone_id]
}

run "refuses_two_primaries" {
  command = plan

  variables {
    endpoints = {
      use1 = { region = "us-east-1", target = "lb-use1.arctiq.example", primary = true, health = { fqdn = "health-use1.arctiq.example" } }
      euw1 = { region = "eu-west-1", target = "lb-euw1.arctiq.example", primary = true, health = { fqdn = "health-euw1.arctiq.example" } }
    }
  }

  expect_failures = [var.endpoints]
}

run "refuses_the_same_region_twice" {
  command = plan

  variables {
    endpoints = {
      use1 = { region = "eu-west-1", target = "lb-use1.arctiq.example", primary = true, health = { fqdn = "health-use1.arctiq.example" } }
      euw1 = { region = "eu-west-1", target = "lb-euw1.arctiq.example", primary = false, health = { fqdn = "health-euw1.arctiq.example" } }
    }
  }

  expect_failures = [var.endpoints]
}

run "refuses_a_region_outside_the_list" {
  command = plan

  variables {
    endpoints = {
      use1 = { region = "us-west-2", target = "lb-use1.arctiq.example", primary = true, health = { fqdn = "health-use1.arctiq.example" } }
      euw1 = { region = "eu-west-1", target = "lb-euw1.arctiq.example", primary = false, health = { fqdn = "health-euw1.arctiq.example" } }
    }
  }

  expect_failures = [var.endpoints]
}

run "refuses_a_target_by_address" {
  command = plan

  variables {
    endpoints = {
      use1 = { region = "us-east-1", target = "203.0.113.10", primary = true, health = { fqdn = "health-use1.arctiq.example" } }
      euw1 = { region = "eu-west-1", target = "lb-euw1.arctiq.example", primary = false, health = { fqdn = "health-euw1.arctiq.example" } }
    }
  }

  expect_failures = [var.endpoints]
}

run "refuses_one_health_name_for_both" {
  command = plan

  variables {
    endpoints = {
      use1 = { region = "us-east-1", target = "lb-use1.arctiq.example", primary = true, health = { fqdn = "health-use1.arctiq.example" } }
      euw1 = { region = "eu-west-1", target = "lb-euw1.arctiq.example", primary = false, health = { fqdn = "health-use1.arctiq.example" } }
    }
  }

  expect_failures = [var.endpoints]
}

run "refuses_a_health_path_without_a_slash" {
  command = plan

  variables {
    endpoints = {
      use1 = { region = "us-east-1", target = "lb-use1.arctiq.example", primary = true, health = { fqdn = "health-use1.arctiq.example", path = "health" } }
      euw1 = { region = "eu-west-1", target = "lb-euw1.arctiq.example", primary = false, health = { fqdn = "health-euw1.arctiq.example" } }
    }
  }

  expect_failures = [var.endpoints]
}

run "refuses_an_unknown_policy" {
  command = plan

  variables {
    records = { api = { name = "api.arctiq.example", policy = "weighted" } }
  }

  expect_failures = [var.records]
}

run "refuses_a_record_that_lives_too_long" {
  command = plan

  variables {
    records = { api = { name = "api.arctiq.example", policy = "latency", ttl = 300 } }
  }

  expect_failures = [var.records]
}

run "refuses_an_interval_that_route_53_does_not_know" {
  command = plan

  variables {
    health_check = { interval = 20 }
  }

  expect_failures = [var.health_check]
}

run "refuses_a_threshold_of_a_half" {
  command = plan

  variables {
    health_check = { threshold = 2.5 }
  }

  expect_failures = [var.health_check]
}

run "refuses_a_move_that_takes_more_than_150_seconds" {
  command = plan

  variables {
    health_check = { interval = 30, threshold = 4 }
    records      = { api = { name = "api.arctiq.example", policy = "latency", ttl = 31 } }
  }

  expect_failures = [var.health_check]
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

  expect_failures = [aws_route53_health_check.endpoint]
}
