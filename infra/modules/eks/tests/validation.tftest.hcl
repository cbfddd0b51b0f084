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
  vpc_id                   = "vpc-0a1b2c3d"
  subnet_ids               = ["subnet-0a", "subnet-0b", "subnet-0c"]
  alarm_topic_arn          = "arn:aws:sns:us-east-1:111122223333:arctiq-dev-page"
  permissions_boundary_arn = "arn:aws:iam::111122223333:policy/arctiq-boundary"
  deletion_protection      = false
  tags                     = { team = "platform", service = "eks", environment = "dev", cost_centre = "cc-1001" }
}

run "refuses_a_name_in_capitals" {
  command = plan

  variables {
    name = "Arctiq"
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

run "refuses_a_version_that_nobody_checked" {
  command = plan

  variables {
    kubernetes_version = "1.30"
  }

  expect_failures = [var.kubernetes_version]
}

run "refuses_another_support_type" {
  command = plan

  variables {
    support_type = "FOREVER"
  }

  expect_failures = [var.support_type]
}

run "refuses_a_vpc_that_is_none" {
  command = plan

  variables {
    vpc_id = "network"
  }

  expect_failures = [var.vpc_id]
}

run "refuses_two_subnets" {
  command = plan

  variables {
    subnet_ids = ["subnet-0a", "subnet-0b"]
  }

  expect_failures = [var.subnet_ids]
}

run "refuses_a_service_range_in_the_address_plan" {
  command = plan

  variables {
    service_ipv4_cidr = "10.100.0.0/16"
  }

  expect_failures = [var.service_ipv4_cidr]
}

run "refuses_a_service_range_that_is_too_small" {
  command = plan

  variables {
    service_ipv4_cidr = "172.20.0.0/24"
  }

  expect_failures = [var.service_ipv4_cidr]
}

run "refuses_an_endpoint_open_to_the_world" {
  command = plan

  variables {
    api_client_cidrs = { world = "0.0.0.0/0" }
  }

  expect_failures = [var.api_client_cidrs]
}

run "refuses_a_user_as_principal" {
  command = plan

  variables {
    access_entries = { a = { role_arn = "arn:aws:iam::111122223333:user/a" } }
  }

  expect_failures = [var.access_entries]
}

run "refuses_a_role_that_appears_twice" {
  command = plan

  variables {
    access_entries = { a = { role_arn = "arn:aws:iam::111122223333:role/a" }, b = { role_arn = "arn:aws:iam::111122223333:role/a" } }
  }

  expect_failures = [var.access_entries]
}

run "refuses_an_unknown_access_policy" {
  command = plan

  variables {
    access_entries = { a = { role_arn = "arn:aws:iam::111122223333:role/a", policies = { x = { policy = "Everything" } } } }
  }

  expect_failures = [var.access_entries]
}

run "refuses_a_namespace_scope_without_namespace" {
  command = plan

  variables {
    access_entries = { a = { role_arn = "arn:aws:iam::111122223333:role/a", policies = { x = { policy = "AmazonEKSViewPolicy", scope = "namespace" } } } }
  }

  expect_failures = [var.access_entries]
}

run "refuses_a_missing_addon" {
  command = plan

  variables {
    addons = {
      vpc-cni                = { version = "v1.21.1-eksbuild.1" }
      kube-proxy             = { version = "v1.34.1-eksbuild.2" }
      eks-pod-identity-agent = { version = "v1.3.10-eksbuild.2" }
      coredns                = { version = "v1.12.4-eksbuild.1" }
    }
  }

  expect_failures = [var.addons]
}

run "refuses_an_addon_without_exact_version" {
  command = plan

  variables {
    addons = {
      vpc-cni                = { version = "latest" }
      kube-proxy             = { version = "v1.34.1-eksbuild.2" }
      eks-pod-identity-agent = { version = "v1.3.10-eksbuild.2" }
      coredns                = { version = "v1.12.4-eksbuild.1" }
      aws-ebs-csi-driver     = { version = "v1.54.0-eksbuild.1" }
    }
  }

  expect_failures = [var.addons]
}

run "refuses_kube_proxy_of_another_minor" {
  command = plan

  variables {
    addons = {
      vpc-cni                = { version = "v1.21.1-eksbuild.1" }
      kube-proxy             = { version = "v1.33.5-eksbuild.2" }
      eks-pod-identity-agent = { version = "v1.3.10-eksbuild.2" }
      coredns                = { version = "v1.12.4-eksbuild.1" }
      aws-ebs-csi-driver     = { version = "v1.54.0-eksbuild.1" }
    }
  }

  expect_failures = [var.addons]
}

run "refuses_configuration_that_is_no_json" {
  command = plan

  variables {
    addons = {
      vpc-cni                = { version = "v1.21.1-eksbuild.1" }
      kube-proxy             = { version = "v1.34.1-eksbuild.2" }
      eks-pod-identity-agent = { version = "v1.3.10-eksbuild.2" }
      coredns                = { version = "v1.12.4-eksbuild.1", configuration = "replicas: 3" }
      aws-ebs-csi-driver     = { version = "v1.54.0-eksbuild.1" }
    }
  }

  expect_failures = [var.addons]
}

run "refuses_an_unknown_architecture" {
  command = plan

  variables {
    system_nodes = { architecture = "riscv" }
  }

  expect_failures = [var.system_nodes]
}

run "refuses_types_of_another_architecture" {
  command = plan

  variables {
    system_nodes = { instance_types = ["m7i.large"] }
  }

  expect_failures = [var.system_nodes]
}

run "refuses_a_single_system_node" {
  command = plan

  variables {
    system_nodes = { min_size = 1 }
  }

  expect_failures = [var.system_nodes]
}

run "refuses_a_huge_system_volume" {
  command = plan

  variables {
    system_nodes = { volume_gib = 2000 }
  }

  expect_failures = [var.system_nodes]
}

run "refuses_an_association_without_role" {
  command = plan

  variables {
    pod_identity_associations = { a = { namespace = "a", service_account = "a", role_arn = "a" } }
  }

  expect_failures = [var.pod_identity_associations]
}

run "refuses_a_short_audit_log" {
  command = plan

  variables {
    log_retention_days = 30
  }

  expect_failures = [var.log_retention_days]
}

run "refuses_public_egress_on_every_port" {
  command = plan

  variables {
    node_egress_cidrs = { world = "0.0.0.0/0" }
  }

  expect_failures = [var.node_egress_cidrs]
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
