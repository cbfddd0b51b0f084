# The web ACL: what it blocked and counted, kept encrypted and without credentials.

resource "aws_kms_key" "this" {
  description             = "Log of the web ACL of ${var.name}"
  enable_key_rotation     = true
  deletion_window_in_days = 30

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "AccountByIam"
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:root" }
        Action    = "kms:*"
        Resource  = "*"
      },
      {
        Sid       = "LogsOfThisGroup"
        Effect    = "Allow"
        Principal = { Service = "logs.us-east-1.amazonaws.com" }
        Action    = ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"]
        Resource  = "*"
        Condition = { ArnEquals = { "kms:EncryptionContext:aws:logs:arn" = local.log_group_arn } }
      },
    ]
  })

  tags = module.tags.all
}

resource "aws_kms_alias" "this" {
  name          = "alias/${var.name}-waf-log"
  target_key_id = aws_kms_key.this.key_id
}

resource "aws_cloudwatch_log_group" "waf" {
  name              = local.log_group_name
  retention_in_days = var.waf_log_retention_days
  kms_key_id        = aws_kms_key.this.arn

  tags = module.tags.all
}

locals {
  log_group_name = "aws-waf-logs-${var.name}"
  log_group_arn  = "arn:aws:logs:us-east-1:${data.aws_caller_identity.current.account_id}:log-group:${local.log_group_name}"
}

resource "aws_wafv2_web_acl_logging_configuration" "this" {
  resource_arn            = aws_wafv2_web_acl.this.arn
  log_destination_configs = [aws_cloudwatch_log_group.waf.arn]

  redacted_fields {
    single_header {
      name = "authorization"
    }
  }

  redacted_fields {
    single_header {
      name = "cookie"
    }
  }

  # Reset links and searches carry what a log must not keep.
  redacted_fields {
    query_string {}
  }

  # What passed is in the access log; here only what a rule had something to say about.
  logging_filter {
    default_behavior = "DROP"

    filter {
      behavior    = "KEEP"
      requirement = "MEETS_ANY"

      dynamic "condition" {
        for_each = ["BLOCK", "COUNT", "EXCLUDED_AS_COUNT", "CAPTCHA", "CHALLENGE"]

        content {
          action_condition {
            action = condition.value
          }
        }
      }
    }
  }
}

# Access log: to the bucket, without cookies and query strings (record_fields says all that is kept).

resource "aws_cloudwatch_log_delivery_source" "access" {
  name         = "${var.name}-access"
  log_type     = "ACCESS_LOGS"
  resource_arn = aws_cloudfront_distribution.this.arn

  tags = module.tags.all
}

resource "aws_cloudwatch_log_delivery_destination" "access" {
  name          = "${var.name}-access"
  output_format = "parquet"

  delivery_destination_configuration {
    destination_resource_arn = "${var.log_bucket_arn}/cloudfront/${var.name}"
  }

  tags = module.tags.all
}

resource "aws_cloudwatch_log_delivery" "access" {
  delivery_source_name     = aws_cloudwatch_log_delivery_source.access.name
  delivery_destination_arn = aws_cloudwatch_log_delivery_destination.access.arn

  record_fields = [
    "date", "time", "x-edge-location", "sc-bytes", "c-ip", "cs-method", "cs(Host)", "cs-uri-stem", "sc-status", "cs(User-Agent)",
    "x-edge-result-type", "x-edge-request-id", "x-host-header", "cs-protocol", "cs-bytes", "time-taken", "ssl-protocol", "ssl-cipher",
    "x-edge-response-result-type", "cs-protocol-version", "time-to-first-byte", "x-edge-detailed-result-type", "sc-content-type",
  ]

  s3_delivery_configuration = [{
    enable_hive_compatible_path = true
    suffix_path                 = "{yyyy}/{MM}/{dd}/{HH}"
  }]

  tags = module.tags.all
}
