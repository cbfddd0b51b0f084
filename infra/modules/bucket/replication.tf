resource "aws_iam_role" "replication" {
  count       = var.replication == null ? 0 : 1
  name        = "rep-${var.name}"
  description = "Copies the objects of ${var.name} to another bucket"
  tags        = module.tags.all

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "s3.amazonaws.com" }
      Action    = "sts:AssumeRole"
      Condition = {
        StringEquals = { "aws:SourceAccount" = data.aws_caller_identity.this.account_id }
        ArnLike      = { "aws:SourceArn" = local.arn }
      }
    }]
  })
}

resource "aws_iam_role_policy" "replication" {
  count = var.replication == null ? 0 : 1
  name  = "replication"
  role  = aws_iam_role.replication[0].id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "ReadTheSource"
        Effect   = "Allow"
        Action   = ["s3:GetReplicationConfiguration", "s3:ListBucket", "s3:GetObjectVersionForReplication", "s3:GetObjectVersionAcl", "s3:GetObjectVersionTagging", "s3:GetObjectRetention", "s3:GetObjectLegalHold"]
        Resource = local.everything
      },
      {
        Sid      = "WriteTheCopy"
        Effect   = "Allow"
        Action   = ["s3:ReplicateObject", "s3:ReplicateDelete", "s3:ReplicateTags", "s3:ObjectOwnerOverrideToBucketOwner"]
        Resource = "${var.replication.bucket_arn}/*"
      },
      {
        Sid       = "Decrypt"
        Effect    = "Allow"
        Action    = "kms:Decrypt"
        Resource  = aws_kms_key.this.arn
        Condition = { StringEquals = { "kms:ViaService" = "s3.${var.region}.amazonaws.com" } }
      },
      {
        Sid      = "EncryptTheCopy"
        Effect   = "Allow"
        Action   = ["kms:Encrypt", "kms:GenerateDataKey"]
        Resource = var.replication.kms_key_arn
      },
    ]
  })
}

resource "aws_s3_bucket_replication_configuration" "this" {
  count  = var.replication == null ? 0 : 1
  bucket = aws_s3_bucket.this.id
  role   = aws_iam_role.replication[0].arn

  rule {
    id       = "everything"
    status   = "Enabled"
    priority = 0

    filter {}

    delete_marker_replication {
      status = "Enabled"
    }

    source_selection_criteria {
      sse_kms_encrypted_objects {
        status = "Enabled"
      }
    }

    destination {
      bucket  = var.replication.bucket_arn
      account = var.replication.account_id

      encryption_configuration {
        replica_kms_key_id = var.replication.kms_key_arn
      }

      # Promised within 15 minutes and measured, else the alarms below would have no metric.
      replication_time {
        status = "Enabled"
        time {
          minutes = 15
        }
      }

      metrics {
        status = "Enabled"
        event_threshold {
          minutes = 15
        }
      }

      dynamic "access_control_translation" {
        for_each = var.replication.account_id == null ? [] : [1]

        content {
          owner = "Destination"
        }
      }
    }
  }

  depends_on = [aws_s3_bucket_versioning.this]
}

locals {
  replication_alarms = {
    latency = { metric = "ReplicationLatency", statistic = "Maximum", threshold = 900, text = "Copies of ${var.name} are more than 15 minutes behind." }
    failed  = { metric = "OperationsFailedReplication", statistic = "Sum", threshold = 0, text = "Objects of ${var.name} could not be copied. Look for their status FAILED in the inventory." }
  }
}

resource "aws_cloudwatch_metric_alarm" "replication" {
  for_each            = var.replication == null ? {} : local.replication_alarms
  alarm_name          = "${var.name}-replication-${each.key}"
  alarm_description   = each.value.text
  namespace           = "AWS/S3"
  metric_name         = each.value.metric
  statistic           = each.value.statistic
  comparison_operator = "GreaterThanThreshold"
  threshold           = each.value.threshold
  period              = 300
  evaluation_periods  = 2
  treat_missing_data  = "notBreaching"
  alarm_actions       = [var.alarm_topic_arn]
  ok_actions          = [var.alarm_topic_arn]
  tags                = module.tags.all

  dimensions = {
    SourceBucket      = var.name
    DestinationBucket = element(split(":::", var.replication.bucket_arn), 1)
    RuleId            = "everything"
  }
}
