locals {
  # By name and not by reference: the policy names itself.
  boundary_arn = "arn:aws:iam::${var.account_id}:policy/${var.name}-boundary"
}

# The most that a role of a product team can ever do, whatever its own policies say.
resource "aws_iam_policy" "boundary" {
  #checkov:skip=CKV_AWS_62:A boundary grants nothing, it caps what other policies grant, and the denies below are its content (until 2027-05-31)
  #checkov:skip=CKV_AWS_63:A boundary grants nothing, it caps what other policies grant (until 2027-05-31)
  #checkov:skip=CKV_AWS_286:A boundary grants nothing, it caps what other policies grant (until 2027-05-31)
  #checkov:skip=CKV_AWS_287:A boundary grants nothing, it caps what other policies grant (until 2027-05-31)
  #checkov:skip=CKV_AWS_288:A boundary grants nothing, it caps what other policies grant (until 2027-05-31)
  #checkov:skip=CKV_AWS_289:A boundary grants nothing, it caps what other policies grant (until 2027-05-31)
  #checkov:skip=CKV_AWS_290:A boundary grants nothing, it caps what other policies grant (until 2027-05-31)
  #checkov:skip=CKV_AWS_355:A boundary grants nothing, it caps what other policies grant (until 2027-05-31)
  #checkov:skip=CKV2_AWS_40:A boundary grants nothing, and IAM is denied below outside /services/ (until 2027-05-31)
  name        = "${var.name}-boundary"
  description = "Permissions boundary of everything that is made for product teams"
  tags        = module.tags.all

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "CapNothingElse"
        Effect   = "Allow"
        Action   = "*"
        Resource = "*"
      },
      {
        Sid    = "NoUsersAndNoKeys"
        Effect = "Deny"
        Action = [
          "iam:CreateUser", "iam:CreateAccessKey", "iam:CreateLoginProfile", "iam:UpdateLoginProfile",
          "iam:AttachUserPolicy", "iam:PutUserPolicy", "iam:AddUserToGroup", "iam:CreateGroup",
        ]
        Resource = "*"
      },
      {
        Sid       = "RolesOnlyWithThisBoundary"
        Effect    = "Deny"
        Action    = ["iam:CreateRole", "iam:PutRolePermissionsBoundary", "iam:AttachRolePolicy", "iam:PutRolePolicy"]
        Resource  = "*"
        Condition = { StringNotEquals = { "iam:PermissionsBoundary" = local.boundary_arn } }
      },
      {
        Sid    = "RolesOnlyBelowServices"
        Effect = "Deny"
        Action = [
          "iam:CreateRole", "iam:UpdateAssumeRolePolicy", "iam:AttachRolePolicy", "iam:PutRolePolicy",
          "iam:DetachRolePolicy", "iam:DeleteRolePolicy", "iam:DeleteRole", "iam:PassRole", "iam:TagRole",
        ]
        NotResource = "arn:aws:iam::${var.account_id}:role/services/*"
      },
      {
        Sid      = "BoundaryStays"
        Effect   = "Deny"
        Action   = ["iam:DeleteRolePermissionsBoundary", "iam:DeleteUserPermissionsBoundary"]
        Resource = "*"
      },
      {
        Sid      = "BoundaryIsNotRewritten"
        Effect   = "Deny"
        Action   = ["iam:CreatePolicyVersion", "iam:DeletePolicy", "iam:DeletePolicyVersion", "iam:SetDefaultPolicyVersion"]
        Resource = local.boundary_arn
      },
      {
        Sid    = "TrustStays"
        Effect = "Deny"
        Action = [
          "iam:CreateOpenIDConnectProvider", "iam:DeleteOpenIDConnectProvider", "iam:UpdateOpenIDConnectProviderThumbprint",
          "iam:AddClientIDToOpenIDConnectProvider", "iam:CreateSAMLProvider", "iam:UpdateSAMLProvider", "iam:UpdateAccountPasswordPolicy",
        ]
        Resource = "*"
      },
      {
        Sid    = "GuardsStay"
        Effect = "Deny"
        Action = [
          "organizations:*", "account:*", "cloudtrail:StopLogging", "cloudtrail:DeleteTrail", "cloudtrail:UpdateTrail",
          "guardduty:Delete*", "guardduty:Update*", "config:Stop*", "config:Delete*", "access-analyzer:Delete*",
          "s3:PutAccountPublicAccessBlock", "ec2:DisableEbsEncryptionByDefault", "ec2:ModifyInstanceMetadataDefaults",
        ]
        Resource = "*"
      },
      {
        Sid    = "AllowedRegionsOnly"
        Effect = "Deny"
        NotAction = [
          "iam:*", "sts:*", "cloudfront:*", "route53:*", "route53domains:*", "support:*", "waf:*", "wafv2:*", "shield:*",
          "globalaccelerator:*", "budgets:*", "ce:*", "health:*", "route53-recovery-cluster:*",
        ]
        Resource  = "*"
        Condition = { StringNotEquals = { "aws:RequestedRegion" = sort(var.allowed_regions) } }
      },
    ]
  })
}
