module "tags" {
  source = "../tags"
  module = "aurora-global"
  values = var.tags
}

data "aws_caller_identity" "this" {}
data "aws_partition" "this" {}

locals {
  primary   = var.role == "primary"
  port      = 5432
  engine    = "aurora-postgresql"
  log_group = "/aws/rds/cluster/${var.name}/postgresql"
}

resource "aws_rds_global_cluster" "this" {
  count                     = local.primary ? 1 : 0
  global_cluster_identifier = var.global_cluster_identifier
  engine                    = local.engine
  engine_version            = var.engine_version
  engine_lifecycle_support  = "open-source-rds-extended-support-disabled"
  storage_encrypted         = true
  deletion_protection       = var.deletion_protection
  force_destroy             = !var.deletion_protection
  tags                      = module.tags.all
}

# Protected unless the caller says otherwise, as the example does.
resource "aws_rds_cluster" "this" {
  #checkov:skip=CKV_AWS_139:deletion_protection is true unless the caller says otherwise, as the example does (until 2027-05-31)
  #checkov:skip=CKV2_AWS_8:AWS Backup picks the cluster up by its tag backup; plan and selection are in the backup module (until 2027-05-31)
  #checkov:skip=CKV2_AWS_27:log_statement and log_min_duration_statement are set in parameters.tf by a dynamic block that the check does not read (until 2027-05-31)
  #checkov:skip=CKV_AWS_313:A global database survives the loss of a region; a cluster already lives in three zones (until 2027-05-31)
  cluster_identifier        = var.name
  global_cluster_identifier = local.primary ? aws_rds_global_cluster.this[0].id : var.global_cluster_identifier
  engine                    = local.engine
  engine_version            = var.engine_version
  engine_lifecycle_support  = "open-source-rds-extended-support-disabled"
  port                      = local.port

  # One region writes. Forwarding would hide from a service in the other region that every write crosses an ocean.
  enable_global_write_forwarding = false

  # The secondary gets data, users and passwords from the primary.
  database_name              = local.primary ? var.database_name : null
  master_username            = local.primary ? var.master_username : null
  master_password_wo         = local.primary ? var.master_password : null
  master_password_wo_version = local.primary ? var.master_password_version : null

  storage_encrypted                   = true
  kms_key_id                          = aws_kms_key.this.arn
  iam_database_authentication_enabled = true

  db_subnet_group_name            = aws_db_subnet_group.this.name
  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.this.name
  vpc_security_group_ids          = [aws_security_group.this.id]
  enabled_cloudwatch_logs_exports = ["postgresql"]

  backup_retention_period      = var.backup_retention_days
  preferred_backup_window      = var.preferred_backup_window
  preferred_maintenance_window = var.preferred_maintenance_window
  copy_tags_to_snapshot        = true
  delete_automated_backups     = !var.deletion_protection
  skip_final_snapshot          = !var.deletion_protection
  final_snapshot_identifier    = "${var.name}-final"
  deletion_protection          = var.deletion_protection
  apply_immediately            = false
  tags                         = merge(module.tags.all, { backup = var.backup_tier })

  lifecycle {
    # A new version goes through the global cluster, which raises all members in the right order. What a cluster
    # replicates from changes with every switchover.
    ignore_changes = [engine_version, replication_source_identifier]
  }

  depends_on = [aws_cloudwatch_log_group.this]
}

resource "aws_rds_cluster_instance" "this" {
  #checkov:skip=CKV_AWS_226:Minor versions are raised through the global cluster, so that both regions stay alike and a switchover stays possible (until 2027-05-31)
  count                                 = var.instance_count
  identifier                            = "${var.name}-${count.index + 1}"
  cluster_identifier                    = aws_rds_cluster.this.id
  engine                                = local.engine
  instance_class                        = var.instance_class
  db_subnet_group_name                  = aws_db_subnet_group.this.name
  publicly_accessible                   = false
  auto_minor_version_upgrade            = false
  copy_tags_to_snapshot                 = true
  promotion_tier                        = min(count.index, 2)
  performance_insights_enabled          = true
  performance_insights_kms_key_id       = aws_kms_key.this.arn
  performance_insights_retention_period = 7
  monitoring_interval                   = 30
  monitoring_role_arn                   = aws_iam_role.monitoring.arn
  preferred_maintenance_window          = var.preferred_maintenance_window
  apply_immediately                     = false
  tags                                  = module.tags.all
}

# Made before the cluster, else Aurora makes it: without encryption, and for ever.
resource "aws_cloudwatch_log_group" "this" {
  #checkov:skip=CKV_AWS_338:The audit trail of admin actions is copied to the log archive; here it is at hand for log_retention_days (until 2027-05-31)
  name              = local.log_group
  retention_in_days = var.log_retention_days
  kms_key_id        = aws_kms_key.this.arn
  tags              = module.tags.all
}

# Names of roles are global in an account, the clusters are not: the region keeps them apart.
resource "aws_iam_role" "monitoring" {
  name        = "${var.name}-${var.region}-rds-mon"
  description = "Enhanced monitoring of ${var.name} in ${var.region}"
  tags        = module.tags.all

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "monitoring.rds.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy_attachment" "monitoring" {
  role       = aws_iam_role.monitoring.name
  policy_arn = "arn:${data.aws_partition.this.partition}:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole"
}
