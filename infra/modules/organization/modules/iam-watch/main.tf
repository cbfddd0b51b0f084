module "tags" {
  source = "../../../tags"
  module = "organization"
  values = var.tags
}

# Everything in IAM that makes, opens or removes something and was not done by
# the pipeline. A call by a person, a user's key or the root user has another
# session issuer or none at all: both match.
resource "aws_cloudwatch_event_rule" "this" {
  name        = "${var.name}-iam-outside-pipeline"
  description = "IAM was changed by somebody else than the pipeline"
  tags        = module.tags.all

  event_pattern = jsonencode({
    source      = ["aws.iam"]
    detail-type = ["AWS API Call via CloudTrail"]
    detail = {
      eventSource = ["iam.amazonaws.com"]
      eventName   = [for verb in ["Create", "Attach", "Put", "Update", "Add", "Set", "Upload", "Enable", "Detach", "Delete", "Remove"] : { prefix = verb }]
      errorCode   = [{ exists = false }]
      userIdentity = {
        sessionContext = {
          sessionIssuer = {
            arn = [{ anything-but = sort(var.pipeline_role_arns) }, { exists = false }]
          }
        }
      }
    }
  })
}

resource "aws_cloudwatch_event_target" "this" {
  rule      = aws_cloudwatch_event_rule.this.name
  target_id = "topic"
  arn       = aws_sns_topic.this.arn

  input_transformer {
    input_paths = {
      account = "$.account"
      call    = "$.detail.eventName"
      who     = "$.detail.userIdentity.arn"
      from    = "$.detail.sourceIPAddress"
      time    = "$.time"
      id      = "$.detail.eventID"
    }
    input_template = "\"IAM of account <account> was changed outside the pipeline: <call> by <who> from <from> at <time>. CloudTrail event <id>. Import it into Terraform or remove it.\""
  }

  dead_letter_config {
    arn = aws_sqs_queue.dead_letter.arn
  }

  depends_on = [aws_sns_topic_policy.this]
}

resource "aws_sns_topic" "this" {
  name              = "${var.name}-iam-outside-pipeline"
  kms_master_key_id = aws_kms_key.this.arn
  tags              = module.tags.all
}

resource "aws_sns_topic_policy" "this" {
  arn = aws_sns_topic.this.arn

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "RulePublishes"
        Effect    = "Allow"
        Principal = { Service = "events.amazonaws.com" }
        Action    = "sns:Publish"
        Resource  = aws_sns_topic.this.arn
        Condition = { ArnEquals = { "aws:SourceArn" = "arn:aws:events:${var.region}:${var.account_id}:rule/${var.name}-iam-outside-pipeline" } }
      },
      {
        Sid       = "DenyInsecureTransport"
        Effect    = "Deny"
        Principal = "*"
        Action    = "sns:Publish"
        Resource  = aws_sns_topic.this.arn
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      },
    ]
  })
}

resource "aws_sns_topic_subscription" "email" {
  for_each = var.alert_emails

  topic_arn = aws_sns_topic.this.arn
  protocol  = "email"
  endpoint  = each.key
}

# A report that could not be delivered is kept, it is audit material.
resource "aws_sqs_queue" "dead_letter" {
  name                      = "${var.name}-iam-outside-pipeline-failed"
  message_retention_seconds = 1209600
  kms_master_key_id         = aws_kms_key.this.arn
  tags                      = module.tags.all
}

resource "aws_sqs_queue_policy" "dead_letter" {
  queue_url = aws_sqs_queue.dead_letter.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "RuleWrites"
        Effect    = "Allow"
        Principal = { Service = "events.amazonaws.com" }
        Action    = "sqs:SendMessage"
        Resource  = aws_sqs_queue.dead_letter.arn
        Condition = { ArnEquals = { "aws:SourceArn" = aws_cloudwatch_event_rule.this.arn } }
      },
      {
        Sid       = "DenyInsecureTransport"
        Effect    = "Deny"
        Principal = "*"
        Action    = "sqs:*"
        Resource  = aws_sqs_queue.dead_letter.arn
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      },
    ]
  })
}

resource "aws_kms_key" "this" {
  description             = "Reports of IAM changes outside the pipeline"
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
        Sid       = "RuleEncryptsMessages"
        Effect    = "Allow"
        Principal = { Service = "events.amazonaws.com" }
        Action    = ["kms:GenerateDataKey*", "kms:Decrypt"]
        Resource  = "*"
        Condition = { StringEquals = { "aws:SourceAccount" = var.account_id } }
      },
    ]
  })
}

resource "aws_kms_alias" "this" {
  name          = "alias/${var.name}-iam-watch"
  target_key_id = aws_kms_key.this.key_id
}
