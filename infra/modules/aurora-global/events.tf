locals {
  # Switchover and failover are told by the cluster (RDS-EVENT-0181, 0182, 0184, 0185, 0238 to 0241, 0397, 0519). That the
  # old writer was fenced is told by an instance (0390, and 0391 where the fencing timed out), so both are listened to,
  # in both regions: events land on whichever cluster can be reached.
  events = {
    db-cluster  = { categories = ["failover", "failure", "global-failover", "maintenance", "notification"], ids = [aws_rds_cluster.this.id] }
    db-instance = { categories = ["failover", "failure", "availability", "notification"], ids = aws_rds_cluster_instance.this[*].identifier }
  }
}

resource "aws_db_event_subscription" "this" {
  for_each         = local.events
  name             = "${var.name}-${each.key}"
  sns_topic        = coalesce(var.event_topic_arn, var.alarm_topic_arn)
  source_type      = each.key
  source_ids       = each.value.ids
  event_categories = each.value.categories
  tags             = module.tags.all
}
