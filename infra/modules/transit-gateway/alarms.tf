locals {
  drops = {
    blackhole = { metric = "PacketDropCountBlackhole", text = "Somebody tries to cross from prod to nonprod or to a dropped range. Find the source in the flow logs (field pkt-src-aws-account-id, log-status)." }
    no-route  = { metric = "PacketDropCountNoRoute", text = "Packets arrive for which no route is known: a new network that is not in attachments or remote_cidrs, or a VPN that withdrew its routes." }
  }
}

resource "aws_cloudwatch_metric_alarm" "drops" {
  for_each = local.drops

  alarm_name          = "${var.name}-${each.key}"
  alarm_description   = each.value.text
  namespace           = "AWS/TransitGateway"
  metric_name         = each.value.metric
  dimensions          = { TransitGateway = aws_ec2_transit_gateway.this.id }
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 3
  comparison_operator = "GreaterThanThreshold"
  threshold           = 100
  treat_missing_data  = "notBreaching"
  alarm_actions       = [var.alarm_topic_arn]
  ok_actions          = [var.alarm_topic_arn]

  tags = module.tags.all
}
