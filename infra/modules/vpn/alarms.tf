# The state of a tunnel is 1 (up) or 0 (down); both added tell how many carry traffic.
# A tunnel that reports nothing counts as down.
locals {
  alarms = merge(
    { for site in keys(var.customer_gateways) : "${site}-degraded" => { site = site, below = 2, periods = 3, text = "One tunnel to ${site} is down: traffic still flows, the next fault cuts the site off. AWS announces its own tunnel maintenance; if none is announced, look at the device." } },
    { for site in keys(var.customer_gateways) : "${site}-down" => { site = site, below = 1, periods = 1, text = "Both tunnels to ${site} are down: the site is cut off from AWS. Page the network on-call." } },
  )
}

resource "aws_cloudwatch_metric_alarm" "tunnels" {
  for_each = local.alarms

  alarm_name          = "${var.name}-${each.key}"
  alarm_description   = each.value.text
  comparison_operator = "LessThanThreshold"
  threshold           = each.value.below
  evaluation_periods  = each.value.periods
  treat_missing_data  = "breaching"
  alarm_actions       = [var.alarm_topic_arn]
  ok_actions          = [var.alarm_topic_arn]

  metric_query {
    id          = "up"
    label       = "Tunnels up"
    expression  = "FILL(t1, 0) + FILL(t2, 0)"
    return_data = true
  }

  metric_query {
    id = "t1"

    metric {
      namespace   = "AWS/VPN"
      metric_name = "TunnelState"
      dimensions  = { VpnId = aws_vpn_connection.this[each.value.site].id, TunnelIpAddress = aws_vpn_connection.this[each.value.site].tunnel1_address }
      stat        = "Maximum"
      period      = 300
    }
  }

  metric_query {
    id = "t2"

    metric {
      namespace   = "AWS/VPN"
      metric_name = "TunnelState"
      dimensions  = { VpnId = aws_vpn_connection.this[each.value.site].id, TunnelIpAddress = aws_vpn_connection.this[each.value.site].tunnel2_address }
      stat        = "Maximum"
      period      = 300
    }
  }

  tags = module.tags.all
}
