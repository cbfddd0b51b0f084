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

  mock_resource "aws_secretsmanager_secret" {
    defaults = { arn = "arn:aws:secretsmanager:us-east-1:111122223333:secret:mock" }
  }

  mock_resource "aws_acm_certificate" {
    defaults = {
      arn = "arn:aws:acm:us-east-1:111122223333:certificate/mock"
      domain_validation_options = [
        { domain_name = "portal.arctiq.io", resource_record_name = "_a.portal.arctiq.io", resource_record_type = "CNAME", resource_record_value = "_a.acm.aws" },
        { domain_name = "portal-us-east-1.arctiq.io", resource_record_name = "_b.portal-us-east-1.arctiq.io", resource_record_type = "CNAME", resource_record_value = "_b.acm.aws" },
      ]
    }
  }
}

variables {
  name                      = "arctiq-prod-us-east-1-portal"
  account_id                = "111122223333"
  region                    = "us-east-1"
  cluster_name              = "arctiq-prod-us-east-1"
  node_security_group_id    = "sg-0a1b2c3d"
  domain_name               = "portal.arctiq.io"
  hosted_zone_id            = "Z0123456789ABCDEFGHIJ"
  ingress_hostname          = "ingress.prod-us-east-1.arctiq.io"
  external_secrets_role_arn = "arn:aws:iam::111122223333:role/external-secrets"
  permissions_boundary_arn  = "arn:aws:iam::111122223333:policy/arctiq-boundary"
  tags                      = { team = "platform", service = "portal", environment = "prod", cost_centre = "cc-1001" }

  database = {
    endpoint          = "arctiq-prod-portal.cluster-abc.us-east-1.rds.amazonaws.com"
    security_group_id = "sg-0d1e2f3a"
    secret_arn        = "arn:aws:secretsmanager:us-east-1:111122223333:secret:master"
  }
}

run "refuses_a_name_with_two_hyphens" {
  command = plan

  variables {
    name = "arctiq--portal"
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

run "refuses_an_unknown_role" {
  command = plan

  variables {
    role = "third"
  }

  expect_failures = [var.role]
}

run "refuses_a_cluster_that_is_none" {
  command = plan

  variables {
    cluster_name = "Main"
  }

  expect_failures = [var.cluster_name]
}

run "refuses_a_bad_namespace" {
  command = plan

  variables {
    namespace = "Portal Prod"
  }

  expect_failures = [var.namespace]
}

run "refuses_a_bad_service_account" {
  command = plan

  variables {
    service_account = "Portal"
  }

  expect_failures = [var.service_account]
}

run "refuses_a_publisher_of_everything" {
  command = plan

  variables {
    techdocs_publishers = { a = { role_name = "a", prefixes = ["*"] } }
  }

  expect_failures = [var.techdocs_publishers]
}

run "refuses_a_publisher_of_nothing" {
  command = plan

  variables {
    techdocs_publishers = { a = { role_name = "a", prefixes = [] } }
  }

  expect_failures = [var.techdocs_publishers]
}

run "refuses_a_security_group_that_is_none" {
  command = plan

  variables {
    node_security_group_id = "nodes"
  }

  expect_failures = [var.node_security_group_id]
}

run "refuses_a_database_elsewhere" {
  command = plan

  variables {
    database = { endpoint = "db.example.org", security_group_id = "sg-0d1e2f3a", secret_arn = "arn:aws:secretsmanager:us-east-1:111122223333:secret:master" }
  }

  expect_failures = [var.database]
}

run "refuses_a_database_without_security_group" {
  command = plan

  variables {
    database = { endpoint = "arctiq.cluster-abc.us-east-1.rds.amazonaws.com", security_group_id = "none", secret_arn = "arn:aws:secretsmanager:us-east-1:111122223333:secret:master" }
  }

  expect_failures = [var.database]
}

run "refuses_a_short_host_name" {
  command = plan

  variables {
    domain_name = "portal"
  }

  expect_failures = [var.domain_name]
}

run "refuses_a_zone_that_is_none" {
  command = plan

  variables {
    hosted_zone_id = "arctiq.io"
  }

  expect_failures = [var.hosted_zone_id]
}

run "refuses_a_name_that_points_at_itself" {
  command = plan

  variables {
    ingress_hostname = "portal.arctiq.io"
  }

  expect_failures = [var.ingress_hostname]
}

run "refuses_a_path_without_slash" {
  command = plan

  variables {
    health_check = { path = "health" }
  }

  expect_failures = [var.health_check]
}

run "refuses_an_interval_that_route_53_has_not" {
  command = plan

  variables {
    health_check = { interval_seconds = 20 }
  }

  expect_failures = [var.health_check]
}

run "refuses_evidence_for_a_month" {
  command = plan

  variables {
    evidence_retention_days = 30
  }

  expect_failures = [var.evidence_retention_days]
}

run "refuses_an_account_that_is_none" {
  command = plan

  variables {
    account_id = "prod"
  }

  expect_failures = [var.account_id]
}

run "refuses_every_role_as_reader" {
  command = plan

  variables {
    external_secrets_role_arn = "arn:aws:iam::111122223333:role/*"
  }

  expect_failures = [var.external_secrets_role_arn]
}

run "refuses_copies_made_by_a_secondary" {
  command = plan

  variables {
    role            = "secondary"
    secrets_replica = { region = "eu-west-1", kms_key_arn = "arn:aws:kms:eu-west-1:111122223333:key/a" }
  }

  expect_failures = [var.secrets_replica]
}

run "refuses_roles_without_boundary" {
  command = plan

  variables {
    permissions_boundary_arn = ""
  }

  expect_failures = [var.permissions_boundary_arn]
}

run "alarm_refuses_a_topic_of_another_region" {
  command = plan

  module {
    source = "./modules/readiness-alarm"
  }

  variables {
    health_check_id = "check"
    alarm_topic_arn = "arn:aws:sns:eu-west-1:111122223333:a"
  }

  expect_failures = [var.alarm_topic_arn]
}

run "alarm_refuses_a_bad_name" {
  command = plan

  module {
    source = "./modules/readiness-alarm"
  }

  variables {
    health_check_id = "check"
    alarm_topic_arn = "arn:aws:sns:us-east-1:111122223333:a"
    name            = "Portal"
  }

  expect_failures = [var.name]
}
