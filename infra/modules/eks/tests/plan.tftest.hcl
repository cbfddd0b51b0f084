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

  mock_resource "aws_launch_template" {
    defaults = { id = "lt-0a1b2c3d4e5f60718" }
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

run "is_private_encrypted_and_logged" {
  command = apply

  assert {
    condition     = aws_eks_cluster.this.vpc_config[0].endpoint_private_access && !aws_eks_cluster.this.vpc_config[0].endpoint_public_access
    error_message = "The API server must have a private endpoint and no public one."
  }

  assert {
    condition     = aws_eks_cluster.this.encryption_config[0].resources == toset(["secrets"]) && aws_eks_cluster.this.encryption_config[0].provider[0].key_arn == aws_kms_key.this.arn
    error_message = "Kubernetes secrets must be encrypted with the key of the module."
  }

  assert {
    condition     = aws_eks_cluster.this.enabled_cluster_log_types == toset(["api", "audit", "authenticator", "controllerManager", "scheduler"])
    error_message = "All five logs of the control plane must be on."
  }

  assert {
    condition     = aws_cloudwatch_log_group.this.kms_key_id == aws_kms_key.this.arn && aws_cloudwatch_log_group.this.retention_in_days >= 365
    error_message = "The log group must be encrypted and keep 12 months."
  }

  assert {
    condition     = aws_kms_key.this.enable_key_rotation && aws_kms_key.this.deletion_window_in_days == 30
    error_message = "The key must rotate and take 30 days to delete."
  }

  assert {
    condition     = aws_eks_cluster.this.access_config[0].authentication_mode == "API" && !aws_eks_cluster.this.access_config[0].bootstrap_cluster_creator_admin_permissions
    error_message = "Access must come from access entries only."
  }

  assert {
    condition     = aws_eks_cluster.this.zonal_shift_config[0].enabled && aws_eks_cluster.this.upgrade_policy[0].support_type == "STANDARD"
    error_message = "Zonal shift must be on, and support standard unless asked otherwise."
  }

  assert {
    condition     = !aws_eks_cluster.this.bootstrap_self_managed_addons
    error_message = "EKS must not install add-ons without a pinned version."
  }
}

run "system_nodes_are_hardened" {
  command = apply

  assert {
    condition     = aws_launch_template.system.metadata_options[0].http_tokens == "required" && aws_launch_template.system.metadata_options[0].http_put_response_hop_limit == 1
    error_message = "Pods must not reach the credentials of their node."
  }

  assert {
    condition     = alltrue([for disk in aws_launch_template.system.block_device_mappings : tobool(disk.ebs[0].encrypted) && disk.ebs[0].kms_key_id == aws_kms_key.this.arn])
    error_message = "Every volume of a node must be encrypted with the key of the module."
  }

  assert {
    condition     = aws_eks_node_group.system.ami_type == "BOTTLEROCKET_ARM_64" && aws_eks_node_group.system.capacity_type == "ON_DEMAND"
    error_message = "System nodes must run Bottlerocket, on demand."
  }

  assert {
    condition     = toset([for spec in aws_launch_template.system.tag_specifications : spec.resource_type]) == toset(["instance", "volume", "network-interface"]) && alltrue([for spec in aws_launch_template.system.tag_specifications : try(spec.tags["cost-centre"] == "cc-1001", false)])
    error_message = "What Auto Scaling starts must carry the tags."
  }

  assert {
    condition     = toset(keys(aws_iam_role_policy_attachment.node)) == toset(["AmazonEKSWorkerNodePolicy", "AmazonEC2ContainerRegistryPullOnly"])
    error_message = "The role of nodes must join and pull, nothing else."
  }

  assert {
    condition     = one(aws_eks_node_group.system.taint).key == "CriticalAddonsOnly"
    error_message = "System nodes must be tainted."
  }
}

run "addons_are_pinned_and_have_their_own_roles" {
  command = apply

  variables {
    addons = {
      vpc-cni                = { version = "v1.21.1-eksbuild.1" }
      kube-proxy             = { version = "v1.34.1-eksbuild.2" }
      eks-pod-identity-agent = { version = "v1.3.10-eksbuild.2" }
      coredns                = { version = "v1.12.4-eksbuild.1", configuration = "{\"replicaCount\": 4}" }
      aws-ebs-csi-driver     = { version = "v1.54.0-eksbuild.1" }
    }
  }

  assert {
    condition     = toset(keys(aws_eks_addon.before_nodes)) == toset(["vpc-cni", "kube-proxy", "eks-pod-identity-agent"]) && toset(keys(aws_eks_addon.after_nodes)) == toset(["coredns", "aws-ebs-csi-driver"])
    error_message = "The network add-ons come before the nodes, the others after."
  }

  assert {
    condition     = jsondecode(aws_eks_addon.before_nodes["vpc-cni"].configuration_values).env.ENABLE_PREFIX_DELEGATION == "true"
    error_message = "Prefix delegation must be on: without it a node has too few addresses."
  }

  assert {
    condition     = jsondecode(aws_eks_addon.after_nodes["coredns"].configuration_values).replicaCount == 4 && jsondecode(aws_eks_addon.after_nodes["coredns"].configuration_values).autoScaling.enabled
    error_message = "Configuration of the caller must be laid over that of the module."
  }

  assert {
    condition     = jsondecode(aws_eks_addon.after_nodes["aws-ebs-csi-driver"].configuration_values).controller.extraVolumeTags["cost-centre"] == "cc-1001"
    error_message = "Volumes that the CSI driver makes must carry the tags."
  }

  assert {
    condition     = length(aws_eks_addon.before_nodes["vpc-cni"].pod_identity_association) == 1 && length(aws_eks_addon.after_nodes["aws-ebs-csi-driver"].pod_identity_association) == 1
    error_message = "Add-ons that call AWS must have a role of their own."
  }
}

run "nobody_from_outside_comes_in" {
  command = plan

  variables {
    api_client_security_groups = { atlantis = "sg-0a1b2c3d" }
    api_client_cidrs           = { vpn = "10.0.0.0/16" }
    access_entries = {
      platform = {
        role_arn = "arn:aws:iam::111122223333:role/platform"
        policies = { admin = { policy = "AmazonEKSClusterAdminPolicy" } }
      }
      payments = {
        role_arn = "arn:aws:iam::111122223333:role/payments"
        policies = { edit = { policy = "AmazonEKSEditPolicy", scope = "namespace", namespaces = ["payments"] } }
      }
    }
    pod_identity_associations = {
      external-dns = { namespace = "external-dns", service_account = "external-dns", role_arn = "arn:aws:iam::111122223333:role/external-dns" }
    }
  }

  assert {
    condition     = alltrue([for rule in [aws_vpc_security_group_ingress_rule.cluster_from_node, aws_vpc_security_group_ingress_rule.node_from_node] : rule.cidr_ipv4 == null && rule.cidr_ipv6 == null])
    error_message = "Ingress rules must name security groups."
  }

  assert {
    condition     = alltrue([for rule in concat(values(aws_vpc_security_group_ingress_rule.cluster_from_group), values(aws_vpc_security_group_ingress_rule.node_from_cluster)) : rule.cidr_ipv4 == null && rule.cidr_ipv6 == null])
    error_message = "Ingress rules must name security groups."
  }

  assert {
    condition     = alltrue([for rule in aws_vpc_security_group_ingress_rule.cluster_from_cidr : startswith(rule.cidr_ipv4, "10.") && rule.from_port == 443])
    error_message = "The endpoint must be open to private ranges on 443 only."
  }

  assert {
    condition     = aws_vpc_security_group_egress_rule.node_to_world.from_port == 443 && aws_vpc_security_group_egress_rule.node_to_world.to_port == 443
    error_message = "Nodes must speak nothing but HTTPS to the world."
  }

  assert {
    condition     = aws_eks_access_policy_association.this["payments/edit"].access_scope[0].type == "namespace" && aws_eks_access_policy_association.this["payments/edit"].access_scope[0].namespaces == toset(["payments"])
    error_message = "A team must get its own namespace only."
  }

  assert {
    condition     = aws_eks_access_policy_association.this["platform/admin"].access_scope[0].type == "cluster"
    error_message = "The platform team administers the cluster."
  }
}

run "everything_is_tagged_bounded_and_watched" {
  command = plan

  variables {
    api_client_security_groups = { atlantis = "sg-0a1b2c3d" }
    api_client_cidrs           = { vpn = "10.0.0.0/16" }
    access_entries = {
      platform = {
        role_arn = "arn:aws:iam::111122223333:role/platform"
        policies = { admin = { policy = "AmazonEKSClusterAdminPolicy" } }
      }
      payments = {
        role_arn = "arn:aws:iam::111122223333:role/payments"
        policies = { edit = { policy = "AmazonEKSEditPolicy", scope = "namespace", namespaces = ["payments"] } }
      }
    }
    pod_identity_associations = {
      external-dns = { namespace = "external-dns", service_account = "external-dns", role_arn = "arn:aws:iam::111122223333:role/external-dns" }
    }
  }

  assert {
    condition = alltrue([for tags in concat(
      [
        aws_eks_cluster.this.tags, aws_iam_role.cluster.tags, aws_iam_role.node.tags, aws_cloudwatch_log_group.this.tags,
        aws_kms_key.this.tags, aws_security_group.cluster.tags, aws_security_group.node.tags, aws_eks_node_group.system.tags,
        aws_launch_template.system.tags, aws_vpc_security_group_ingress_rule.cluster_from_node.tags,
        aws_vpc_security_group_ingress_rule.node_from_node.tags, aws_vpc_security_group_egress_rule.node_to_world.tags,
      ],
      [for r in aws_iam_role.addon : r.tags],
      [for r in aws_eks_addon.before_nodes : r.tags],
      [for r in aws_eks_addon.after_nodes : r.tags],
      [for r in aws_eks_access_entry.this : r.tags],
      [for r in aws_eks_pod_identity_association.this : r.tags],
      [for r in aws_vpc_security_group_ingress_rule.cluster_from_group : r.tags],
      [for r in aws_vpc_security_group_ingress_rule.cluster_from_cidr : r.tags],
      [for r in aws_vpc_security_group_ingress_rule.node_from_cluster : r.tags],
      [for r in aws_vpc_security_group_egress_rule.cluster_to_node : r.tags],
      [for r in aws_vpc_security_group_egress_rule.node_to_private : r.tags],
      [for r in aws_cloudwatch_metric_alarm.this : r.tags],
    ) : try(tags["team"] == "platform" && tags["cost-centre"] == "cc-1001" && tags["module"] == "eks", false)])
    error_message = "Every resource must carry team, service, environment and cost centre."
  }

  assert {
    condition     = alltrue([for role in concat([aws_iam_role.cluster, aws_iam_role.node], values(aws_iam_role.addon)) : role.permissions_boundary == var.permissions_boundary_arn])
    error_message = "Every role must carry the permissions boundary."
  }

  assert {
    condition     = alltrue([for alarm in aws_cloudwatch_metric_alarm.this : alarm.alarm_actions == toset([var.alarm_topic_arn]) && alarm.ok_actions == toset([var.alarm_topic_arn])])
    error_message = "Every alarm must tell the topic, and tell when it is over."
  }
}

run "protection_is_on_unless_switched_off" {
  command = plan

  variables {
    deletion_protection = true
  }

  assert {
    condition     = terraform_data.deletion_guard.input.protected
    error_message = "A cluster must be protected against deletion by default."
  }
}
