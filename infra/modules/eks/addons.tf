locals {
  # What a node needs before its first pod. The others wait for nodes.
  early = ["vpc-cni", "kube-proxy", "eks-pod-identity-agent"]

  # Add-ons that call AWS, with the service account that does it.
  addon_roles = {
    vpc-cni            = { service_account = "aws-node", role_arn = aws_iam_role.addon["vpc-cni"].arn }
    aws-ebs-csi-driver = { service_account = "ebs-csi-controller-sa", role_arn = aws_iam_role.addon["aws-ebs-csi-driver"].arn }
  }

  addon_defaults = {
    # Prefixes of 16 addresses instead of single ones: up to 110 pods on a node
    # of any size, and one call to EC2 instead of 16.
    vpc-cni = jsonencode({
      env                 = { ENABLE_PREFIX_DELEGATION = "true", WARM_PREFIX_TARGET = "1" }
      enableNetworkPolicy = "true"
    })
    coredns = jsonencode({
      autoScaling = { enabled = true, minReplicas = 3, maxReplicas = 12 }
    })
    aws-ebs-csi-driver = jsonencode({
      controller = { extraVolumeTags = module.tags.all }
    })
  }

  addons = {
    for name, addon in var.addons : name => {
      version       = addon.version
      configuration = jsonencode(merge(jsondecode(lookup(local.addon_defaults, name, "{}")), jsondecode(addon.configuration)))
    }
  }
}

resource "aws_eks_addon" "before_nodes" {
  for_each = { for name, addon in local.addons : name => addon if contains(local.early, name) }

  cluster_name                = aws_eks_cluster.this.name
  addon_name                  = each.key
  addon_version               = each.value.version
  configuration_values        = each.value.configuration
  resolve_conflicts_on_create = "OVERWRITE"
  resolve_conflicts_on_update = "OVERWRITE"

  dynamic "pod_identity_association" {
    for_each = contains(keys(local.addon_roles), each.key) ? [local.addon_roles[each.key]] : []

    content {
      role_arn        = pod_identity_association.value.role_arn
      service_account = pod_identity_association.value.service_account
    }
  }

  tags = module.tags.all

  depends_on = [aws_iam_role_policy_attachment.addon]
}

resource "aws_eks_addon" "after_nodes" {
  for_each = { for name, addon in local.addons : name => addon if !contains(local.early, name) }

  cluster_name                = aws_eks_cluster.this.name
  addon_name                  = each.key
  addon_version               = each.value.version
  configuration_values        = each.value.configuration
  resolve_conflicts_on_create = "OVERWRITE"
  resolve_conflicts_on_update = "OVERWRITE"

  dynamic "pod_identity_association" {
    for_each = contains(keys(local.addon_roles), each.key) ? [local.addon_roles[each.key]] : []

    content {
      role_arn        = pod_identity_association.value.role_arn
      service_account = pod_identity_association.value.service_account
    }
  }

  tags = module.tags.all

  depends_on = [
    aws_eks_node_group.system,
    aws_iam_role_policy_attachment.addon,
    aws_iam_role_policy.ebs_csi_key,
  ]
}

resource "aws_iam_role" "addon" {
  for_each = { vpc-cni = "vpc-cni", aws-ebs-csi-driver = "ebs-csi" }

  name                 = "${var.name}-${each.value}"
  description          = "Add-on ${each.key} of ${var.name}"
  permissions_boundary = var.permissions_boundary_arn
  assume_role_policy   = local.pod_identity_trust

  tags = module.tags.all
}

resource "aws_iam_role_policy_attachment" "addon" {
  for_each = { vpc-cni = "AmazonEKS_CNI_Policy", aws-ebs-csi-driver = "service-role/AmazonEBSCSIDriverPolicy" }

  role       = aws_iam_role.addon[each.key].name
  policy_arn = "${local.arn_prefix}:iam::aws:policy/${each.value}"
}

resource "aws_iam_role_policy" "ebs_csi_key" {
  name = "volumes-with-the-cluster-key"
  role = aws_iam_role.addon["aws-ebs-csi-driver"].name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "UseKeyThroughEc2"
        Effect    = "Allow"
        Action    = ["kms:Decrypt", "kms:Encrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"]
        Resource  = aws_kms_key.this.arn
        Condition = { StringEquals = { "kms:ViaService" = "ec2.${var.region}.amazonaws.com" } }
      },
      {
        Sid       = "GrantKeyToEc2"
        Effect    = "Allow"
        Action    = "kms:CreateGrant"
        Resource  = aws_kms_key.this.arn
        Condition = { Bool = { "kms:GrantIsForAWSResource" = "true" } }
      },
    ]
  })
}
