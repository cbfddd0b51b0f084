module "tags" {
  source = "../tags"
  module = "state"
  values = var.tags
}

locals {
  bucket     = "${var.name}-${var.account_id}-${var.region}"
  bucket_arn = "arn:aws:s3:::${local.bucket}"

  writers = toset(flatten([for stack in values(var.stacks) : tolist(stack.writer_role_arns)]))
  readers = toset(flatten([for stack in values(var.stacks) : tolist(stack.reader_role_arns)]))
  roles   = setunion(local.writers, local.readers, var.administrator_role_arns)

  # Policies name accounts as principals and roles in a condition: a role that
  # does not exist yet cannot be a principal, and the state comes before the roles.
  role_accounts = sort(distinct([for arn in local.roles : "arn:aws:iam::${split(":", arn)[4]}:root"]))
}

resource "aws_s3_bucket" "this" {
  #checkov:skip=CKV2_AWS_62:Nothing acts on a changed state, drift detection runs on a schedule (until 2027-05-31)
  #checkov:skip=CKV_AWS_144:Replication is the caller's choice by the variable replication (until 2027-05-31)
  bucket        = local.bucket
  force_destroy = !var.deletion_protection
  tags          = module.tags.all
}

resource "aws_s3_bucket_versioning" "this" {
  bucket = aws_s3_bucket.this.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "this" {
  bucket = aws_s3_bucket.this.id

  rule {
    bucket_key_enabled = true

    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.this.arn
    }
  }
}

resource "aws_s3_bucket_public_access_block" "this" {
  bucket                  = aws_s3_bucket.this.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_ownership_controls" "this" {
  bucket = aws_s3_bucket.this.id

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_logging" "this" {
  bucket        = aws_s3_bucket.this.id
  target_bucket = aws_s3_bucket.logs.id
  target_prefix = "${local.bucket}/"

  # S3 refuses a target that it may not write to yet.
  depends_on = [aws_s3_bucket_policy.logs]
}

resource "aws_s3_bucket_lifecycle_configuration" "this" {
  bucket = aws_s3_bucket.this.id

  rule {
    id     = "old-versions"
    status = "Enabled"

    filter {}

    noncurrent_version_expiration {
      noncurrent_days           = var.old_versions.keep_days
      newer_noncurrent_versions = var.old_versions.keep_count
    }

    abort_incomplete_multipart_upload {
      days_after_initiation = 1
    }
  }

  depends_on = [aws_s3_bucket_versioning.this]
}
