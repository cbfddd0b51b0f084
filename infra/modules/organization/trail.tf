# The audit log of all accounts. Object lock in COMPLIANCE mode: nobody shortens
# it, neither an administrator of the management account nor its root user.
locals {
  trail            = "${var.name}-organization"
  trail_arn        = "arn:aws:cloudtrail:${var.region}:${var.account_id}:trail/${local.trail}"
  trail_bucket     = "${var.name}-audit-log-${var.account_id}"
  trail_bucket_arn = "arn:aws:s3:::${local.trail_bucket}"
}

# No second copy in CloudWatch Logs: see the reason below.
resource "aws_cloudtrail" "this" {
  #checkov:skip=CKV_AWS_252:New log files are not announced, the rules on CloudTrail events report in seconds (until 2027-05-31)
  #checkov:skip=CKV2_AWS_10:A second copy in CloudWatch Logs costs more than it tells, EventBridge rules alert and Athena searches the bucket (until 2027-05-31)
  name                          = local.trail
  s3_bucket_name                = aws_s3_bucket.trail.id
  kms_key_id                    = aws_kms_key.trail.arn
  is_organization_trail         = true
  is_multi_region_trail         = true
  include_global_service_events = true
  enable_log_file_validation    = true
  tags                          = module.tags.all

  # Management events of all accounts. Data events of single buckets are the owners' choice and cost.
  advanced_event_selector {
    name = "management events"

    field_selector {
      field  = "eventCategory"
      equals = ["Management"]
    }
  }

  depends_on = [aws_s3_bucket_policy.trail, aws_organizations_organization.this]
}

# The trail itself records who reads its bucket.
resource "aws_s3_bucket" "trail" {
  #checkov:skip=CKV_AWS_18:CloudTrail logs its own bucket, a second log would repeat it (until 2027-05-31)
  #checkov:skip=CKV_AWS_144:The log is of all regions already and locked, a copy is decided with the auditors (until 2027-05-31)
  #checkov:skip=CKV2_AWS_62:Nothing acts on single log files (until 2027-05-31)
  bucket              = local.trail_bucket
  object_lock_enabled = true
  tags                = module.tags.all
}

resource "aws_s3_bucket_versioning" "trail" {
  bucket = aws_s3_bucket.trail.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_object_lock_configuration" "trail" {
  bucket = aws_s3_bucket.trail.id

  rule {
    default_retention {
      mode = var.trail.lock_mode
      days = var.trail.retention_days
    }
  }

  depends_on = [aws_s3_bucket_versioning.trail]
}

resource "aws_s3_bucket_server_side_encryption_configuration" "trail" {
  bucket = aws_s3_bucket.trail.id

  rule {
    bucket_key_enabled = true

    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.trail.arn
    }
  }
}

resource "aws_s3_bucket_public_access_block" "trail" {
  bucket                  = aws_s3_bucket.trail.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_ownership_controls" "trail" {
  bucket = aws_s3_bucket.trail.id

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "trail" {
  bucket = aws_s3_bucket.trail.id

  rule {
    id     = "age"
    status = "Enabled"

    filter {}

    # The latest three months must be at hand (PCI DSS 10.5.1), the rest may take hours.
    transition {
      days          = 95
      storage_class = "GLACIER_IR"
    }

    expiration {
      days = var.trail.retention_days + 1
    }

    noncurrent_version_expiration {
      noncurrent_days = 1
    }

    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }
  }

  depends_on = [aws_s3_bucket_versioning.trail]
}

resource "aws_s3_bucket_policy" "trail" {
  bucket = aws_s3_bucket.trail.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "DenyInsecureTransport"
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:*"
        Resource  = [local.trail_bucket_arn, "${local.trail_bucket_arn}/*"]
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      },
      {
        Sid       = "TrailChecksBucket"
        Effect    = "Allow"
        Principal = { Service = "cloudtrail.amazonaws.com" }
        Action    = "s3:GetBucketAcl"
        Resource  = local.trail_bucket_arn
        Condition = { StringEquals = { "aws:SourceArn" = local.trail_arn } }
      },
      {
        Sid       = "TrailWrites"
        Effect    = "Allow"
        Principal = { Service = "cloudtrail.amazonaws.com" }
        Action    = "s3:PutObject"
        Resource  = ["${local.trail_bucket_arn}/AWSLogs/${var.account_id}/*", "${local.trail_bucket_arn}/AWSLogs/${aws_organizations_organization.this.id}/*"]
        Condition = { StringEquals = { "aws:SourceArn" = local.trail_arn } }
      },
    ]
  })

  depends_on = [aws_s3_bucket_public_access_block.trail]
}

resource "aws_kms_key" "trail" {
  description             = "Audit log of the organisation"
  enable_key_rotation     = true
  deletion_window_in_days = 30
  tags                    = module.tags.all

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "AccountDelegates"
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::${var.account_id}:root" }
        Action    = "kms:*"
        Resource  = "*"
      },
      {
        Sid       = "TrailEncrypts"
        Effect    = "Allow"
        Principal = { Service = "cloudtrail.amazonaws.com" }
        Action    = ["kms:GenerateDataKey*", "kms:DescribeKey"]
        Resource  = "*"
        Condition = { StringEquals = { "aws:SourceArn" = local.trail_arn } }
      },
      {
        # Auditors read the log in the security account.
        Sid       = "SecurityAccountDecrypts"
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::${aws_organizations_account.this["security"].id}:root" }
        Action    = ["kms:Decrypt", "kms:DescribeKey"]
        Resource  = "*"
      },
    ]
  })
}

resource "aws_kms_alias" "trail" {
  name          = "alias/${var.name}-audit-log"
  target_key_id = aws_kms_key.trail.key_id
}
