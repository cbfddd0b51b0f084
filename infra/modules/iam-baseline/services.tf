locals {
  oidc_host = "token.actions.githubusercontent.com"

  # "<service>/<environment>" => what its role is made of.
  service_roles = merge([for service, settings in var.services : {
    for environment in settings.environments : "${service}/${environment}" => {
      name       = "${var.name}-${service}-${environment}"
      service    = service
      subject    = "repo:${var.github_organization}/${settings.repository}:environment:${environment}"
      push       = sort(settings.push_repository_arns)
      statements = settings.statements
    }
  }]...)
}

resource "aws_iam_openid_connect_provider" "github" {
  url            = "https://${local.oidc_host}"
  client_id_list = ["sts.amazonaws.com"]
  tags           = module.tags.all
}

# One repository, one environment, one role. StringEquals, never StringLike.
resource "aws_iam_role" "service" {
  for_each = local.service_roles

  name                 = each.value.name
  description          = "Workflows of ${each.value.subject}"
  max_session_duration = 3600
  permissions_boundary = aws_iam_policy.boundary.arn
  tags                 = merge(module.tags.all, { service = each.value.service })

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Federated = aws_iam_openid_connect_provider.github.arn }
      Action    = "sts:AssumeRoleWithWebIdentity"
      Condition = { StringEquals = {
        "${local.oidc_host}:aud" = "sts.amazonaws.com"
        "${local.oidc_host}:sub" = each.value.subject
      } }
    }]
  })
}

resource "aws_iam_role_policy" "service" {
  for_each = { for key, role in local.service_roles : key => role if length(role.push) + length(role.statements) > 0 }

  name = "deliver"
  role = aws_iam_role.service[each.key].id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      length(each.value.push) == 0 ? [] : [
        {
          Sid      = "RegistryLogin"
          Effect   = "Allow"
          Action   = ["ecr:GetAuthorizationToken"]
          Resource = ["*"]
        },
        {
          Sid    = "PushOwnImages"
          Effect = "Allow"
          Action = [
            "ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:CompleteLayerUpload", "ecr:DescribeImages",
            "ecr:GetDownloadUrlForLayer", "ecr:InitiateLayerUpload", "ecr:PutImage", "ecr:UploadLayerPart",
          ]
          Resource = each.value.push
        },
      ],
      [for statement in each.value.statements : {
        Sid      = statement.sid
        Effect   = "Allow"
        Action   = statement.actions
        Resource = statement.resources
      }],
    )
  })
}
