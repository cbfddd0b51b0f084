module "tags" {
  source = "../tags"
  module = "bucket"
  values = var.tags
}

data "aws_caller_identity" "this" {}
data "aws_partition" "this" {}

locals {
  # Built from the name, so that policies can be written before the bucket is there.
  arn          = "arn:${data.aws_partition.this.partition}:s3:::${var.name}"
  account_root = "arn:${data.aws_partition.this.partition}:iam::${data.aws_caller_identity.this.account_id}:root"
}

# Access logs: see access_log_bucket.
resource "aws_s3_bucket" "this" {
  #checkov:skip=CKV_AWS_18:Access logs go to access_log_bucket where one is named; otherwise CloudTrail data events are the access log, which the caller states with null (until 2027-05-31)
  #checkov:skip=CKV_AWS_144:Replication is for what must outlive a region; the caller asks for it with the variable replication (until 2027-05-31)
  #checkov:skip=CKV2_AWS_62:Events are for those who listen; the caller asks for them with the variable eventbridge (until 2027-05-31)
  bucket              = var.name
  force_destroy       = !var.deletion_protection
  object_lock_enabled = var.object_lock != null
  tags                = merge(module.tags.all, { backup = var.backup_tier })
}

resource "aws_s3_bucket_versioning" "this" {
  bucket = aws_s3_bucket.this.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_ownership_controls" "this" {
  bucket = aws_s3_bucket.this.id

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_public_access_block" "this" {
  bucket                  = aws_s3_bucket.this.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_server_side_encryption_configuration" "this" {
  bucket = aws_s3_bucket.this.id

  rule {
    # One data key per bucket and day instead of one per object: the bill of KMS falls to almost nothing.
    bucket_key_enabled = true

    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.this.arn
    }
  }
}

resource "aws_s3_bucket_object_lock_configuration" "this" {
  count  = var.object_lock == null ? 0 : 1
  bucket = aws_s3_bucket.this.id

  rule {
    default_retention {
      mode = var.object_lock.mode
      days = var.object_lock.days
    }
  }

  depends_on = [aws_s3_bucket_versioning.this]
}

resource "aws_s3_bucket_logging" "this" {
  count         = var.access_log_bucket == null ? 0 : 1
  bucket        = aws_s3_bucket.this.id
  target_bucket = var.access_log_bucket
  target_prefix = "${var.name}/"
}

resource "aws_s3_bucket_notification" "this" {
  count       = var.eventbridge ? 1 : 0
  bucket      = aws_s3_bucket.this.id
  eventbridge = true
}

resource "aws_s3_bucket_inventory" "this" {
  count                    = var.inventory == null ? 0 : 1
  bucket                   = aws_s3_bucket.this.id
  name                     = "weekly"
  included_object_versions = "Current"
  optional_fields          = ["Size", "LastModifiedDate", "StorageClass", "EncryptionStatus", "ReplicationStatus", "ObjectLockRetainUntilDate"]

  schedule {
    frequency = "Weekly"
  }

  # The file is encrypted by the default of the bucket that it lands in.
  destination {
    bucket {
      format     = "Parquet"
      bucket_arn = var.inventory.bucket_arn
      prefix     = var.inventory.prefix
    }
  }
}
