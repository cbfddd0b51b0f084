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

  mock_resource "aws_sqs_queue" {
    defaults = { arn = "arn:aws:sqs:us-east-1:111122223333:mock", url = "https://sqs.us-east-1.amazonaws.com/111122223333/mock" }
  }

  mock_resource "aws_cloudwatch_event_rule" {
    defaults = { arn = "arn:aws:events:us-east-1:111122223333:rule/mock" }
  }

  mock_resource "aws_iam_instance_profile" {
    defaults = { arn = "arn:aws:iam::111122223333:instance-profile/mock" }
  }
}

variables {
  cluster_name             = "arctiq-dev-us-east-1"
  region                   = "us-east-1"
  volume_kms_key_arn       = "arn:aws:kms:us-east-1:111122223333:key/volumes"
  alarm_topic_arn          = "arn:aws:sns:us-east-1:111122223333:arctiq-dev-page"
  permissions_boundary_arn = "arn:aws:iam::111122223333:policy/arctiq-boundary"
  tags                     = { team = "platform", service = "karpenter", environment = "dev", cost_centre = "cc-1001" }
}

run "refuses_a_name_that_is_no_cluster" {
  command = plan

  variables {
    cluster_name = "Main"
  }

  expect_failures = [var.cluster_name]
}

run "refuses_a_region_outside_the_list" {
  command = plan

  variables {
    region = "us-west-2"
  }

  expect_failures = [var.region]
}

run "refuses_volumes_without_key" {
  command = plan

  variables {
    volume_kms_key_arn = "none"
  }

  expect_failures = [var.volume_kms_key_arn]
}

run "refuses_a_bad_namespace" {
  command = plan

  variables {
    namespace = "Kube System"
  }

  expect_failures = [var.namespace]
}

run "refuses_a_bad_service_account" {
  command = plan

  variables {
    service_account = "Karpenter"
  }

  expect_failures = [var.service_account]
}

run "refuses_profiles_without_the_environment" {
  command = plan

  variables {
    profiles = {
      prod = {
        size              = "small"
        spot_percent      = 85
        consolidate_after = "30s"
        instance_sizes    = ["medium", "large", "xlarge"]
        architectures     = ["arm64"]
        cpu_limit         = 2000
        memory_limit_gib  = 8000
      }
    }
  }

  expect_failures = [var.profiles]
}

run "refuses_a_spot_share_above_100" {
  command = plan

  variables {
    profiles = {
      dev = {
        size              = "small"
        spot_percent      = 120
        consolidate_after = "30s"
        instance_sizes    = ["medium", "large", "xlarge"]
        architectures     = ["arm64"]
        cpu_limit         = 200
        memory_limit_gib  = 800
      }
    }
  }

  expect_failures = [var.profiles]
}

run "refuses_a_node_pool_above_its_cpu_limit" {
  command = plan

  variables {
    profiles = {
      dev = {
        size              = "small"
        spot_percent      = 85
        consolidate_after = "30s"
        instance_sizes    = ["medium", "large", "xlarge"]
        architectures     = ["arm64"]
        cpu_limit         = 401
        memory_limit_gib  = 800
      }
    }
  }

  expect_failures = [var.profiles]
}

run "refuses_a_node_pool_above_its_memory_limit" {
  command = plan

  variables {
    profiles = {
      dev = {
        size              = "small"
        spot_percent      = 85
        consolidate_after = "30s"
        instance_sizes    = ["medium", "large", "xlarge"]
        architectures     = ["arm64"]
        cpu_limit         = 200
        memory_limit_gib  = 1601
      }
    }
  }

  expect_failures = [var.profiles]
}

run "refuses_consolidation_after_five_seconds" {
  command = plan

  variables {
    profiles = {
      dev = {
        size              = "small"
        spot_percent      = 85
        consolidate_after = "5s"
        instance_sizes    = ["medium", "large", "xlarge"]
        architectures     = ["arm64"]
        cpu_limit         = 200
        memory_limit_gib  = 800
      }
    }
  }

  expect_failures = [var.profiles]
}

run "refuses_an_unknown_architecture" {
  command = plan

  variables {
    profiles = {
      dev = {
        size              = "small"
        spot_percent      = 85
        consolidate_after = "30s"
        instance_sizes    = ["medium", "large", "xlarge"]
        architectures     = ["riscv"]
        cpu_limit         = 200
        memory_limit_gib  = 800
      }
    }
  }

  expect_failures = [var.profiles]
}

run "refuses_two_instance_sizes" {
  command = plan

  variables {
    profiles = {
      dev = {
        size              = "small"
        spot_percent      = 85
        consolidate_after = "30s"
        instance_sizes    = ["large", "xlarge"]
        architectures     = ["arm64"]
        cpu_limit         = 200
        memory_limit_gib  = 800
      }
    }
  }

  expect_failures = [var.profiles]
}

run "refuses_an_unknown_size" {
  command = plan

  variables {
    profiles = {
      dev = {
        size              = "huge"
        spot_percent      = 85
        consolidate_after = "30s"
        instance_sizes    = ["medium", "large", "xlarge"]
        architectures     = ["arm64"]
        cpu_limit         = 200
        memory_limit_gib  = 800
      }
    }
  }

  expect_failures = [var.profiles]
}

run "refuses_alarms_that_tell_nobody" {
  command = plan

  variables {
    alarm_topic_arn = "none"
  }

  expect_failures = [var.alarm_topic_arn]
}

run "refuses_roles_without_boundary" {
  command = plan

  variables {
    permissions_boundary_arn = ""
  }

  expect_failures = [var.permissions_boundary_arn]
}
