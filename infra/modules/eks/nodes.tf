locals {
  ami_type = var.system_nodes.architecture == "arm64" ? "BOTTLEROCKET_ARM_64" : "BOTTLEROCKET_x86_64"
}

resource "aws_eks_node_group" "system" {
  cluster_name    = aws_eks_cluster.this.name
  node_group_name = "system"
  node_role_arn   = aws_iam_role.node.arn
  subnet_ids      = var.subnet_ids
  version         = var.kubernetes_version
  ami_type        = local.ami_type
  capacity_type   = "ON_DEMAND"
  instance_types  = var.system_nodes.instance_types

  launch_template {
    id      = aws_launch_template.system.id
    version = aws_launch_template.system.latest_version
  }

  scaling_config {
    min_size     = var.system_nodes.min_size
    max_size     = var.system_nodes.max_size
    desired_size = var.system_nodes.min_size
  }

  update_config {
    max_unavailable = 1
  }

  labels = { "arctiq.io/pool" = "system" }

  # Only pods that tolerate it: the add-ons, Karpenter, Argo CD.
  taint {
    key    = "CriticalAddonsOnly"
    value  = "true"
    effect = "NO_SCHEDULE"
  }

  tags = module.tags.all

  lifecycle {
    ignore_changes = [scaling_config[0].desired_size]
  }

  # Without the network add-on a node never becomes ready.
  depends_on = [
    aws_eks_addon.before_nodes,
    aws_iam_role_policy_attachment.node,
  ]
}

resource "aws_launch_template" "system" {
  name                   = "${var.name}-system"
  description            = "System nodes of ${var.name}"
  update_default_version = true
  vpc_security_group_ids = [aws_security_group.node.id]

  # Bottlerocket reads TOML; EKS adds what joins the node to the cluster.
  user_data = base64encode(<<-TOML
    [settings.kubernetes]
    max-pods = 110
    [settings.kernel]
    lockdown = "integrity"
    [settings.host-containers.admin]
    enabled = false
  TOML
  )

  # One hop: the node itself may ask for its credentials, a pod may not.
  metadata_options {
    http_endpoint               = "enabled"
    http_tokens                 = "required"
    http_put_response_hop_limit = 1
    instance_metadata_tags      = "disabled"
  }

  # The system of Bottlerocket, read-only.
  block_device_mappings {
    device_name = "/dev/xvda"

    ebs {
      volume_type           = "gp3"
      volume_size           = 4
      encrypted             = true
      kms_key_id            = aws_kms_key.this.arn
      delete_on_termination = true
    }
  }

  # Images, logs and ephemeral volumes.
  block_device_mappings {
    device_name = "/dev/xvdb"

    ebs {
      volume_type           = "gp3"
      volume_size           = var.system_nodes.volume_gib
      encrypted             = true
      kms_key_id            = aws_kms_key.this.arn
      delete_on_termination = true
    }
  }

  monitoring {
    enabled = true
  }

  # What Auto Scaling starts is not a resource of Terraform and has no default
  # tags; without these lines its cost has no owner.
  dynamic "tag_specifications" {
    for_each = toset(["instance", "volume", "network-interface"])

    content {
      resource_type = tag_specifications.value
      tags          = merge(module.tags.all, { Name = "${var.name}-system" })
    }
  }

  tags = module.tags.all
}

resource "aws_iam_role" "node" {
  name                 = "${var.name}-node"
  description          = "System nodes of ${var.name}"
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

# Joining the cluster and pulling images, nothing else: the network and the
# storage add-on have roles of their own, and there is no shell to log in to.
resource "aws_iam_role_policy_attachment" "node" {
  for_each = toset(["AmazonEKSWorkerNodePolicy", "AmazonEC2ContainerRegistryPullOnly"])

  role       = aws_iam_role.node.name
  policy_arn = "${local.arn_prefix}:iam::aws:policy/${each.value}"
}
