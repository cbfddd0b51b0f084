locals {
  alarms = {
    cpu         = { metric = "EngineCPUUtilization", statistic = "Average", threshold = var.alarm_thresholds.cpu_percent, text = "Redis runs on one core per node: add shards." }
    memory      = { metric = "DatabaseMemoryUsagePercentage", statistic = "Maximum", threshold = var.alarm_thresholds.memory_percent, text = "Memory is nearly full. The policy ${var.maxmemory_policy} decides what goes next." }
    evictions   = { metric = "Evictions", statistic = "Sum", threshold = var.alarm_thresholds.evictions, text = "Redis throws keys away to make room: add shards or shorten the time to live." }
    connections = { metric = "CurrConnections", statistic = "Maximum", threshold = var.alarm_thresholds.connections, text = "Many connections: look for a client without a pool." }
    lag         = { metric = "ReplicationLag", statistic = "Maximum", threshold = var.alarm_thresholds.lag_seconds, text = "A replica is behind: what it lacks is lost if it takes over." }
  }

  node_alarms = { for pair in setproduct(local.nodes, keys(local.alarms)) : "${pair[0]}-${pair[1]}" => merge(local.alarms[pair[1]], { node = pair[0] }) }
}

# One per node: an average over the group would hide the one hot shard.
resource "aws_cloudwatch_metric_alarm" "this" {
  for_each            = local.node_alarms
  alarm_name          = each.key
  alarm_description   = each.value.text
  namespace           = "AWS/ElastiCache"
  metric_name         = each.value.metric
  statistic           = each.value.statistic
  comparison_operator = "GreaterThanThreshold"
  threshold           = each.value.threshold
  period              = 60
  evaluation_periods  = 5
  treat_missing_data  = "missing"
  alarm_actions       = [var.alarm_topic_arn]
  ok_actions          = [var.alarm_topic_arn]
  tags                = module.tags.all
  dimensions          = { CacheClusterId = each.value.node }

  depends_on = [aws_elasticache_replication_group.this]
}
