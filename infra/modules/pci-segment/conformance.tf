# What an assessor asks of the account, watched all the time instead of once a year. Each rule
# is one of AWS; the number is the requirement of PCI DSS 4.0 that it gives evidence for.

locals {
  config_rules = {
    encrypted-volumes             = { source = "ENCRYPTED_VOLUMES", requirement = "3.5.1" }
    ebs-encryption-by-default     = { source = "EC2_EBS_ENCRYPTION_BY_DEFAULT", requirement = "3.5.1", periodic = true }
    rds-storage-encrypted         = { source = "RDS_STORAGE_ENCRYPTED", requirement = "3.5.1" }
    rds-snapshot-encrypted        = { source = "RDS_SNAPSHOT_ENCRYPTED", requirement = "3.5.1" }
    s3-ssl-requests-only          = { source = "S3_BUCKET_SSL_REQUESTS_ONLY", requirement = "4.2.1" }
    rds-no-public-access          = { source = "RDS_INSTANCE_PUBLIC_ACCESS_CHECK", requirement = "1.4.4" }
    rds-snapshots-no-public       = { source = "RDS_SNAPSHOTS_PUBLIC_PROHIBITED", requirement = "1.4.4" }
    ec2-no-public-ip              = { source = "EC2_INSTANCE_NO_PUBLIC_IP", requirement = "1.4.4" }
    subnet-no-public-ip           = { source = "SUBNET_AUTO_ASSIGN_PUBLIC_IP_DISABLED", requirement = "1.4.4" }
    s3-no-public-read             = { source = "S3_BUCKET_PUBLIC_READ_PROHIBITED", requirement = "1.4.4" }
    s3-no-public-write            = { source = "S3_BUCKET_PUBLIC_WRITE_PROHIBITED", requirement = "1.4.4" }
    restricted-ssh                = { source = "INCOMING_SSH_DISABLED", requirement = "1.3.1" }
    restricted-common-ports       = { source = "RESTRICTED_INCOMING_TRAFFIC", requirement = "1.3.1" }
    default-security-group-closed = { source = "VPC_DEFAULT_SECURITY_GROUP_CLOSED", requirement = "1.3.1" }
    vpc-flow-logs-enabled         = { source = "VPC_FLOW_LOGS_ENABLED", requirement = "10.2.1", periodic = true }
    cloudtrail-enabled            = { source = "CLOUD_TRAIL_ENABLED", requirement = "10.2.1", periodic = true }
    cloudtrail-encrypted          = { source = "CLOUD_TRAIL_ENCRYPTION_ENABLED", requirement = "10.3.2", periodic = true }
    cloudtrail-validated          = { source = "CLOUD_TRAIL_LOG_FILE_VALIDATION_ENABLED", requirement = "10.3.4", periodic = true }
    root-mfa                      = { source = "ROOT_ACCOUNT_MFA_ENABLED", requirement = "8.4.2", periodic = true }
    key-rotation                  = { source = "CMK_BACKING_KEY_ROTATION_ENABLED", requirement = "3.7.4", periodic = true }
  }
}

resource "aws_config_config_rule" "this" {
  for_each = local.config_rules

  name                        = "${var.name}-${each.key}"
  description                 = "PCI DSS 4.0, requirement ${each.value.requirement}"
  maximum_execution_frequency = try(each.value.periodic, false) ? "TwentyFour_Hours" : null

  source {
    owner             = "AWS"
    source_identifier = each.value.source
  }

  tags = module.tags.all

  depends_on = [aws_config_configuration_recorder_status.this]
}

# The same topic as the alarms hears of a rule that is broken. Its policy must let
# events.amazonaws.com publish.
resource "aws_cloudwatch_event_rule" "broken" {
  name        = "${var.name}-config"
  description = "A PCI DSS rule of ${var.name} is broken"

  event_pattern = jsonencode({
    source      = ["aws.config"]
    detail-type = ["Config Rules Compliance Change"]
    detail = {
      configRuleName      = [{ prefix = "${var.name}-" }]
      newEvaluationResult = { complianceType = ["NON_COMPLIANT"] }
    }
  })

  tags = module.tags.all
}

resource "aws_cloudwatch_event_target" "broken" {
  rule = aws_cloudwatch_event_rule.broken.name
  arn  = var.alarm_topic_arn
}

# The recorder, where the organisation runs none in this account and region.

resource "aws_iam_role" "recorder" {
  count = var.recorder == null ? 0 : 1

  name        = "${var.name}-config"
  description = "Records the configuration of this account for the rules of ${var.name}"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "config.amazonaws.com" }
      Action    = "sts:AssumeRole"
      Condition = { StringEquals = { "aws:SourceAccount" = data.aws_caller_identity.current.account_id } }
    }]
  })

  tags = module.tags.all
}

resource "aws_iam_role_policy_attachment" "recorder" {
  count = var.recorder == null ? 0 : 1

  role       = aws_iam_role.recorder[0].name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWS_ConfigRole"
}

resource "aws_iam_role_policy" "recorder" {
  count = var.recorder == null ? 0 : 1

  name = "deliver"
  role = aws_iam_role.recorder[0].id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Action    = "s3:PutObject"
        Resource  = "arn:aws:s3:::${var.recorder.bucket_name}/${var.recorder.bucket_prefix}/AWSLogs/${data.aws_caller_identity.current.account_id}/*"
        Condition = { StringLike = { "s3:x-amz-acl" = "bucket-owner-full-control" } }
      },
      {
        Effect   = "Allow"
        Action   = "s3:GetBucketAcl"
        Resource = "arn:aws:s3:::${var.recorder.bucket_name}"
      },
      {
        Effect   = "Allow"
        Action   = ["kms:GenerateDataKey", "kms:Decrypt"]
        Resource = var.recorder.kms_key_arn
      },
    ]
  })
}

resource "aws_config_configuration_recorder" "this" {
  count = var.recorder == null ? 0 : 1

  name     = var.name
  role_arn = aws_iam_role.recorder[0].arn

  recording_group {
    all_supported                 = true
    include_global_resource_types = true
  }
}

resource "aws_config_delivery_channel" "this" {
  count = var.recorder == null ? 0 : 1

  name           = var.name
  s3_bucket_name = var.recorder.bucket_name
  s3_key_prefix  = var.recorder.bucket_prefix
  s3_kms_key_arn = var.recorder.kms_key_arn

  depends_on = [aws_config_configuration_recorder.this]
}

resource "aws_config_configuration_recorder_status" "this" {
  count = var.recorder == null ? 0 : 1

  name       = aws_config_configuration_recorder.this[0].name
  is_enabled = true

  depends_on = [aws_config_delivery_channel.this]
}
