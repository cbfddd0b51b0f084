module "tags" {
  source = "../tags"
  module = "opensearch"
  values = var.tags
}

data "aws_caller_identity" "this" {}
data "aws_partition" "this" {}

locals {
  log_group  = "/arctiq/opensearch/${var.name}"
  domain_arn = "arn:${data.aws_partition.this.partition}:es:${var.region}:${data.aws_caller_identity.this.account_id}:domain/${var.name}"
  logs = {
    audit        = "AUDIT_LOGS"
    application  = "ES_APPLICATION_LOGS"
    slow-search  = "SEARCH_SLOW_LOGS"
    slow-indexes = "INDEX_SLOW_LOGS"
  }

  audit_index_policy = file("${path.module}/policies/audit-logs.json")
}

resource "aws_opensearch_domain" "this" {
  #checkov:skip=CKV_AWS_317:AUDIT_LOGS is published by a dynamic block that the check does not read; the test asserts it (until 2027-05-31)
  domain_name    = var.name
  engine_version = var.engine_version
  tags           = module.tags.all

  cluster_config {
    instance_type            = var.data_nodes.type
    instance_count           = var.data_nodes.count
    dedicated_master_enabled = true
    dedicated_master_type    = var.master_node_type
    dedicated_master_count   = 3
    zone_awareness_enabled   = true

    zone_awareness_config {
      availability_zone_count = 3
    }
  }

  ebs_options {
    ebs_enabled = true
    volume_type = "gp3"
    volume_size = var.data_nodes.volume_gib
  }

  vpc_options {
    subnet_ids         = var.subnet_ids
    security_group_ids = [aws_security_group.this.id]
  }

  encrypt_at_rest {
    enabled    = true
    kms_key_id = aws_kms_key.this.arn
  }

  node_to_node_encryption {
    enabled = true
  }

  domain_endpoint_options {
    enforce_https       = true
    tls_security_policy = "Policy-Min-TLS-1-2-PFS-2023-10"
  }

  # Log-in by IAM only: there is no user with a password.
  advanced_security_options {
    enabled                        = true
    anonymous_auth_enabled         = false
    internal_user_database_enabled = false

    master_user_options {
      master_user_arn = var.master_role_arn
    }
  }

  access_policies = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = concat([var.master_role_arn], var.access_role_arns) }
      Action    = "es:ESHttp*"
      Resource  = "${local.domain_arn}/*"
    }]
  })

  dynamic "log_publishing_options" {
    for_each = local.logs

    content {
      log_type                 = log_publishing_options.value
      cloudwatch_log_group_arn = aws_cloudwatch_log_group.this[log_publishing_options.key].arn
      enabled                  = true
    }
  }

  off_peak_window_options {
    enabled = true

    off_peak_window {
      window_start_time {
        hours   = var.off_peak_start_hour
        minutes = 0
      }
    }
  }

  software_update_options {
    auto_software_update_enabled = true
  }

  auto_tune_options {
    desired_state       = "ENABLED"
    use_off_peak_window = true
  }

  depends_on = [aws_cloudwatch_log_resource_policy.this]
}

resource "aws_cloudwatch_log_group" "this" {
  #checkov:skip=CKV_AWS_338:The audit log of the domain is copied to the log archive; here it is at hand for log_retention_days (until 2027-05-31)
  for_each          = local.logs
  name              = "${local.log_group}/${each.key}"
  retention_in_days = var.log_retention_days
  kms_key_id        = aws_kms_key.this.arn
  tags              = module.tags.all
}

resource "aws_cloudwatch_log_resource_policy" "this" {
  policy_name = "opensearch-${var.name}"

  policy_document = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "es.amazonaws.com" }
      Action    = ["logs:PutLogEvents", "logs:CreateLogStream"]
      Resource  = [for group in aws_cloudwatch_log_group.this : "${group.arn}:*"]
      Condition = {
        StringEquals = { "aws:SourceAccount" = data.aws_caller_identity.this.account_id }
        ArnLike      = { "aws:SourceArn" = local.domain_arn }
      }
    }]
  })
}

resource "aws_security_group" "this" {
  #checkov:skip=CKV2_AWS_5:It is attached to the domain of this module (until 2027-05-31)
  name        = "${var.name}-opensearch"
  description = "OpenSearch ${var.name}: in from named groups only, nothing out"
  vpc_id      = var.vpc_id
  tags        = merge(module.tags.all, { Name = "${var.name}-opensearch" })
}

resource "aws_vpc_security_group_ingress_rule" "this" {
  for_each                     = var.allowed_security_group_ids
  security_group_id            = aws_security_group.this.id
  referenced_security_group_id = each.value
  description                  = "HTTPS from ${each.key}"
  ip_protocol                  = "tcp"
  from_port                    = 443
  to_port                      = 443
  tags                         = module.tags.all
}
