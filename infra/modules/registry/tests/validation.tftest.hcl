mock_provider "aws" {}

variables {
  name                 = "arctiq"
  account_id           = "123456789012"
  region               = "us-east-1"
  workload_account_ids = { prod = "345678901234" }
  repositories         = { order-service = {} }
  tags = {
    team        = "platform"
    service     = "registry"
    environment = "network"
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

run "refuses_an_unknown_role" {
  command = plan
  variables {
    role = "secondary"
  }
  expect_failures = [var.role]
}

run "refuses_a_service_in_capitals" {
  command = plan
  variables {
    repositories = { OrderService = {} }
  }
  expect_failures = [var.repositories]
}

run "refuses_to_keep_fewer_releases_than_a_rollback_needs" {
  command = plan
  variables {
    repositories = { order-service = { keep_releases = 2 } }
  }
  expect_failures = [var.repositories]
}

run "refuses_a_pushing_role_with_a_wildcard" {
  command = plan
  variables {
    repositories = { order-service = { push_role_arns = ["arn:aws:iam::345678901234:role/*"] } }
  }
  expect_failures = [var.repositories]
}

run "refuses_repositories_in_a_copy" {
  command = plan
  variables {
    role = "replica"
  }
  expect_failures = [var.repositories]
}

run "refuses_to_let_nobody_pull" {
  command = plan
  variables {
    workload_account_ids = {}
  }
  expect_failures = [var.workload_account_ids]
}

run "refuses_a_copy_outside_the_list" {
  command = plan
  variables {
    replication_regions = ["us-west-2"]
  }
  expect_failures = [var.replication_regions]
}

run "refuses_a_copy_onto_itself" {
  command = plan
  variables {
    replication_regions = ["us-east-1"]
  }
  expect_failures = [var.replication_regions]
}

run "refuses_a_mirror_prefix_in_capitals" {
  command = plan
  variables {
    pull_through_cache = { Quay = { upstream = "quay.io" } }
  }
  expect_failures = [var.pull_through_cache]
}

run "refuses_an_upstream_that_nobody_cleared" {
  command = plan
  variables {
    pull_through_cache = { other = { upstream = "registry.example.com" } }
  }
  expect_failures = [var.pull_through_cache]
}

run "refuses_a_mirror_of_docker_hub_without_a_login" {
  command = plan
  variables {
    pull_through_cache = { docker-hub = { upstream = "registry-1.docker.io" } }
  }
  expect_failures = [var.pull_through_cache]
}
