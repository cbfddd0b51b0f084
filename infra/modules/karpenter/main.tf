data "aws_caller_identity" "current" {}
data "aws_partition" "current" {}

module "tags" {
  source = "../tags"
  module = "karpenter"
  values = var.tags
}

locals {
  account_id  = data.aws_caller_identity.current.account_id
  arn_prefix  = "arn:${data.aws_partition.current.partition}"
  cluster_arn = "${local.arn_prefix}:eks:${var.region}:${local.account_id}:cluster/${var.cluster_name}"

  # What the platform team has agreed with finance: the node pools of one
  # cluster together, whatever a profile asks for. 4,000 vCPU carry 8,000 pods
  # at half a vCPU each.
  maximum = {
    dev     = { cpu = 400, memory_gib = 1600 }
    staging = { cpu = 800, memory_gib = 3200 }
    prod    = { cpu = 4000, memory_gib = 16000 }
    dr      = { cpu = 4000, memory_gib = 16000 }
  }
}

# --- the controller ----------------------------------------------------------

resource "aws_iam_role" "controller" {
  name                 = "${var.cluster_name}-karpenter"
  description          = "Karpenter of ${var.cluster_name}"
  permissions_boundary = var.permissions_boundary_arn

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "pods.eks.amazonaws.com" }
      Action    = ["sts:AssumeRole", "sts:TagSession"]
      Condition = {
        StringEquals = { "aws:SourceAccount" = local.account_id }
        ArnEquals    = { "aws:SourceArn" = local.cluster_arn }
      }
    }]
  })

  tags = module.tags.all
}

resource "aws_eks_pod_identity_association" "controller" {
  cluster_name    = var.cluster_name
  namespace       = var.namespace
  service_account = var.service_account
  role_arn        = aws_iam_role.controller.arn

  tags = module.tags.all
}

resource "aws_iam_policy" "controller" {
  for_each = local.policies

  name        = "${var.cluster_name}-karpenter-${each.key}"
  description = "Karpenter of ${var.cluster_name}: ${each.key}"
  policy      = jsonencode({ Version = "2012-10-17", Statement = each.value })

  tags = module.tags.all
}

resource "aws_iam_role_policy_attachment" "controller" {
  for_each = local.policies

  role       = aws_iam_role.controller.name
  policy_arn = aws_iam_policy.controller[each.key].arn
}

# --- the nodes that it starts ------------------------------------------------

resource "aws_iam_role" "node" {
  name                 = "${var.cluster_name}-karpenter-node"
  description          = "Nodes that Karpenter starts for ${var.cluster_name}"
  permissions_boundary = var.permissions_boundary_arn

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "ec2.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })

  tags = module.tags.all
}

resource "aws_iam_role_policy_attachment" "node" {
  for_each = toset(["AmazonEKSWorkerNodePolicy", "AmazonEC2ContainerRegistryPullOnly"])

  role       = aws_iam_role.node.name
  policy_arn = "${local.arn_prefix}:iam::aws:policy/${each.value}"
}

# Made here, so that the controller needs no right to make instance profiles.
resource "aws_iam_instance_profile" "node" {
  name = "${var.cluster_name}-karpenter-node"
  role = aws_iam_role.node.name

  tags = module.tags.all
}

resource "aws_eks_access_entry" "node" {
  cluster_name  = var.cluster_name
  principal_arn = aws_iam_role.node.arn
  type          = "EC2_LINUX"

  tags = module.tags.all
}
