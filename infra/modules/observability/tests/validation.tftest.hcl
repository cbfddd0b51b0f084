mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = { account_id = "111122223333" }
  }

  mock_data "aws_partition" {
    defaults = { partition = "aws" }
  }

  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::111122223333:role/mock" }
  }

  mock_resource "aws_iam_policy" {
    defaults = { arn = "arn:aws:iam::111122223333:policy/mock" }
  }

  mock_resource "aws_kms_key" {
    defaults = { arn = "arn:aws:kms:us-east-1:111122223333:key/mock" }
  }

  mock_resource "aws_sns_topic" {
    defaults = { arn = "arn:aws:sns:us-east-1:111122223333:mock" }
  }

  mock_resource "aws_s3_bucket" {
    defaults = { arn = "arn:aws:s3:::mock" }
  }
}

variables {
  name                     = "arctiq-dev-us-east-1"
  region                   = "us-east-1"
  cluster_names            = { main = "arctiq-dev-us-east-1", batch = "arctiq-dev-us-east-1-batch" }
  permissions_boundary_arn = "arn:aws:iam::111122223333:policy/arctiq-boundary"
  tags                     = { team = "platform", service = "observability", environment = "dev", cost_centre = "cc-1001" }
}

run "refuses_a_name_with_two_hyphens" {
  command = plan

  variables {
    name = "arctiq--dev"
  }

  expect_failures = [var.name]
}

run "refuses_a_region_outside_the_list" {
  command = plan

  variables {
    region = "us-west-2"
  }

  expect_failures = [var.region]
}

run "refuses_no_cluster" {
  command = plan

  variables {
    cluster_names = {}
  }

  expect_failures = [var.cluster_names]
}

run "refuses_one_service_account_for_two_clients" {
  command = plan

  variables {
    service_accounts = { tempo = { namespace = "loki", service_account = "loki" } }
  }

  expect_failures = [var.service_accounts]
}

run "refuses_logs_for_a_year" {
  command = plan

  variables {
    retention_days = { logs = 365 }
  }

  expect_failures = [var.retention_days]
}

run "refuses_traces_for_a_day" {
  command = plan

  variables {
    retention_days = { traces = 1 }
  }

  expect_failures = [var.retention_days]
}

run "refuses_metrics_shorter_than_the_backfill" {
  command = plan

  variables {
    retention_days = { metrics = 30 }
  }

  expect_failures = [var.retention_days]
}

run "refuses_a_retention_that_cloudwatch_has_not" {
  command = plan

  variables {
    log_groups = { audit = 400, other = 45 }
  }

  expect_failures = [var.log_groups]
}

run "refuses_a_missing_audit_log" {
  command = plan

  variables {
    log_groups = { other = 30 }
  }

  expect_failures = [var.log_groups]
}

run "refuses_an_unknown_topic" {
  command = plan

  variables {
    subscriptions = { a = { topic = "info", protocol = "https", endpoint = "https://example.org" } }
  }

  expect_failures = [var.subscriptions]
}

run "refuses_mail" {
  command = plan

  variables {
    subscriptions = { a = { topic = "page", protocol = "email", endpoint = "a@example.org" } }
  }

  expect_failures = [var.subscriptions]
}

run "refuses_roles_without_boundary" {
  command = plan

  variables {
    permissions_boundary_arn = ""
  }

  expect_failures = [var.permissions_boundary_arn]
}
