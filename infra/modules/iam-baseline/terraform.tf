# Three roles of Terraform: plan reads, apply runs the platform's stacks,
# delivery runs the stacks of product teams within the boundary.
locals {
  infrastructure = "repo:${var.github_organization}/${var.terraform.repository}:environment:${var.tags.environment}"
  state_prefix   = "${var.terraform.state.bucket_arn}/${var.terraform.state.prefix}"

  atlantis_accounts = sort(distinct([for arn in var.terraform.atlantis_role_arns : "arn:aws:iam::${split(":", arn)[4]}:root"]))

  trust = { for role in ["plan", "apply", "delivery"] : role => jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [
        {
          Sid       = "Workflow"
          Effect    = "Allow"
          Principal = { Federated = aws_iam_openid_connect_provider.github.arn }
          Action    = ["sts:AssumeRoleWithWebIdentity"]
          Condition = { StringEquals = {
            "${local.oidc_host}:aud" = "sts.amazonaws.com"
            "${local.oidc_host}:sub" = "${local.infrastructure}-${role}"
          } }
        },
      ],
      length(local.atlantis_accounts) == 0 ? [] : [
        {
          # TagSession: a session by EKS Pod Identity carries tags that go along.
          Sid       = "Atlantis"
          Effect    = "Allow"
          Principal = { AWS = local.atlantis_accounts }
          Action    = ["sts:AssumeRole", "sts:TagSession"]
          Condition = { ArnEquals = { "aws:PrincipalArn" = sort(var.terraform.atlantis_role_arns) } }
        },
      ],
    )
  }) }

  state_statements = [
    {
      Sid      = "OwnState"
      Effect   = "Allow"
      Action   = ["s3:GetObject", "s3:PutObject"]
      Resource = ["${local.state_prefix}/*"]
    },
    {
      Sid      = "OwnLock"
      Effect   = "Allow"
      Action   = ["s3:DeleteObject"]
      Resource = ["${local.state_prefix}/*.tflock"]
    },
    {
      Sid      = "StateBucket"
      Effect   = "Allow"
      Action   = ["s3:ListBucket"]
      Resource = [var.terraform.state.bucket_arn]
    },
    {
      Sid      = "StateKey"
      Effect   = "Allow"
      Action   = ["kms:Decrypt", "kms:GenerateDataKey"]
      Resource = [var.terraform.state.kms_key_arn]
    },
  ]
}

resource "aws_iam_role" "plan" {
  name                 = "${var.name}-terraform-plan"
  description          = "Plans: reads settings, never data"
  max_session_duration = 3600
  assume_role_policy   = local.trust["plan"]
  tags                 = module.tags.all
}

resource "aws_iam_role_policy_attachment" "plan" {
  role       = aws_iam_role.plan.name
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}

resource "aws_iam_role_policy" "plan" {
  name = "state"
  role = aws_iam_role.plan.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      # A plan takes the lock and leaves the state as it is.
      [for statement in local.state_statements : merge(statement, statement.Sid != "OwnState" ? {} : { Action = ["s3:GetObject"] })],
      [
        {
          Sid      = "LockOnly"
          Effect   = "Allow"
          Action   = ["s3:PutObject"]
          Resource = ["${local.state_prefix}/*.tflock"]
        },
        {
          # ReadOnlyAccess reads customers' data as well. A plan does not need it.
          Sid    = "NoData"
          Effect = "Deny"
          Action = [
            "secretsmanager:GetSecretValue", "dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query", "dynamodb:Scan",
            "rds-data:*", "sqs:ReceiveMessage", "kinesis:GetRecords", "logs:GetLogEvents", "logs:FilterLogEvents", "logs:StartQuery",
          ]
          Resource = ["*"]
        },
        {
          Sid         = "NoObjectsButStates"
          Effect      = "Deny"
          Action      = ["s3:GetObject", "s3:GetObjectVersion"]
          NotResource = ["${var.terraform.state.bucket_arn}/*"]
        },
        {
          Sid         = "NoOtherKeys"
          Effect      = "Deny"
          Action      = ["kms:Decrypt"]
          NotResource = [var.terraform.state.kms_key_arn]
        },
      ],
    )
  })
}

resource "aws_iam_role" "apply" {
  name                 = "${var.name}-terraform-apply"
  description          = "Applies the platform's stacks after review"
  max_session_duration = 7200
  assume_role_policy   = local.trust["apply"]
  tags                 = module.tags.all
}

# The platform's stacks make keys, roles and networks of every kind. What bounds
# this role is the organisation's service control policies and the review.
resource "aws_iam_role_policy_attachment" "apply" {
  #checkov:skip=CKV_AWS_274:The role that builds an account needs all of it, service control policies and a protected environment bound it (until 2027-05-31)
  role       = aws_iam_role.apply.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}

resource "aws_iam_role" "delivery" {
  name                 = "${var.name}-terraform-delivery"
  description          = "Applies stacks of product teams within the boundary"
  max_session_duration = 3600
  permissions_boundary = aws_iam_policy.boundary.arn
  assume_role_policy   = local.trust["delivery"]
  tags                 = module.tags.all
}

resource "aws_iam_role_policy_attachment" "delivery" {
  role       = aws_iam_role.delivery.name
  policy_arn = "arn:aws:iam::aws:policy/PowerUserAccess"
}

resource "aws_iam_role_policy" "delivery" {
  name = "roles-and-state"
  role = aws_iam_role.delivery.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(local.state_statements, [
      {
        Sid    = "RolesOfServices"
        Effect = "Allow"
        Action = [
          "iam:CreateRole", "iam:DeleteRole", "iam:GetRole", "iam:TagRole", "iam:UntagRole", "iam:UpdateRole", "iam:UpdateAssumeRolePolicy",
          "iam:PutRolePolicy", "iam:DeleteRolePolicy", "iam:GetRolePolicy", "iam:ListRolePolicies", "iam:ListAttachedRolePolicies",
          "iam:AttachRolePolicy", "iam:DetachRolePolicy", "iam:PutRolePermissionsBoundary", "iam:PassRole", "iam:ListInstanceProfilesForRole",
        ]
        Resource = ["arn:aws:iam::${var.account_id}:role/services/*"]
      },
    ])
  })
}
