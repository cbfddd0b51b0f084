mock_provider "aws" {}

variables {
  name       = "arctiq"
  account_id = "123456789012"
  account_emails = {
    security = "aws+security@arctiq.example"
    network  = "aws+network@arctiq.example"
    dev      = "aws+dev@arctiq.example"
    staging  = "aws+staging@arctiq.example"
    prod     = "aws+prod@arctiq.example"
    dr       = "aws+dr@arctiq.example"
  }
  sso = {
    instance_arn = "arn:aws:sso:::instance/ssoins-1234567890abcdef"
    assignments = {
      orders   = { group_id = "94482488-3041-7011-b1c8-0b1a1a1a1a1a", permission_set = "developer", accounts = ["dev", "staging"] }
      platform = { group_id = "a4482488-3041-7011-b1c8-0b1a1a1a1a1b", permission_set = "platform-admin", accounts = ["management", "prod"] }
    }
  }
  tags = {
    team        = "platform"
    service     = "organization"
    environment = "management"
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

run "refuses_a_home_region_without_iam_events" {
  command = plan

  variables {
    region = "eu-west-1"
  }

  expect_failures = [var.region]
}

run "refuses_a_region_outside_the_list" {
  command = plan

  variables {
    allowed_regions = ["us-east-1", "us-west-2"]
  }

  expect_failures = [var.allowed_regions]
}

run "refuses_to_lock_out_us_east_1" {
  command = plan

  variables {
    allowed_regions = ["eu-west-1"]
  }

  expect_failures = [var.allowed_regions]
}

run "refuses_an_address_that_is_none" {
  command = plan

  variables {
    account_emails = {
      security = "security"
      network  = "aws+network@arctiq.example"
      dev      = "aws+dev@arctiq.example"
      staging  = "aws+staging@arctiq.example"
      prod     = "aws+prod@arctiq.example"
      dr       = "aws+dr@arctiq.example"
    }
  }

  expect_failures = [var.account_emails]
}

run "refuses_one_address_for_two_accounts" {
  command = plan

  variables {
    account_emails = {
      security = "AWS+prod@arctiq.example"
      network  = "aws+network@arctiq.example"
      dev      = "aws+dev@arctiq.example"
      staging  = "aws+staging@arctiq.example"
      prod     = "aws+prod@arctiq.example"
      dr       = "aws+dr@arctiq.example"
    }
  }

  expect_failures = [var.account_emails]
}

run "refuses_a_pipeline_role_with_a_wildcard" {
  command = plan

  variables {
    pipeline_role_names = ["*"]
  }

  expect_failures = [var.pipeline_role_names]
}

run "refuses_an_instance_that_is_none" {
  command = plan

  variables {
    sso = {
      instance_arn = "ssoins-1"
      assignments  = { orders = { group_id = "94482488-3041-7011-b1c8-0b1a1a1a1a1a", permission_set = "developer", accounts = ["dev"] } }
    }
  }

  expect_failures = [var.sso]
}

run "refuses_a_group_by_its_name" {
  command = plan

  variables {
    sso = {
      instance_arn = "arn:aws:sso:::instance/ssoins-1234567890abcdef"
      assignments  = { orders = { group_id = "orders", permission_set = "developer", accounts = ["dev"] } }
    }
  }

  expect_failures = [var.sso]
}

run "refuses_an_unknown_permission_set" {
  command = plan

  variables {
    sso = {
      instance_arn = "arn:aws:sso:::instance/ssoins-1234567890abcdef"
      assignments  = { orders = { group_id = "94482488-3041-7011-b1c8-0b1a1a1a1a1a", permission_set = "god", accounts = ["dev"] } }
    }
  }

  expect_failures = [var.sso]
}

run "refuses_an_unknown_account" {
  command = plan

  variables {
    sso = {
      instance_arn = "arn:aws:sso:::instance/ssoins-1234567890abcdef"
      assignments  = { orders = { group_id = "94482488-3041-7011-b1c8-0b1a1a1a1a1a", permission_set = "developer", accounts = ["test"] } }
    }
  }

  expect_failures = [var.sso]
}

run "refuses_developers_in_production" {
  command = plan

  variables {
    sso = {
      instance_arn = "arn:aws:sso:::instance/ssoins-1234567890abcdef"
      assignments  = { orders = { group_id = "94482488-3041-7011-b1c8-0b1a1a1a1a1a", permission_set = "developer", accounts = ["prod"] } }
    }
  }

  expect_failures = [var.sso]
}

run "refuses_a_log_of_a_month" {
  command = plan

  variables {
    trail = { retention_days = 30 }
  }

  expect_failures = [var.trail]
}

run "refuses_an_unknown_lock" {
  command = plan

  variables {
    trail = { lock_mode = "NONE" }
  }

  expect_failures = [var.trail]
}

run "refuses_an_alert_address_that_is_none" {
  command = plan

  variables {
    alert_emails = ["security"]
  }

  expect_failures = [var.alert_emails]
}

run "watch_refuses_a_name_in_capitals" {
  command = plan

  module {
    source = "./modules/iam-watch"
  }

  variables {
    pipeline_role_arns = ["arn:aws:iam::123456789012:role/arctiq-terraform-apply"]
    region             = "us-east-1"
    name               = "Arctiq"
  }

  expect_failures = [var.name]
}

run "watch_refuses_an_account_id_of_eleven_digits" {
  command = plan

  module {
    source = "./modules/iam-watch"
  }

  variables {
    pipeline_role_arns = ["arn:aws:iam::123456789012:role/arctiq-terraform-apply"]
    region             = "us-east-1"
    account_id         = "12345678901"
  }

  expect_failures = [var.account_id]
}

run "watch_refuses_a_region_without_iam_events" {
  command = plan

  module {
    source = "./modules/iam-watch"
  }

  variables {
    pipeline_role_arns = ["arn:aws:iam::123456789012:role/arctiq-terraform-apply"]
    region             = "eu-west-1"

  }

  expect_failures = [var.region]
}

run "watch_refuses_a_role_with_a_wildcard" {
  command = plan

  module {
    source = "./modules/iam-watch"
  }

  variables {
    pipeline_role_arns = ["arn:aws:iam::123456789012:role/*"]
    region             = "us-east-1"
  }

  expect_failures = [var.pipeline_role_arns]
}

run "delegation_refuses_an_account_id_of_eleven_digits" {
  command = plan

  module {
    source = "./modules/guardduty-delegation"
  }

  variables {
    security_account_id = "12345678901"
  }

  expect_failures = [var.security_account_id]
}

run "security_refuses_a_name_in_capitals" {
  command = plan

  module {
    source = "./modules/security-account"
  }

  variables {
    region          = "us-east-1"
    alert_topic_arn = "arn:aws:sns:us-east-1:123456789012:security"
    name            = "Arctiq"
  }

  expect_failures = [var.name]
}

run "security_refuses_a_region_outside_the_list" {
  command = plan

  module {
    source = "./modules/security-account"
  }

  variables {
    region          = "us-west-2"
    alert_topic_arn = "arn:aws:sns:us-west-2:123456789012:security"

  }

  expect_failures = [var.region]
}

run "security_refuses_unused_access_of_years" {
  command = plan

  module {
    source = "./modules/security-account"
  }

  variables {
    region             = "us-east-1"
    alert_topic_arn    = "arn:aws:sns:us-east-1:123456789012:security"
    unused_access_days = 1000
  }

  expect_failures = [var.unused_access_days]
}

run "security_refuses_an_unknown_protection_plan" {
  command = plan

  module {
    source = "./modules/security-account"
  }

  variables {
    region             = "us-east-1"
    alert_topic_arn    = "arn:aws:sns:us-east-1:123456789012:security"
    guardduty_features = ["MAGIC"]
  }

  expect_failures = [var.guardduty_features]
}

run "security_refuses_a_topic_of_another_region" {
  command = plan

  module {
    source = "./modules/security-account"
  }

  variables {
    region          = "eu-west-1"
    alert_topic_arn = "arn:aws:sns:us-east-1:123456789012:security"
  }

  expect_failures = [var.alert_topic_arn]
}
