resource "aws_iam_role" "this" {
  name                 = var.name
  description          = "Pods of the portal in ${var.cluster_name}"
  permissions_boundary = var.permissions_boundary_arn

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "pods.eks.amazonaws.com" }
      Action    = ["sts:AssumeRole", "sts:TagSession"]
      Condition = {
        StringEquals = { "aws:SourceAccount" = var.account_id }
        ArnEquals    = { "aws:SourceArn" = "${local.arn_prefix}:eks:${var.region}:${var.account_id}:cluster/${var.cluster_name}" }
      }
    }]
  })

  tags = module.tags.all
}

resource "aws_eks_pod_identity_association" "this" {
  cluster_name    = var.cluster_name
  namespace       = var.namespace
  service_account = var.service_account
  role_arn        = aws_iam_role.this.arn

  tags = module.tags.all
}

# The backend reads documentation that pipelines publish (techdocs.builder is
# external) and moves pages when an entity is renamed. Evidence it writes once
# and reads; it can delete nothing there and cannot change a retention.
resource "aws_iam_role_policy" "this" {
  name = "techdocs-and-evidence"
  role = aws_iam_role.this.name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "FindPagesAndEvidence"
        Effect   = "Allow"
        Action   = ["s3:ListBucket", "s3:GetBucketLocation"]
        Resource = [module.techdocs.arn, module.evidence.arn]
      },
      {
        Sid      = "Pages"
        Effect   = "Allow"
        Action   = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"]
        Resource = [for kind in local.entity_kinds : "${module.techdocs.arn}/*/${kind}/*"]
      },
      {
        Sid      = "Evidence"
        Effect   = "Allow"
        Action   = ["s3:GetObject", "s3:GetObjectVersion", "s3:GetObjectRetention", "s3:PutObject"]
        Resource = ["${module.evidence.arn}/drills/*", "${module.evidence.arn}/packs/*"]
      },
      {
        Sid      = "Keys"
        Effect   = "Allow"
        Action   = ["kms:Decrypt", "kms:GenerateDataKey"]
        Resource = [module.techdocs.kms_key_arn, module.evidence.kms_key_arn]
      },
    ]
  })
}

locals {
  # Kinds of the catalog that can have pages; the publisher's paths are
  # <namespace>/<kind>/<name>.
  entity_kinds = ["api", "component", "domain", "group", "resource", "system", "template"]
}

# A pipeline writes the pages of the components that it builds, no others.
resource "aws_iam_role_policy" "publisher" {
  for_each = var.techdocs_publishers

  name = "publish-techdocs-of-${each.key}"
  role = each.value.role_name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "FindOwnPages"
        Effect    = "Allow"
        Action    = "s3:ListBucket"
        Resource  = module.techdocs.arn
        Condition = { StringLike = { "s3:prefix" = [for prefix in each.value.prefixes : "${prefix}/*"] } }
      },
      {
        Sid      = "OwnPages"
        Effect   = "Allow"
        Action   = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"]
        Resource = [for prefix in each.value.prefixes : "${module.techdocs.arn}/${prefix}/*"]
      },
      {
        Sid      = "Key"
        Effect   = "Allow"
        Action   = ["kms:Decrypt", "kms:GenerateDataKey"]
        Resource = module.techdocs.kms_key_arn
      },
    ]
  })
}
