locals {
  mib = 1048576
  gib = 1073741824

  # Over all instances of the cluster: the worst one counts.
  alarms = {
    cpu             = { metric = "CPUUtilization", statistic = "Maximum", operator = "GreaterThanThreshold", threshold = var.alarm_thresholds.cpu_percent, missing = "breaching", text = "An instance is at its limit, or none answers." }
    freeable-memory = { metric = "FreeableMemory", statistic = "Minimum", operator = "LessThanThreshold", threshold = var.alarm_thresholds.freeable_memory_mib * local.mib, missing = "missing", text = "An instance runs out of memory: fewer connections or a larger instance." }
    connections     = { metric = "DatabaseConnections", statistic = "Maximum", operator = "GreaterThanThreshold", threshold = var.alarm_thresholds.connections, missing = "missing", text = "Many connections on one instance: look for a service without a pool." }
    local-storage   = { metric = "FreeLocalStorage", statistic = "Minimum", operator = "LessThanThreshold", threshold = var.alarm_thresholds.local_storage_gib * local.gib, missing = "missing", text = "Space for sorting and temporary tables runs out: look for a query that spills." }
    volume          = { metric = "VolumeBytesUsed", statistic = "Maximum", operator = "GreaterThanThreshold", threshold = var.alarm_thresholds.volume_gib * local.gib, missing = "notBreaching", text = "The volume is larger than planned: it grows by itself and so does the bill." }
    deadlocks       = { metric = "Deadlocks", statistic = "Average", operator = "GreaterThanThreshold", threshold = var.alarm_thresholds.deadlocks_per_min / 60, missing = "notBreaching", text = "Transactions wait for each other and are ended by the database." }
    replica-lag     = { metric = "AuroraReplicaLag", statistic = "Maximum", operator = "GreaterThanThreshold", threshold = var.alarm_thresholds.replica_lag_ms, missing = "notBreaching", text = "A reader of this region is behind its writer." }
    transaction-ids = { metric = "MaximumUsedTransactionIDs", statistic = "Maximum", operator = "GreaterThanThreshold", threshold = 1000000000, missing = "notBreaching", text = "Vacuum cannot keep up: at two thousand million the database stops to take writes." }
  }
}

resource "aws_cloudwatch_metric_alarm" "this" {
  for_each            = local.alarms
  alarm_name          = "${var.name}-${each.key}"
  alarm_description   = each.value.text
  namespace           = "AWS/RDS"
  metric_name         = each.value.metric
  statistic           = each.value.statistic
  comparison_operator = each.value.operator
  threshold           = each.value.threshold
  period              = 60
  evaluation_periods  = 5
  treat_missing_data  = each.value.missing
  alarm_actions       = [var.alarm_topic_arn]
  ok_actions          = [var.alarm_topic_arn]
  tags                = module.tags.all
  dimensions          = { DBClusterIdentifier = aws_rds_cluster.this.cluster_identifier }
}

# In both regions: the one that does not write emits the metric, and which one that is changes with every switchover.
# No figure is not a good figure. In the writing region the alarm rests in INSUFFICIENT_DATA; where this module is the
# secondary, the loss of the figure is told as well.
resource "aws_cloudwatch_metric_alarm" "rpo" {
  alarm_name                = "${var.name}-rpo"
  alarm_description         = "The other region is more than ${var.rpo_alarm_seconds} s ahead of ${var.region}: what is not here yet is lost in an unplanned failover. The objective is 300 s."
  namespace                 = "AWS/RDS"
  metric_name               = "AuroraGlobalDBRPOLag"
  statistic                 = "Maximum"
  comparison_operator       = "GreaterThanThreshold"
  threshold                 = var.rpo_alarm_seconds * 1000
  period                    = 60
  evaluation_periods        = 3
  datapoints_to_alarm       = 2
  treat_missing_data        = "missing"
  alarm_actions             = [var.alarm_topic_arn]
  ok_actions                = [var.alarm_topic_arn]
  insufficient_data_actions = local.primary ? [] : [var.alarm_topic_arn]
  tags                      = module.tags.all
  dimensions                = { DBClusterIdentifier = aws_rds_cluster.this.cluster_identifier }
}
