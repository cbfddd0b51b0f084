data "aws_caller_identity" "current" {}
data "aws_partition" "current" {}

module "tags" {
  source = "../tags"
  module = "eks"
  values = var.tags
}

locals {
  account_id = data.aws_caller_identity.current.account_id
  arn_prefix = "arn:${data.aws_partition.current.partition}"
  log_group  = "/aws/eks/${var.name}/cluster"
}

resource "aws_eks_cluster" "this" {
  name     = var.name
  version  = var.kubernetes_version
  role_arn = aws_iam_role.cluster.arn

  # All five: the audit log is evidence, the others explain an incident.
  enabled_cluster_log_types = ["api", "audit", "authenticator", "controllerManager", "scheduler"]

  # The add-ons below are the only ones. What EKS would install by itself has no
  # pinned version and cannot be taken over later.
  bootstrap_self_managed_addons = false

  vpc_config {
    subnet_ids              = var.subnet_ids
    security_group_ids      = [aws_security_group.cluster.id]
    endpoint_private_access = true
    endpoint_public_access  = false
  }

  kubernetes_network_config {
    service_ipv4_cidr = var.service_ipv4_cidr
  }

  encryption_config {
    resources = ["secrets"]

    provider {
      key_arn = aws_kms_key.this.arn
    }
  }

  access_config {
    authentication_mode                         = "API"
    bootstrap_cluster_creator_admin_permissions = false
  }

  upgrade_policy {
    support_type = var.support_type
  }

  # Lets an operator (or AWS) move traffic away from a zone in trouble.
  zonal_shift_config {
    enabled = true
  }

  tags = module.tags.all

  depends_on = [
    aws_cloudwatch_log_group.this,
    aws_iam_role_policy_attachment.cluster,
  ]
}

resource "aws_iam_role" "cluster" {
  name                 = "${var.name}-cluster"
  description          = "Control plane of ${var.name}"
  permissions_boundary = var.permissions_boundary_arn

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "eks.amazonaws.com" }
      Action    = ["sts:AssumeRole", "sts:TagSession"]
    }]
  })

  tags = module.tags.all
}

resource "aws_iam_role_policy_attachment" "cluster" {
  role       = aws_iam_role.cluster.name
  policy_arn = "${local.arn_prefix}:iam::aws:policy/AmazonEKSClusterPolicy"
}

resource "aws_cloudwatch_log_group" "this" {
  name              = local.log_group
  retention_in_days = var.log_retention_days
  kms_key_id        = aws_kms_key.this.arn

  tags = module.tags.all
}

# A guard rather than `prevent_destroy`, which cannot be a variable: it goes
# first when the stack is destroyed, and stops there while protection is on.
# The API has a switch of its own since late 2025; provider 5 does not know it.
resource "terraform_data" "deletion_guard" {
  input = { protected = var.deletion_protection, cluster = aws_eks_cluster.this.name }

  provisioner "local-exec" {
    when    = destroy
    command = self.input.protected ? "echo 'Cluster ${self.input.cluster} is protected: set deletion_protection = false, apply, then destroy.' >&2; exit 1" : "true"
  }

  depends_on = [
    aws_eks_access_policy_association.this,
    aws_eks_addon.after_nodes,
    aws_eks_node_group.system,
    aws_eks_pod_identity_association.this,
  ]
}
