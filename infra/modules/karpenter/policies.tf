# What the controller may do, after the policies that the Karpenter project
# publishes for 1.14. Two things are narrower: nodes carry a ready-made instance
# profile, so there is no right to make one; and the key of the volumes is named.
locals {
  ec2     = "${local.arn_prefix}:ec2:${var.region}"
  owned   = "kubernetes.io/cluster/${var.cluster_name}"
  created = [for kind in ["fleet", "instance", "volume", "network-interface", "launch-template", "spot-instances-request"] : "${local.ec2}:*:${kind}/*"]

  policies = {
    nodes = [
      {
        Sid      = "RunFromTheseParts"
        Effect   = "Allow"
        Action   = ["ec2:RunInstances", "ec2:CreateFleet"]
        Resource = concat(["${local.ec2}::image/*", "${local.ec2}::snapshot/*"], [for kind in ["security-group", "subnet", "capacity-reservation", "placement-group"] : "${local.ec2}:*:${kind}/*"])
      },
      {
        Sid      = "RunFromOwnLaunchTemplates"
        Effect   = "Allow"
        Action   = ["ec2:RunInstances", "ec2:CreateFleet"]
        Resource = ["${local.ec2}:*:launch-template/*"]
        Condition = {
          StringEquals = { "aws:ResourceTag/${local.owned}" = "owned" }
          StringLike   = { "aws:ResourceTag/karpenter.sh/nodepool" = "*" }
        }
      },
      {
        Sid      = "CreateOnlyWhatIsTagged"
        Effect   = "Allow"
        Action   = ["ec2:RunInstances", "ec2:CreateFleet", "ec2:CreateLaunchTemplate"]
        Resource = local.created
        Condition = {
          StringEquals = { "aws:RequestTag/${local.owned}" = "owned", "aws:RequestTag/eks:eks-cluster-name" = var.cluster_name }
          StringLike   = { "aws:RequestTag/karpenter.sh/nodepool" = "*" }
        }
      },
      {
        Sid      = "TagWhileCreating"
        Effect   = "Allow"
        Action   = ["ec2:CreateTags"]
        Resource = local.created
        Condition = {
          StringEquals = {
            "aws:RequestTag/${local.owned}"       = "owned"
            "aws:RequestTag/eks:eks-cluster-name" = var.cluster_name
            "ec2:CreateAction"                    = ["RunInstances", "CreateFleet", "CreateLaunchTemplate"]
          }
          StringLike = { "aws:RequestTag/karpenter.sh/nodepool" = "*" }
        }
      },
      {
        Sid      = "NameOwnInstances"
        Effect   = "Allow"
        Action   = ["ec2:CreateTags"]
        Resource = ["${local.ec2}:*:instance/*"]
        Condition = {
          StringEquals                = { "aws:ResourceTag/${local.owned}" = "owned" }
          StringLike                  = { "aws:ResourceTag/karpenter.sh/nodepool" = "*" }
          StringEqualsIfExists        = { "aws:RequestTag/eks:eks-cluster-name" = var.cluster_name }
          "ForAllValues:StringEquals" = { "aws:TagKeys" = ["eks:eks-cluster-name", "karpenter.sh/nodeclaim", "Name"] }
        }
      },
      {
        Sid      = "DeleteOwn"
        Effect   = "Allow"
        Action   = ["ec2:TerminateInstances", "ec2:DeleteLaunchTemplate"]
        Resource = ["${local.ec2}:*:instance/*", "${local.ec2}:*:launch-template/*"]
        Condition = {
          StringEquals = { "aws:ResourceTag/${local.owned}" = "owned" }
          StringLike   = { "aws:ResourceTag/karpenter.sh/nodepool" = "*" }
        }
      },
    ]

    identity = [
      {
        Sid       = "GiveNodesTheirRole"
        Effect    = "Allow"
        Action    = ["iam:PassRole"]
        Resource  = [aws_iam_role.node.arn]
        Condition = { StringEquals = { "iam:PassedToService" = ["ec2.amazonaws.com"] } }
      },
      {
        Sid      = "ReadInstanceProfile"
        Effect   = "Allow"
        Action   = ["iam:GetInstanceProfile"]
        Resource = [aws_iam_instance_profile.node.arn]
      },
      {
        Sid      = "FindTheApi"
        Effect   = "Allow"
        Action   = ["eks:DescribeCluster"]
        Resource = [local.cluster_arn]
      },
      {
        Sid       = "EncryptVolumes"
        Effect    = "Allow"
        Action    = ["kms:Decrypt", "kms:GenerateDataKeyWithoutPlaintext", "kms:ReEncrypt*", "kms:DescribeKey"]
        Resource  = [var.volume_kms_key_arn]
        Condition = { StringEquals = { "kms:ViaService" = "ec2.${var.region}.amazonaws.com" } }
      },
      {
        Sid      = "GrantVolumesTheirKey"
        Effect   = "Allow"
        Action   = ["kms:CreateGrant"]
        Resource = [var.volume_kms_key_arn]
        Condition = {
          StringEquals = { "kms:ViaService" = "ec2.${var.region}.amazonaws.com" }
          Bool         = { "kms:GrantIsForAWSResource" = "true" }
        }
      },
    ]

    interruption = [
      {
        Sid      = "ReadTheQueue"
        Effect   = "Allow"
        Action   = ["sqs:DeleteMessage", "sqs:GetQueueUrl", "sqs:ReceiveMessage"]
        Resource = [aws_sqs_queue.this.arn]
      },
      {
        Sid      = "DecryptTheQueue"
        Effect   = "Allow"
        Action   = ["kms:Decrypt"]
        Resource = [aws_kms_key.this.arn]
      },
      {
        Sid       = "SeeZonalShifts"
        Effect    = "Allow"
        Action    = ["arc-zonal-shift:GetManagedResource"]
        Resource  = ["*"]
        Condition = { StringEquals = { "arc-zonal-shift:ResourceIdentifier" = local.cluster_arn } }
      },
    ]

    discovery = [
      {
        Sid    = "SeeTheRegion"
        Effect = "Allow"
        Action = [for noun in [
          "CapacityReservations", "Images", "InstanceStatus", "InstanceTypeOfferings", "InstanceTypes", "Instances",
          "LaunchTemplates", "PlacementGroups", "SecurityGroups", "SpotPriceHistory", "Subnets",
        ] : "ec2:Describe${noun}"]
        Resource  = ["*"]
        Condition = { StringEquals = { "aws:RequestedRegion" = var.region } }
      },
      {
        Sid      = "FindImages"
        Effect   = "Allow"
        Action   = ["ssm:GetParameter"]
        Resource = ["${local.arn_prefix}:ssm:${var.region}::parameter/aws/service/*"]
      },
      {
        # Neither action knows resources: a price list, and names of profiles.
        Sid      = "ComparePrices"
        Effect   = "Allow"
        Action   = ["pricing:GetProducts", "iam:ListInstanceProfiles"]
        Resource = ["*"]
      },
    ]
  }
}
