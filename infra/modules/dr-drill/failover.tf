# The runbook "this region takes over" as a document: a person decides, then it
# fences, promotes, routes and verifies, and every step leaves an event.
locals {
  quarantine_group = "${replace(var.name, var.region, var.failover.from_region)}-quarantine"

  steps = [
    {
      name           = "approve"
      action         = "aws:approve"
      timeoutSeconds = var.failover.approval_timeout_minutes * 60
      onFailure      = "Abort"
      inputs = {
        NotificationArn      = aws_sns_topic.approval.arn
        Message              = "{{ Mode }} from ${var.failover.from_region} to ${var.region} for drill or incident {{ Reference }}. Approve only if you answer for it: a failover may lose the last seconds of writes."
        MinRequiredApprovals = var.failover.minimum_approvals
        Approvers            = sort(var.failover.approver_arns)
      }
      nextStep = "choose"
    },
    {
      name   = "choose"
      action = "aws:branch"
      inputs = {
        Choices = [{ NextStep = "fence", Variable = "{{ Mode }}", StringEquals = "failover" }]
        Default = "preflight"
      }
    },
    {
      # A switchover waits for full synchronisation and fences the old writer itself: no write is lost.
      name           = "preflight"
      action         = "aws:assertAwsResourceProperty"
      timeoutSeconds = 60
      onFailure      = "Abort"
      inputs = {
        Service                 = "rds"
        Api                     = "DescribeGlobalClusters"
        GlobalClusterIdentifier = var.failover.global_cluster_identifier
        PropertySelector        = "$.GlobalClusters[0].Status"
        DesiredValues           = ["available"]
      }
      nextStep = "switchover"
    },
    {
      name      = "switchover"
      action    = "aws:executeAwsApi"
      onFailure = "Abort"
      inputs = {
        Service                   = "rds"
        Api                       = "SwitchoverGlobalCluster"
        GlobalClusterIdentifier   = var.failover.global_cluster_identifier
        TargetDbClusterIdentifier = var.targets.aurora_cluster_arn
      }
      nextStep = "promoted"
    },
    {
      name           = "fence"
      action         = "aws:executeScript"
      timeoutSeconds = 120
      # A region that is gone cannot be fenced. The answer says so, and waiting would cost the RTO.
      onFailure = "Continue"
      inputs = {
        Runtime = "python3.11"
        Handler = "handler"
        Script  = file("${path.module}/scripts/fence.py")
        InputPayload = {
          FromRegion          = var.failover.from_region
          FromClusterArn      = var.failover.from_cluster_arn
          QuarantineGroupName = local.quarantine_group
        }
      }
      outputs  = [{ Name = "fenced", Selector = "$.Payload.fenced", Type = "String" }]
      nextStep = "failover"
    },
    {
      name      = "failover"
      action    = "aws:executeAwsApi"
      onFailure = "Abort"
      inputs = {
        Service                   = "rds"
        Api                       = "FailoverGlobalCluster"
        GlobalClusterIdentifier   = var.failover.global_cluster_identifier
        TargetDbClusterIdentifier = var.targets.aurora_cluster_arn
        AllowDataLoss             = true
      }
      nextStep = "promoted"
    },
    {
      name           = "promoted"
      action         = "aws:executeScript"
      timeoutSeconds = 600
      onFailure      = "Abort"
      inputs = {
        Runtime = "python3.11"
        Handler = "handler"
        Script  = file("${path.module}/scripts/wait_promoted.py")
        InputPayload = {
          ToRegion                = var.region
          ToClusterArn            = var.targets.aurora_cluster_arn
          GlobalClusterIdentifier = var.failover.global_cluster_identifier
        }
      }
      outputs  = [{ Name = "writer", Selector = "$.Payload.writer", Type = "String" }]
      nextStep = "route"
    },
    {
      name           = "route"
      action         = "aws:executeScript"
      timeoutSeconds = 120
      onFailure      = "Abort"
      inputs = {
        Runtime = "python3.11"
        Handler = "handler"
        Script  = file("${path.module}/scripts/route.py")
        InputPayload = {
          Endpoints = var.failover.routing_cluster_endpoints
          On        = sort(var.failover.routing_control_on_arns)
          Off       = sort(var.failover.routing_control_off_arns)
        }
      }
      outputs  = [{ Name = "endpoint", Selector = "$.Payload.endpoint", Type = "String" }]
      nextStep = "verify"
    },
    {
      name           = "verify"
      action         = "aws:executeScript"
      timeoutSeconds = 600
      onFailure      = "Abort"
      isEnd          = true
      inputs = {
        Runtime      = "python3.11"
        Handler      = "handler"
        Script       = file("${path.module}/scripts/verify.py")
        InputPayload = { Url = var.failover.verify_url, Successes = tostring(var.failover.verify_consecutive_successes) }
      }
      outputs = [{ Name = "firstGoodAt", Selector = "$.Payload.firstGoodAt", Type = "String" }]
    },
  ]

  document_head = {
    schemaVersion = "0.3"
    description   = "Region ${var.region} takes over from ${var.failover.from_region}: approve, fence, promote, route, verify"
    assumeRole    = aws_iam_role.failover.arn
    parameters = {
      Mode = {
        type          = "String"
        description   = "switchover: planned, loses nothing, both regions must be healthy. failover: unplanned, may lose the last seconds."
        allowedValues = ["switchover", "failover"]
      }
      Reference = {
        type           = "String"
        description    = "Id of the drill in the portal or number of the incident"
        allowedPattern = "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$"
      }
    }
    outputs = ["fence.fenced", "promoted.writer", "route.endpoint", "verify.firstGoodAt"]
  }
}

resource "aws_ssm_document" "failover" {
  name            = local.document
  document_type   = "Automation"
  document_format = "JSON"
  tags            = module.tags.all

  # Encoded step by step: Terraform wants the elements of one list to have the same shape.
  content = "${trimsuffix(jsonencode(local.document_head), "}")},\"mainSteps\":[${join(",", [for step in local.steps : jsonencode(step)])}]}"
}

resource "aws_sns_topic" "approval" {
  name              = "${var.name}-failover-approval"
  kms_master_key_id = aws_kms_key.this.arn
  tags              = module.tags.all
}

resource "aws_sns_topic_policy" "approval" {
  arn = aws_sns_topic.approval.arn

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "DocumentAsks"
        Effect    = "Allow"
        Principal = { AWS = aws_iam_role.failover.arn }
        Action    = "sns:Publish"
        Resource  = aws_sns_topic.approval.arn
      },
      {
        Sid       = "DenyInsecureTransport"
        Effect    = "Deny"
        Principal = "*"
        Action    = "sns:Publish"
        Resource  = aws_sns_topic.approval.arn
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      },
    ]
  })
}

resource "aws_iam_role" "failover" {
  name        = "${var.name}-${var.region}-failover"
  description = "Makes ${var.region} take over from ${var.failover.from_region}"
  tags        = module.tags.all

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "ssm.amazonaws.com" }
      Action    = "sts:AssumeRole"
      Condition = {
        StringEquals = { "aws:SourceAccount" = var.account_id }
        ArnLike      = { "aws:SourceArn" = "arn:aws:ssm:*:${var.account_id}:automation-execution/*" }
      }
    }]
  })
}

resource "aws_iam_role_policy" "failover" {
  #checkov:skip=CKV_AWS_355:Describing calls of RDS and EC2 cannot be limited to a resource, every change is limited by ARN (until 2027-05-31)
  name = "take-over"
  role = aws_iam_role.failover.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid    = "Promote"
        Effect = "Allow"
        Action = ["rds:SwitchoverGlobalCluster", "rds:FailoverGlobalCluster"]
        Resource = [
          "arn:aws:rds::${var.account_id}:global-cluster:${var.failover.global_cluster_identifier}",
          var.targets.aurora_cluster_arn,
          var.failover.from_cluster_arn,
        ]
      },
      {
        Sid    = "Fence"
        Effect = "Allow"
        Action = ["rds:ModifyDBCluster", "rds:RebootDBInstance"]
        Resource = [
          var.failover.from_cluster_arn,
          "arn:aws:rds:${var.failover.from_region}:${var.account_id}:db:${split(":", var.failover.from_cluster_arn)[6]}*",
        ]
      },
      {
        Sid      = "Look"
        Effect   = "Allow"
        Action   = ["rds:DescribeGlobalClusters", "rds:DescribeDBClusters", "ec2:DescribeSecurityGroups"]
        Resource = ["*"]
      },
      {
        Sid      = "Route"
        Effect   = "Allow"
        Action   = ["route53-recovery-cluster:UpdateRoutingControlStates", "route53-recovery-cluster:GetRoutingControlState"]
        Resource = sort(setunion(var.failover.routing_control_on_arns, var.failover.routing_control_off_arns))
      },
      {
        Sid      = "Ask"
        Effect   = "Allow"
        Action   = ["sns:Publish"]
        Resource = [aws_sns_topic.approval.arn]
      },
      {
        Sid      = "EncryptQuestions"
        Effect   = "Allow"
        Action   = ["kms:GenerateDataKey", "kms:Decrypt"]
        Resource = [aws_kms_key.this.arn]
      },
    ]
  })
}
