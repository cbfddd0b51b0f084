mock_provider "google" {}

variables {
  name             = "arctiq-dev-analytics"
  project_id       = "arctiq-analytics-dev"
  project_number   = "123456789012"
  region           = "us-east4"
  aws_account_id   = "111122223333"
  aws_writer_roles = ["arctiq-dev-msk-connect"]
  github_owner_id  = "1234567"
  github_deployers = { clickstream = "arctiq/clickstream-job" }
  tags             = { team = "data", service = "clickstream", environment = "dev", cost_centre = "cc-1001" }
}

run "refuses_a_long_name" {
  command = plan

  variables {
    name = "arctiq-production-analytics-cluster"
  }

  expect_failures = [var.name]
}

run "refuses_a_project_that_is_none" {
  command = plan

  variables {
    project_id = "Arctiq Analytics"
  }

  expect_failures = [var.project_id]
}

run "refuses_a_project_number_with_letters" {
  command = plan

  variables {
    project_number = "arctiq"
  }

  expect_failures = [var.project_number]
}

run "refuses_a_region_outside_the_list" {
  command = plan

  variables {
    region = "us-west1"
  }

  expect_failures = [var.region]
}

run "refuses_a_subnet_in_the_address_plan" {
  command = plan

  variables {
    subnet_cidr = "10.200.0.0/22"
  }

  expect_failures = [var.subnet_cidr]
}

run "refuses_a_subnet_that_is_too_small" {
  command = plan

  variables {
    subnet_cidr = "172.16.0.0/29"
  }

  expect_failures = [var.subnet_cidr]
}

run "refuses_an_image_without_version" {
  command = plan

  variables {
    cluster = { image_version = "latest" }
  }

  expect_failures = [var.cluster]
}

run "refuses_a_single_worker" {
  command = plan

  variables {
    cluster = { min_workers = 1 }
  }

  expect_failures = [var.cluster]
}

run "refuses_a_cluster_above_its_limit" {
  command = plan

  variables {
    cluster = { max_workers = 30, max_secondary_workers = 30 }
  }

  expect_failures = [var.cluster]
}

run "refuses_huge_disks" {
  command = plan

  variables {
    cluster = { disk_gb = 5000 }
  }

  expect_failures = [var.cluster]
}

run "refuses_raw_events_for_a_year" {
  command = plan

  variables {
    retention_days = { raw = 365 }
  }

  expect_failures = [var.retention_days]
}

run "refuses_temporary_files_for_a_month" {
  command = plan

  variables {
    retention_days = { temp = 30 }
  }

  expect_failures = [var.retention_days]
}

run "refuses_an_account_that_is_none" {
  command = plan

  variables {
    aws_account_id = "prod"
  }

  expect_failures = [var.aws_account_id]
}

run "refuses_an_arn_as_role_name" {
  command = plan

  variables {
    aws_writer_roles = ["arn:aws:iam::111122223333:role/a"]
  }

  expect_failures = [var.aws_writer_roles]
}

run "refuses_every_repository" {
  command = plan

  variables {
    github_deployers = { all = "*" }
  }

  expect_failures = [var.github_deployers]
}

run "refuses_an_owner_by_name" {
  command = plan

  variables {
    github_owner_id = "arctiq"
  }

  expect_failures = [var.github_owner_id]
}
