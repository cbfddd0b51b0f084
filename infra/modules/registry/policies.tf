locals {
  pull_actions = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer", "ecr:DescribeImages"]
  push_actions = ["ecr:CompleteLayerUpload", "ecr:InitiateLayerUpload", "ecr:PutImage", "ecr:UploadLayerPart"]

  # The same in the primary and, through the template, in every copy.
  pull_statements = [
    {
      Sid       = "WorkloadsPull"
      Effect    = "Allow"
      Principal = { AWS = local.pull_principals }
      Action    = local.pull_actions
    },
  ]

  deny_statements = [
    {
      Sid       = "DenyInsecureTransport"
      Effect    = "Deny"
      Principal = "*"
      Action    = "ecr:*"
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    },
  ]

  repository_policies = { for service, repository in var.repositories : service => jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      local.pull_statements,
      local.deny_statements,
      length(repository.push_role_arns) == 0 ? [] : [
        {
          Sid       = "PipelinePushes"
          Effect    = "Allow"
          Principal = { AWS = sort(repository.push_role_arns) }
          Action    = concat(local.pull_actions, local.push_actions)
        },
      ],
    )
  }) }

  copy_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = concat(local.pull_statements, local.deny_statements)
  })

  # A release is four images: the image (tagged with its commit) and its signature,
  # attestation and SBOM (tagged sha256-<digest>.*), pushed together.
  lifecycle_policies = { for service, repository in var.repositories : service => jsonencode({
    rules = [
      {
        rulePriority = 1
        description  = "Untagged images go after ${repository.untagged_days} days"
        selection = {
          tagStatus   = "untagged"
          countType   = "sinceImagePushed"
          countUnit   = "days"
          countNumber = repository.untagged_days
        }
        action = { type = "expire" }
      },
      {
        rulePriority = 2
        description  = "The last ${repository.keep_releases} releases stay, with signature, attestation and SBOM"
        selection = {
          tagStatus      = "tagged"
          tagPatternList = ["*"]
          countType      = "imageCountMoreThan"
          countNumber    = repository.keep_releases * 4
        }
        action = { type = "expire" }
      },
    ]
  }) }
}
