locals {
  # Only pods of this account's clusters, and only with the session tags that
  # EKS sets.
  pod_identity_trust = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "pods.eks.amazonaws.com" }
      Action    = ["sts:AssumeRole", "sts:TagSession"]
      Condition = {
        StringEquals = { "aws:SourceAccount" = local.account_id }
        ArnEquals    = { "aws:SourceArn" = "${local.arn_prefix}:eks:${var.region}:${local.account_id}:cluster/${var.name}" }
      }
    }]
  })

  grants = merge([
    for name, entry in var.access_entries : {
      for key, grant in entry.policies : "${name}/${key}" => merge(grant, { role_arn = entry.role_arn, entry = name })
    }
  ]...)
}

resource "aws_eks_access_entry" "this" {
  for_each = var.access_entries

  cluster_name      = aws_eks_cluster.this.name
  principal_arn     = each.value.role_arn
  kubernetes_groups = each.value.kubernetes_groups
  type              = "STANDARD"

  tags = module.tags.all
}

resource "aws_eks_access_policy_association" "this" {
  for_each = local.grants

  cluster_name  = aws_eks_cluster.this.name
  principal_arn = aws_eks_access_entry.this[each.value.entry].principal_arn
  policy_arn    = "${local.arn_prefix}:eks::aws:cluster-access-policy/${each.value.policy}"

  access_scope {
    type       = each.value.scope
    namespaces = each.value.scope == "namespace" ? each.value.namespaces : null
  }
}

resource "aws_eks_pod_identity_association" "this" {
  for_each = var.pod_identity_associations

  cluster_name    = aws_eks_cluster.this.name
  namespace       = each.value.namespace
  service_account = each.value.service_account
  role_arn        = each.value.role_arn

  tags = module.tags.all
}
