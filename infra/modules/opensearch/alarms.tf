locals {
  # FreeStorageSpace is in MiB per node. OpenSearch stops to place shards on a node at 85 % and to write at 95 %.
  free_storage_mib = floor(var.data_nodes.volume_gib * 1024 * 0.25)

  alarms = {
    red              = { metric = "ClusterStatus.red", statistic = "Maximum", threshold = 1, periods = 1, text = "A primary shard is missing: part of the data can be neither read nor written." }
    yellow           = { metric = "ClusterStatus.yellow", statistic = "Maximum", threshold = 1, periods = 15, text = "A copy is missing for 15 minutes: one more lost node loses data." }
    writes-blocked   = { metric = "ClusterIndexWritesBlocked", statistic = "Maximum", threshold = 1, periods = 5, text = "The domain refuses writes: no disk left or no memory." }
    jvm              = { metric = "JVMMemoryPressure", statistic = "Maximum", threshold = 95, periods = 3, text = "Heap of a data node is full: fewer shards per node or larger nodes." }
    jvm-masters      = { metric = "MasterJVMMemoryPressure", statistic = "Maximum", threshold = 95, periods = 3, text = "Heap of a master is full: too many shards or masters too small." }
    cpu              = { metric = "CPUUtilization", statistic = "Maximum", threshold = 80, periods = 15, text = "A data node is at its limit for 15 minutes." }
    cpu-masters      = { metric = "MasterCPUUtilization", statistic = "Maximum", threshold = 60, periods = 15, text = "A master is at its limit for 15 minutes." }
    snapshot-failure = { metric = "AutomatedSnapshotFailure", statistic = "Maximum", threshold = 1, periods = 1, text = "The hourly snapshot failed." }
    key              = { metric = "KMSKeyInaccessible", statistic = "Maximum", threshold = 1, periods = 1, text = "The key cannot be used: the domain is lost if that lasts for days." }
  }
}

resource "aws_cloudwatch_metric_alarm" "this" {
  for_each            = local.alarms
  alarm_name          = "${var.name}-${each.key}"
  alarm_description   = each.value.text
  namespace           = "AWS/ES"
  metric_name         = each.value.metric
  statistic           = each.value.statistic
  comparison_operator = "GreaterThanOrEqualToThreshold"
  threshold           = each.value.threshold
  period              = 60
  evaluation_periods  = each.value.periods
  treat_missing_data  = "missing"
  alarm_actions       = [var.alarm_topic_arn]
  ok_actions          = [var.alarm_topic_arn]
  tags                = module.tags.all
  dimensions          = { DomainName = aws_opensearch_domain.this.domain_name, ClientId = data.aws_caller_identity.this.account_id }
}

resource "aws_cloudwatch_metric_alarm" "free_storage" {
  alarm_name          = "${var.name}-free-storage"
  alarm_description   = "A node has less than a quarter of its disk left: expire earlier, or raise data_nodes.volume_gib."
  namespace           = "AWS/ES"
  metric_name         = "FreeStorageSpace"
  statistic           = "Minimum"
  comparison_operator = "LessThanOrEqualToThreshold"
  threshold           = local.free_storage_mib
  period              = 60
  evaluation_periods  = 1
  treat_missing_data  = "missing"
  alarm_actions       = [var.alarm_topic_arn]
  ok_actions          = [var.alarm_topic_arn]
  tags                = module.tags.all
  dimensions          = { DomainName = aws_opensearch_domain.this.domain_name, ClientId = data.aws_caller_identity.this.account_id }
}
