# The hourly snapshots of the service are kept for 14 days and go with the domain. What must outlive it is written with
# this role, by a policy inside the domain (see README).
resource "aws_iam_role" "snapshots" {
  count       = var.snapshot_bucket == null ? 0 : 1
  name        = "${var.name}-${var.region}-snapshots"
  description = "Snapshots of the OpenSearch domain ${var.name}"
  tags        = module.tags.all

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "es.amazonaws.com" }
      Action    = "sts:AssumeRole"
      Condition = {
        StringEquals = { "aws:SourceAccount" = data.aws_caller_identity.this.account_id }
        ArnLike      = { "aws:SourceArn" = local.domain_arn }
      }
    }]
  })
}

resource "aws_iam_role_policy" "snapshots" {
  count = var.snapshot_bucket == null ? 0 : 1
  name  = "snapshots"
  role  = aws_iam_role.snapshots[0].id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "s3:ListBucket"
        Resource = var.snapshot_bucket.arn
      },
      {
        Effect   = "Allow"
        Action   = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"]
        Resource = "${var.snapshot_bucket.arn}/*"
      },
      {
        Effect   = "Allow"
        Action   = ["kms:Decrypt", "kms:GenerateDataKey"]
        Resource = var.snapshot_bucket.kms_key_arn
      },
    ]
  })
}
