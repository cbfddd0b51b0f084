mock_provider "aws" {}

variables {
  name                    = "arctiq-terraform-state"
  account_id              = "123456789012"
  region                  = "us-east-1"
  administrator_role_arns = ["arn:aws:iam::123456789012:role/arctiq-break-glass"]
  stacks                  = { prod = { writer_role_arns = ["arn:aws:iam::345678901234:role/arctiq-terraform-apply"] } }
  tags = {
    team        = "platform"
    service     = "terraform-state"
    environment = "management"
    cost_centre = "cc-1000"
  }
}

run "refuses_a_name_in_capitals" {
  command = plan
  variables {
    name = "Arctiq_State"
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

run "refuses_a_prefix_with_a_wildcard" {
  command = plan
  variables {
    stacks = { "prod*" = { writer_role_arns = ["arn:aws:iam::345678901234:role/arctiq-terraform-apply"] } }
  }
  expect_failures = [var.stacks]
}

run "refuses_a_prefix_within_another" {
  command = plan
  variables {
    stacks = {
      "prod"           = { writer_role_arns = ["arn:aws:iam::345678901234:role/arctiq-terraform-apply"] }
      "prod/us-east-1" = { writer_role_arns = ["arn:aws:iam::345678901234:role/other"] }
    }
  }
  expect_failures = [var.stacks]
}

run "refuses_a_role_with_a_wildcard" {
  command = plan
  variables {
    stacks = { prod = { writer_role_arns = ["arn:aws:iam::345678901234:role/arctiq-*"] } }
  }
  expect_failures = [var.stacks]
}

run "refuses_to_have_no_administrator" {
  command = plan
  variables {
    administrator_role_arns = []
  }
  expect_failures = [var.administrator_role_arns]
}

run "refuses_to_forget_old_versions_after_a_week" {
  command = plan
  variables {
    old_versions = { keep_days = 7 }
  }
  expect_failures = [var.old_versions]
}

run "refuses_an_access_log_of_a_month" {
  command = plan
  variables {
    access_log_days = 30
  }
  expect_failures = [var.access_log_days]
}

run "refuses_a_copy_without_a_key" {
  command = plan
  variables {
    replication = { bucket_arn = "arn:aws:s3:::copy", kms_key_arn = "alias/aws/s3" }
  }
  expect_failures = [var.replication]
}

run "refuses_a_copy_in_the_same_region" {
  command = plan
  variables {
    replication = { bucket_arn = "arn:aws:s3:::copy", kms_key_arn = "arn:aws:kms:us-east-1:123456789012:key/66666666-2222-3333-4444-555555555555" }
  }
  expect_failures = [var.replication]
}
