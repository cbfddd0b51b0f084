locals {
  alarms = {
    api-errors = {
      metric      = "apiserver_request_total_5XX"
      statistic   = "Sum"
      threshold   = 50
      description = "The API server of ${var.name} answered more than 50 requests a minute with 5xx, for 5 minutes. Deployments and autoscaling stall."
    }
    etcd-size = {
      metric      = "apiserver_storage_size_bytes"
      statistic   = "Maximum"
      threshold   = 6000000000
      description = "The store of ${var.name} holds more than 6 GB. At its limit the cluster becomes read-only: find what writes so many objects."
    }
    unschedulable-pods = {
      metric      = "scheduler_pending_pods_UNSCHEDULABLE"
      statistic   = "Minimum"
      threshold   = 20
      description = "More than 20 pods of ${var.name} have found no node for 5 minutes. Look at the limits of the node pools and at Karpenter's log."
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "this" {
  for_each = local.alarms

  alarm_name          = "${var.name}-${each.key}"
  alarm_description   = each.value.description
  namespace           = "AWS/EKS"
  metric_name         = each.value.metric
  dimensions          = { ClusterName = aws_eks_cluster.this.name }
  statistic           = each.value.statistic
  period              = 60
  evaluation_periods  = 5
  threshold           = each.value.threshold
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "missing"
  alarm_actions       = [var.alarm_topic_arn]
  ok_actions          = [var.alarm_topic_arn]

  tags = module.tags.all
}
