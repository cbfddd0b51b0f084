# ECR makes the repositories of a copy by itself, mutable and under its own key
# unless a template says otherwise. Mirrored upstreams are made from one as well.
locals {
  templates = merge(
    local.primary ? {} : { (var.name) = { applied_for = ["REPLICATION"], mutability = "IMMUTABLE" } },
    { for prefix in keys(var.pull_through_cache) : prefix => { applied_for = ["PULL_THROUGH_CACHE"], mutability = "MUTABLE" } },
  )
}

resource "aws_ecr_repository_creation_template" "this" {
  for_each = local.templates

  prefix               = each.key
  description          = "Repositories that ECR makes below ${each.key}"
  applied_for          = each.value.applied_for
  image_tag_mutability = each.value.mutability
  custom_role_arn      = aws_iam_role.template[0].arn
  repository_policy    = local.copy_policy
  resource_tags        = module.tags.all

  encryption_configuration {
    encryption_type = "KMS"
    kms_key         = aws_kms_key.this.arn
  }

  lifecycle_policy = jsonencode({
    rules = [{
      rulePriority = 1
      description  = "Untagged images go after 7 days"
      selection = {
        tagStatus   = "untagged"
        countType   = "sinceImagePushed"
        countUnit   = "days"
        countNumber = 7
      }
      action = { type = "expire" }
    }]
  })
}

# ECR needs a role to use our key and to set our tags on what it makes.
resource "aws_iam_role" "template" {
  count = length(local.templates) == 0 ? 0 : 1

  name        = "${var.name}-${var.region}-ecr-template"
  description = "ECR makes repositories from templates with our key and our tags"
  tags        = module.tags.all

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "ecr.amazonaws.com" }
      Action    = "sts:AssumeRole"
      Condition = { StringEquals = { "aws:SourceAccount" = var.account_id } }
    }]
  })
}

resource "aws_iam_role_policy" "template" {
  count = length(local.templates) == 0 ? 0 : 1

  name = "create"
  role = aws_iam_role.template[0].id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["ecr:CreateRepository", "ecr:ReplicateImage", "ecr:TagResource"]
        Resource = [for prefix in keys(local.templates) : "arn:aws:ecr:${var.region}:${var.account_id}:repository/${prefix}/*"]
      },
      {
        Effect   = "Allow"
        Action   = ["kms:CreateGrant", "kms:RetireGrant", "kms:DescribeKey"]
        Resource = [aws_kms_key.this.arn]
      },
    ]
  })
}
