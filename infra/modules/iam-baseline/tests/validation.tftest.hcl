mock_provider "aws" {
  mock_resource "aws_kms_key" {
    defaults = { arn = "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555" }
  }
}

variables {
  name                = "arctiq"
  account_id          = "123456789012"
  region              = "us-east-1"
  github_organization = "arctiq"
  terraform = {
    repository = "infrastructure"
    state = {
      bucket_arn  = "arn:aws:s3:::arctiq-terraform-state-123456789012-us-east-1"
      kms_key_arn = "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555"
      prefix      = "prod"
    }
  }
  tags = {
    team        = "platform"
    service     = "iam-baseline"
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

run "refuses_a_region_outside_the_list" {
  command = plan
  variables {
    region = "us-west-2"
  }
  expect_failures = [var.region]
}

run "refuses_an_allowed_region_outside_the_list" {
  command = plan
  variables {
    allowed_regions = ["us-west-2"]
  }
  expect_failures = [var.allowed_regions]
}

run "refuses_an_organisation_with_a_wildcard" {
  command = plan
  variables {
    github_organization = "arctiq*"
  }
  expect_failures = [var.github_organization]
}

run "refuses_a_service_in_capitals" {
  command = plan
  variables {
    services = { OrderService = { repository = "order-service", environments = ["prod"] } }
  }
  expect_failures = [var.services]
}

run "refuses_a_repository_with_a_wildcard" {
  command = plan
  variables {
    services = { order-service = { repository = "*", environments = ["prod"] } }
  }
  expect_failures = [var.services]
}

run "refuses_a_repository_of_another_organisation" {
  command = plan
  variables {
    services = { order-service = { repository = "evil/order-service", environments = ["prod"] } }
  }
  expect_failures = [var.services]
}

run "refuses_an_environment_with_a_wildcard" {
  command = plan
  variables {
    services = { order-service = { repository = "order-service", environments = ["*"] } }
  }
  expect_failures = [var.services]
}

run "refuses_a_service_without_an_environment" {
  command = plan
  variables {
    services = { order-service = { repository = "order-service", environments = [] } }
  }
  expect_failures = [var.services]
}

run "refuses_to_push_everywhere" {
  command = plan
  variables {
    services = { order-service = { repository = "order-service", environments = ["prod"], push_repository_arns = ["arn:aws:ecr:us-east-1:123456789012:repository/*"] } }
  }
  expect_failures = [var.services]
}

run "refuses_all_actions" {
  command = plan
  variables {
    services = { order-service = { repository = "order-service", environments = ["prod"], statements = [{ sid = "All", actions = ["*"], resources = ["arn:aws:s3:::bucket/*"] }] } }
  }
  expect_failures = [var.services]
}

run "refuses_all_resources" {
  command = plan
  variables {
    services = { order-service = { repository = "order-service", environments = ["prod"], statements = [{ sid = "All", actions = ["s3:GetObject"], resources = ["*"] }] } }
  }
  expect_failures = [var.services]
}

run "refuses_iam_in_a_service" {
  command = plan
  variables {
    services = { order-service = { repository = "order-service", environments = ["prod"], statements = [{ sid = "Iam", actions = ["iam:PassRole"], resources = ["arn:aws:iam::123456789012:role/x"] }] } }
  }
  expect_failures = [var.services]
}

run "refuses_a_stack_repository_with_a_wildcard" {
  command = plan
  variables {
    terraform = {
      repository         = "infra*"
      atlantis_role_arns = []
      state = {
        bucket_arn  = "arn:aws:s3:::state"
        kms_key_arn = "arn:aws:kms:us-east-1:123456789012:key/1"
        prefix      = "prod"
      }
    }
  }
  expect_failures = [var.terraform]
}

run "refuses_an_atlantis_role_with_a_wildcard" {
  command = plan
  variables {
    terraform = {
      repository         = "infrastructure"
      atlantis_role_arns = ["arn:aws:iam::210987654321:role/*"]
      state = {
        bucket_arn  = "arn:aws:s3:::state"
        kms_key_arn = "arn:aws:kms:us-east-1:123456789012:key/1"
        prefix      = "prod"
      }
    }
  }
  expect_failures = [var.terraform]
}

run "refuses_a_state_bucket_that_is_no_arn" {
  command = plan
  variables {
    terraform = {
      repository         = "infrastructure"
      atlantis_role_arns = []
      state = {
        bucket_arn  = "state"
        kms_key_arn = "arn:aws:kms:us-east-1:123456789012:key/1"
        prefix      = "prod"
      }
    }
  }
  expect_failures = [var.terraform]
}

run "refuses_a_state_prefix_with_a_wildcard" {
  command = plan
  variables {
    terraform = {
      repository         = "infrastructure"
      atlantis_role_arns = []
      state = {
        bucket_arn  = "arn:aws:s3:::state"
        kms_key_arn = "arn:aws:kms:us-east-1:123456789012:key/1"
        prefix      = "*"
      }
    }
  }
  expect_failures = [var.terraform]
}

run "defaults_refuse_a_name_in_capitals" {
  command = plan

  module {
    source = "./modules/region-defaults"
  }

  variables {
    name = "Arctiq"
  }

  expect_failures = [var.name]
}

run "defaults_refuse_an_account_id_of_eleven_digits" {
  command = plan

  module {
    source = "./modules/region-defaults"
  }

  variables {
    account_id = "12345678901"
  }

  expect_failures = [var.account_id]
}

run "defaults_refuse_a_region_outside_the_list" {
  command = plan

  module {
    source = "./modules/region-defaults"
  }

  variables {
    region = "us-west-2"
  }

  expect_failures = [var.region]
}
