locals {
  cluster_alarms = {
    offline-partitions = { metric = "OfflinePartitionsCount", operator = "GreaterThanThreshold", threshold = 0, text = "Partitions have no leader: producers to them fail now." }
    controller         = { metric = "ActiveControllerCount", operator = "LessThanThreshold", threshold = 1, text = "No broker is the controller: the cluster cannot react to a failure." }
  }

  broker_alarms = {
    under-replicated = { metric = "UnderReplicatedPartitions", threshold = 0, text = "Partitions have fewer copies than they should: one more broker lost and writes stop." }
    disk             = { metric = "KafkaDataLogsDiskUsed", threshold = 80, text = "The disk fills faster than it grows (once in six hours): shorten the retention or raise volume_gib.max." }
    cpu              = { metric = "CpuUser", threshold = 60, text = "A broker is at its limit: above 60 % a lost broker takes the others with it. Take larger brokers or more of them." }
  }

  brokers = { for pair in setproduct(range(1, var.broker_count + 1), keys(local.broker_alarms)) : "${pair[1]}-${pair[0]}" => merge(local.broker_alarms[pair[1]], { broker = tostring(pair[0]) }) }
}

resource "aws_cloudwatch_metric_alarm" "cluster" {
  for_each            = local.cluster_alarms
  alarm_name          = "${var.name}-${each.key}"
  alarm_description   = each.value.text
  namespace           = "AWS/Kafka"
  metric_name         = each.value.metric
  statistic           = "Maximum"
  comparison_operator = each.value.operator
  threshold           = each.value.threshold
  period              = 60
  evaluation_periods  = 3
  treat_missing_data  = "breaching"
  alarm_actions       = [var.alarm_topic_arn]
  ok_actions          = [var.alarm_topic_arn]
  tags                = module.tags.all
  dimensions          = { "Cluster Name" = aws_msk_cluster.this.cluster_name }
}

resource "aws_cloudwatch_metric_alarm" "broker" {
  for_each            = local.brokers
  alarm_name          = "${var.name}-${each.key}"
  alarm_description   = each.value.text
  namespace           = "AWS/Kafka"
  metric_name         = each.value.metric
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = each.value.threshold
  period              = 300
  evaluation_periods  = 3
  treat_missing_data  = "missing"
  alarm_actions       = [var.alarm_topic_arn]
  ok_actions          = [var.alarm_topic_arn]
  tags                = module.tags.all
  dimensions          = { "Cluster Name" = aws_msk_cluster.this.cluster_name, "Broker ID" = each.value.broker }
}
