locals {
  tagged = { StringEquals = { "aws:ResourceTag/${var.targets.tag.key}" = var.targets.tag.value } }

  fis_statements = [
    {
      Sid       = "StopAndStartTaggedInstances"
      Effect    = "Allow"
      Action    = ["ec2:StopInstances", "ec2:StartInstances"]
      Resource  = ["arn:aws:ec2:${local.arn_region}:instance/*"]
      Condition = local.tagged
    },
    {
      Sid      = "RefuseNewInstances"
      Effect   = "Allow"
      Action   = ["ec2:InjectApiError"]
      Resource = ["*"]
      Condition = { "ForAnyValue:StringEquals" = {
        "ec2:FisActionId"   = ["aws:ec2:api-insufficient-instance-capacity-error"]
        "ec2:FisTargetArns" = length(var.targets.node_role_arns) == 0 ? ["none"] : sort(var.targets.node_role_arns)
      } }
    },
    {
      # FIS cuts a subnet by a network ACL of its own, which it marks and removes.
      Sid       = "MakeOwnNetworkAcl"
      Effect    = "Allow"
      Action    = ["ec2:CreateTags"]
      Resource  = ["arn:aws:ec2:${local.arn_region}:network-acl/*"]
      Condition = { StringEquals = { "ec2:CreateAction" = "CreateNetworkAcl", "aws:RequestTag/managedByFIS" = "true" } }
    },
    {
      Sid       = "CreateOwnNetworkAcl"
      Effect    = "Allow"
      Action    = ["ec2:CreateNetworkAcl"]
      Resource  = ["arn:aws:ec2:${local.arn_region}:network-acl/*"]
      Condition = { StringEquals = { "aws:RequestTag/managedByFIS" = "true" } }
    },
    {
      Sid      = "CreateNetworkAclInVpc"
      Effect   = "Allow"
      Action   = ["ec2:CreateNetworkAcl"]
      Resource = ["arn:aws:ec2:${local.arn_region}:vpc/${var.vpc_id}"]
    },
    {
      Sid       = "ChangeOwnNetworkAcl"
      Effect    = "Allow"
      Action    = ["ec2:CreateNetworkAclEntry", "ec2:DeleteNetworkAcl"]
      Resource  = ["arn:aws:ec2:${local.arn_region}:network-acl/*"]
      Condition = { StringEquals = { "ec2:ResourceTag/managedByFIS" = "true" } }
    },
    {
      Sid      = "SwapNetworkAcl"
      Effect   = "Allow"
      Action   = ["ec2:ReplaceNetworkAclAssociation"]
      Resource = ["arn:aws:ec2:${local.arn_region}:subnet/*", "arn:aws:ec2:${local.arn_region}:network-acl/*"]
    },
    {
      Sid      = "LoseWriter"
      Effect   = "Allow"
      Action   = ["rds:FailoverDBCluster"]
      Resource = [var.targets.aurora_cluster_arn]
    },
    {
      Sid    = "FindTargets"
      Effect = "Allow"
      Action = [
        "ec2:DescribeInstances", "ec2:DescribeSubnets", "ec2:DescribeVpcs", "ec2:DescribeNetworkAcls", "ec2:DescribeManagedPrefixLists",
        "ec2:GetManagedPrefixListEntries", "ec2:DescribeVpcEndpoints", "ec2:DescribeRouteTables", "ec2:DescribeVpcPeeringConnections",
        "rds:DescribeDBClusters", "rds:DescribeDBInstances", "iam:ListRoles", "tag:GetResources",
      ]
      Resource = ["*"]
    },
    {
      Sid      = "WatchStopConditions"
      Effect   = "Allow"
      Action   = ["cloudwatch:DescribeAlarms", "cloudwatch:GetDashboard", "cloudwatch:GetMetricWidgetImage"]
      Resource = ["*"]
    },
    {
      Sid      = "SetUpLogDelivery"
      Effect   = "Allow"
      Action   = ["logs:CreateLogDelivery", "logs:PutResourcePolicy", "logs:DescribeResourcePolicies", "logs:DescribeLogGroups"]
      Resource = ["*"]
    },
    {
      Sid      = "WriteReports"
      Effect   = "Allow"
      Action   = ["s3:PutObject", "s3:GetObject"]
      Resource = ["arn:aws:s3:::${var.evidence.bucket_name}/${var.evidence.prefix}/*"]
    },
    {
      Sid      = "EncryptReports"
      Effect   = "Allow"
      Action   = ["kms:GenerateDataKey", "kms:Decrypt"]
      Resource = [var.evidence.kms_key_arn]
    },
  ]
}

resource "aws_iam_role" "fis" {
  name        = "${var.name}-${var.region}-fis"
  description = "Fault injection on resources with the drill tag"
  tags        = module.tags.all

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "fis.amazonaws.com" }
      Action    = "sts:AssumeRole"
      Condition = {
        StringEquals = { "aws:SourceAccount" = var.account_id }
        ArnLike      = { "aws:SourceArn" = "arn:aws:fis:${local.arn_region}:experiment/*" }
      }
    }]
  })
}

resource "aws_iam_role_policy" "fis" {
  #checkov:skip=CKV_AWS_290:Log delivery and describing calls cannot be limited to a resource, every change is limited by tag or ARN (until 2027-05-31)
  #checkov:skip=CKV_AWS_355:Log delivery and describing calls cannot be limited to a resource, every change is limited by tag or ARN (until 2027-05-31)
  #checkov:skip=CKV_AWS_289:PutResourcePolicy is of the log delivery and cannot be limited to a resource (until 2027-05-31)
  name   = "experiments"
  role   = aws_iam_role.fis.id
  policy = "{\"Version\":\"2012-10-17\",\"Statement\":[${join(",", [for statement in local.fis_statements : jsonencode(statement)])}]}"
}
