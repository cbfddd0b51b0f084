mock_provider "aws" {}

variables {
  name       = "arctiq-prod"
  account_id = "123456789012"
  region     = "us-east-1"
  secrets = {
    "order-service/database" = {
      description      = "Login of the order database"
      reader_role_arns = ["arn:aws:iam::123456789012:role/arctiq-prod-external-secrets"]
    }
  }
  tags = {
    team        = "platform"
    service     = "secrets"
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

run "refuses_a_key_without_a_service" {
  command = plan
  variables {
    secrets = { "database" = { description = "Login of the order database", reader_role_arns = ["arn:aws:iam::123456789012:role/reader"] } }
  }
  expect_failures = [var.secrets]
}

run "refuses_a_key_that_looks_like_the_suffix_of_aws" {
  command = plan
  variables {
    secrets = { "order-service/api-secret" = { description = "Login of the order database", reader_role_arns = ["arn:aws:iam::123456789012:role/reader"] } }
  }
  expect_failures = [var.secrets]
}

run "refuses_an_empty_description" {
  command = plan
  variables {
    secrets = { "order-service/database" = { description = "", reader_role_arns = ["arn:aws:iam::123456789012:role/reader"] } }
  }
  expect_failures = [var.secrets]
}

run "refuses_a_reader_with_a_wildcard" {
  command = plan
  variables {
    secrets = { "order-service/database" = { description = "Login of the order database", reader_role_arns = ["arn:aws:iam::123456789012:role/*"] } }
  }
  expect_failures = [var.secrets]
}

run "refuses_a_secret_that_nobody_reads" {
  command = plan
  variables {
    secrets = { "order-service/database" = { description = "Login of the order database", reader_role_arns = [] } }
  }
  expect_failures = [var.secrets]
}

run "refuses_to_rotate_once_a_year" {
  command = plan
  variables {
    secrets = { "order-service/database" = {
      description      = "Login of the order database"
      reader_role_arns = ["arn:aws:iam::123456789012:role/reader"]
      rotation = {
        function_arn = "arn:aws:lambda:us-east-1:123456789012:function:rotate"
        role_arn     = "arn:aws:iam::123456789012:role/rotate"
        days         = 365
      }
    } }
  }
  expect_failures = [var.secrets]
}

run "refuses_a_rotation_function_that_is_none" {
  command = plan
  variables {
    secrets = { "order-service/database" = {
      description      = "Login of the order database"
      reader_role_arns = ["arn:aws:iam::123456789012:role/reader"]
      rotation         = { function_arn = "rotate", role_arn = "arn:aws:iam::123456789012:role/rotate" }
    } }
  }
  expect_failures = [var.secrets]
}

run "refuses_a_copy_in_its_own_region" {
  command = plan
  variables {
    replica = { region = "us-east-1", kms_key_arn = "arn:aws:kms:us-east-1:123456789012:key/1" }
  }
  expect_failures = [var.replica]
}

run "refuses_a_copy_under_a_key_elsewhere" {
  command = plan
  variables {
    replica = { region = "eu-west-1", kms_key_arn = "arn:aws:kms:us-east-1:123456789012:key/1" }
  }
  expect_failures = [var.replica]
}

run "refuses_an_administrator_with_a_wildcard" {
  command = plan
  variables {
    administrator_role_arns = ["arn:aws:iam::123456789012:role/*"]
  }
  expect_failures = [var.administrator_role_arns]
}

run "refuses_a_reader_of_copies_with_a_wildcard" {
  command = plan
  variables {
    copy_reader_role_arns = ["arn:aws:iam::123456789012:role/*"]
  }
  expect_failures = [var.copy_reader_role_arns]
}
