# Service control policies: what no account can do, whatever its own policies
# say. AWS takes at most 5,120 characters per policy.
locals {
  pipeline_arns = sort([for role in var.pipeline_role_names : "arn:aws:iam::*:role/${role}"])

  # Services without a region of their own. They answer in us-east-1 or us-west-2
  # whatever the customer asks for, so the region says nothing about where data lies.
  global_services = [
    "a4b:*", "access-analyzer:*", "account:*", "acm:*", "aws-marketplace:*", "aws-portal:*", "billing:*", "budgets:*", "ce:*",
    "cloudfront:*", "cloudwatch:DescribeAlarms", "config:*", "consolidatedbilling:*", "cur:*", "ec2:DescribeRegions",
    "ec2:DescribeTransitGateways", "freetier:*", "globalaccelerator:*", "health:*", "iam:*", "importexport:*", "invoicing:*",
    "kms:*", "networkmanager:*", "notifications:*", "organizations:*", "payments:*", "pricing:*", "route53:*", "route53domains:*",
    "route53-recovery-cluster:*", "route53-recovery-control-config:*", "route53-recovery-readiness:*", "s3:GetAccountPublic*",
    "s3:ListAllMyBuckets", "s3:PutAccountPublic*", "savingsplans:*", "shield:*", "sso:*", "sts:*", "support:*", "sustainability:*",
    "tax:*", "trustedadvisor:*", "waf:*", "waf-regional:*", "wafv2:*",
  ]

  policies = {
    guard = {
      description = "Nobody leaves, nobody switches the guards off, nobody is root"
      statements = [
        {
          Sid      = "DenyLeavingOrganisation"
          Effect   = "Deny"
          Action   = ["organizations:LeaveOrganization", "account:CloseAccount"]
          Resource = "*"
        },
        {
          Sid    = "DenyStoppingTheGuards"
          Effect = "Deny"
          Action = [
            "cloudtrail:DeleteTrail", "cloudtrail:PutEventSelectors", "cloudtrail:StopLogging", "cloudtrail:UpdateTrail",
            "guardduty:DeleteDetector", "guardduty:DisassociateFromAdministratorAccount", "guardduty:DisassociateFromMasterAccount",
            "guardduty:DisassociateMembers", "guardduty:StopMonitoringMembers", "guardduty:UpdateDetector",
            "config:DeleteConfigRule", "config:DeleteConfigurationRecorder", "config:DeleteDeliveryChannel",
            "config:StopConfigurationRecorder", "config:PutConfigurationRecorder",
            "access-analyzer:DeleteAnalyzer", "securityhub:DisableSecurityHub",
          ]
          Resource  = "*"
          Condition = { ArnNotLike = { "aws:PrincipalArn" = local.pipeline_arns } }
        },
        {
          Sid    = "DenyRemovingAccountDefaults"
          Effect = "Deny"
          Action = [
            "s3:PutAccountPublicAccessBlock", "ec2:DisableEbsEncryptionByDefault", "ec2:ModifyInstanceMetadataDefaults",
            "ec2:DisableSnapshotBlockPublicAccess", "ec2:DisableImageBlockPublicAccess", "iam:DeleteAccountPasswordPolicy",
          ]
          Resource  = "*"
          Condition = { ArnNotLike = { "aws:PrincipalArn" = local.pipeline_arns } }
        },
        {
          Sid       = "DenyRootUser"
          Effect    = "Deny"
          Action    = "*"
          Resource  = "*"
          Condition = { StringLike = { "aws:PrincipalArn" = "arn:aws:iam::*:root" } }
        },
      ]
    }

    regions = {
      description = "Only the regions that are cleared for customer data"
      statements = [
        {
          Sid       = "DenyOtherRegions"
          Effect    = "Deny"
          NotAction = local.global_services
          Resource  = "*"
          Condition = { StringNotEquals = { "aws:RequestedRegion" = sort(var.allowed_regions) } }
        },
      ]
    }

    data = {
      description = "Nothing at rest without encryption, no instance with the old metadata service"
      statements = [
        {
          Sid       = "DenyInstancesWithOldMetadata"
          Effect    = "Deny"
          Action    = "ec2:RunInstances"
          Resource  = "arn:aws:ec2:*:*:instance/*"
          Condition = { StringNotEquals = { "ec2:MetadataHttpTokens" = "required" } }
        },
        {
          Sid       = "DenyOpeningOldMetadata"
          Effect    = "Deny"
          Action    = "ec2:ModifyInstanceMetadataOptions"
          Resource  = "*"
          Condition = { StringNotEquals = { "ec2:Attribute/HttpTokens" = "required" } }
        },
        {
          # Credentials that came from the old service are worth nothing.
          Sid       = "DenyCredentialsOfOldMetadata"
          Effect    = "Deny"
          Action    = "*"
          Resource  = "*"
          Condition = { NumericLessThan = { "ec2:RoleDelivery" = "2.0" } }
        },
        {
          Sid       = "DenyUnencryptedVolumes"
          Effect    = "Deny"
          Action    = ["ec2:CreateVolume", "ec2:RunInstances"]
          Resource  = "arn:aws:ec2:*:*:volume/*"
          Condition = { Bool = { "ec2:Encrypted" = "false" } }
        },
        {
          Sid       = "DenyUnencryptedDatabases"
          Effect    = "Deny"
          Action    = ["rds:CreateDBCluster", "rds:CreateDBInstance", "rds:RestoreDBClusterFromS3"]
          Resource  = "*"
          Condition = { Bool = { "rds:StorageEncrypted" = "false" } }
        },
        {
          Sid       = "DenyUnencryptedCaches"
          Effect    = "Deny"
          Action    = "elasticache:CreateReplicationGroup"
          Resource  = "*"
          Condition = { Bool = { "elasticache:AtRestEncryptionEnabled" = "false" } }
        },
        {
          Sid       = "DenyPlainCaches"
          Effect    = "Deny"
          Action    = "elasticache:CreateReplicationGroup"
          Resource  = "*"
          Condition = { Bool = { "elasticache:TransitEncryptionEnabled" = "false" } }
        },
        {
          Sid       = "DenyUnencryptedFileSystems"
          Effect    = "Deny"
          Action    = "elasticfilesystem:CreateFileSystem"
          Resource  = "*"
          Condition = { Bool = { "elasticfilesystem:Encrypted" = "false" } }
        },
        {
          Sid       = "DenyPlainRequestsToBuckets"
          Effect    = "Deny"
          Action    = "s3:*"
          Resource  = "*"
          Condition = { Bool = { "aws:SecureTransport" = "false" } }
        },
        {
          Sid    = "DenyUnencryptedUploads"
          Effect = "Deny"
          Action = "s3:PutObject"
          # Only where the caller asks for another cipher than the bucket's: without the header the default of the bucket holds.
          Resource = "*"
          Condition = {
            Null            = { "s3:x-amz-server-side-encryption" = "false" }
            StringNotEquals = { "s3:x-amz-server-side-encryption" = ["aws:kms", "aws:kms:dsse", "AES256"] }
          }
        },
      ]
    }
  }

  # Guard and regions hold everywhere below the root (the management account is
  # never bound by such policies), the rules for data where there is data.
  attachments = merge(
    { for policy in ["guard", "regions"] : "${policy}/root" => { policy = policy, target = aws_organizations_organization.this.roots[0].id } },
    { for unit in ["security", "infrastructure", "workloads"] : "data/${unit}" => {
      policy = "data", target = aws_organizations_organizational_unit.top[unit].id
    } },
  )
}

resource "aws_organizations_policy" "this" {
  for_each = local.policies

  name        = "${var.name}-${each.key}"
  description = each.value.description
  type        = "SERVICE_CONTROL_POLICY"
  content     = "{\"Version\":\"2012-10-17\",\"Statement\":[${join(",", [for statement in each.value.statements : jsonencode(statement)])}]}"
  tags        = module.tags.all

  depends_on = [aws_organizations_organization.this]
}

resource "aws_organizations_policy_attachment" "this" {
  for_each = local.attachments

  policy_id = aws_organizations_policy.this[each.value.policy].id
  target_id = each.value.target
}
