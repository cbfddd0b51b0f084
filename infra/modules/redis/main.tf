module "tags" {
  source = "../tags"
  module = "redis"
  values = var.tags
}

data "aws_caller_identity" "this" {}
data "aws_partition" "this" {}

locals {
  port      = 6379
  log_group = "/arctiq/redis/${var.name}"

  # ElastiCache names its nodes so. The alarms need the names, and they are known before the nodes are there.
  nodes = [for pair in setproduct(range(1, var.shards + 1), range(1, var.replicas_per_shard + 2)) : format("%s-%04d-%03d", var.name, pair[0], pair[1])]
}

resource "aws_elasticache_subnet_group" "this" {
  name        = var.name
  description = "Data subnets of ${var.name}"
  subnet_ids  = var.subnet_ids
  tags        = module.tags.all
}

resource "aws_elasticache_parameter_group" "this" {
  name        = var.name
  family      = "redis7"
  description = "Cluster mode and memory policy of ${var.name}"
  tags        = module.tags.all

  parameter {
    name  = "cluster-enabled"
    value = "yes"
  }

  parameter {
    name  = "maxmemory-policy"
    value = var.maxmemory_policy
  }

  # Room for snapshots and failover while memory is full.
  parameter {
    name  = "reserved-memory-percent"
    value = "25"
  }
}

resource "aws_elasticache_replication_group" "this" {
  #checkov:skip=CKV_AWS_31:Users log in by IAM (user group), which excludes the one shared auth token (until 2027-05-31)
  replication_group_id       = var.name
  description                = "Redis of ${var.tags.service}"
  engine                     = "redis"
  engine_version             = var.engine_version
  node_type                  = var.node_type
  port                       = local.port
  num_node_groups            = var.shards
  replicas_per_node_group    = var.replicas_per_shard
  automatic_failover_enabled = true
  multi_az_enabled           = true
  subnet_group_name          = aws_elasticache_subnet_group.this.name
  parameter_group_name       = aws_elasticache_parameter_group.this.name
  security_group_ids         = [aws_security_group.this.id]
  user_group_ids             = [aws_elasticache_user_group.this.user_group_id]
  at_rest_encryption_enabled = true
  kms_key_id                 = aws_kms_key.this.arn
  transit_encryption_enabled = true
  transit_encryption_mode    = "required"
  snapshot_retention_limit   = var.snapshot_retention_days
  snapshot_window            = var.snapshot_window
  final_snapshot_identifier  = var.deletion_protection ? "${var.name}-final" : null
  maintenance_window         = var.maintenance_window
  auto_minor_version_upgrade = true
  apply_immediately          = false
  notification_topic_arn     = var.alarm_topic_arn
  tags                       = module.tags.all

  dynamic "log_delivery_configuration" {
    for_each = toset(["slow-log", "engine-log"])

    content {
      destination      = aws_cloudwatch_log_group.this.name
      destination_type = "cloudwatch-logs"
      log_format       = "json"
      log_type         = log_delivery_configuration.value
    }
  }
}

resource "aws_cloudwatch_log_group" "this" {
  #checkov:skip=CKV_AWS_338:Slow and engine log serve the search for faults; what must be kept for a year is in the audit trail (until 2027-05-31)
  name              = local.log_group
  retention_in_days = var.log_retention_days
  kms_key_id        = aws_kms_key.this.arn
  tags              = module.tags.all
}
