module "tags" {
  source = "../tags"
  module = "resolver"
  values = var.tags
}

data "aws_caller_identity" "current" {}

locals {
  # One security group rule for each server and protocol; a server of two rules counts once.
  servers = merge(flatten([
    for rule in values(var.forward_rules) : [
      for server in rule.servers : {
        for protocol in ["tcp", "udp"] : "${server.ip}-${server.port}-${protocol}" => { ip = server.ip, port = server.port, protocol = protocol }
      }
    ]
  ])...)

  askers = merge([
    for name, cidr in var.inbound_cidrs : { for protocol in ["tcp", "udp"] : "${name}-${protocol}" => { name = name, cidr = cidr, protocol = protocol } }
  ]...)
}

resource "aws_security_group" "inbound" {
  name        = "${var.name}-inbound"
  description = "DNS from networks outside AWS"
  vpc_id      = var.vpc_id

  tags = merge(module.tags.all, { Name = "${var.name}-inbound" })
}

resource "aws_vpc_security_group_ingress_rule" "inbound" {
  for_each = local.askers

  security_group_id = aws_security_group.inbound.id
  description       = "DNS from ${each.value.name}"
  cidr_ipv4         = each.value.cidr
  ip_protocol       = each.value.protocol
  from_port         = 53
  to_port           = 53

  tags = module.tags.all
}

resource "aws_security_group" "outbound" {
  name        = "${var.name}-outbound"
  description = "DNS to the servers of the forward rules"
  vpc_id      = var.vpc_id

  tags = merge(module.tags.all, { Name = "${var.name}-outbound" })
}

resource "aws_vpc_security_group_egress_rule" "outbound" {
  for_each = local.servers

  security_group_id = aws_security_group.outbound.id
  description       = "DNS to ${each.value.ip}"
  cidr_ipv4         = "${each.value.ip}/32"
  ip_protocol       = each.value.protocol
  from_port         = each.value.port
  to_port           = each.value.port

  tags = module.tags.all
}

resource "aws_route53_resolver_endpoint" "inbound" {
  name               = "${var.name}-inbound"
  direction          = "INBOUND"
  security_group_ids = [aws_security_group.inbound.id]
  protocols          = ["Do53"]

  dynamic "ip_address" {
    for_each = var.subnet_ids

    content {
      subnet_id = ip_address.value
    }
  }

  tags = merge(module.tags.all, { Name = "${var.name}-inbound" })
}

resource "aws_route53_resolver_endpoint" "outbound" {
  name               = "${var.name}-outbound"
  direction          = "OUTBOUND"
  security_group_ids = [aws_security_group.outbound.id]
  protocols          = ["Do53"]

  dynamic "ip_address" {
    for_each = var.subnet_ids

    content {
      subnet_id = ip_address.value
    }
  }

  tags = merge(module.tags.all, { Name = "${var.name}-outbound" })
}

resource "aws_route53_resolver_rule" "this" {
  for_each = var.forward_rules

  name                 = "${var.name}-${each.key}"
  rule_type            = "FORWARD"
  domain_name          = each.value.domain
  resolver_endpoint_id = aws_route53_resolver_endpoint.outbound.id

  dynamic "target_ip" {
    for_each = each.value.servers

    content {
      ip   = target_ip.value.ip
      port = target_ip.value.port
    }
  }

  tags = merge(module.tags.all, { Name = "${var.name}-${each.key}" })
}

resource "aws_route53_resolver_rule_association" "this" {
  for_each = var.forward_rules

  name             = "${var.name}-${each.key}"
  resolver_rule_id = aws_route53_resolver_rule.this[each.key].id
  vpc_id           = var.vpc_id
}

locals {
  # What modules/association of a workload account needs to see.
  shared = merge(
    { for name, rule in aws_route53_resolver_rule.this : "rule-${name}" => rule.arn },
    { firewall = aws_route53_resolver_firewall_rule_group.this.arn, query-log = aws_route53_resolver_query_log_config.this.arn },
  )
}

resource "aws_ram_resource_share" "this" {
  count = length(var.share_with) > 0 ? 1 : 0

  name                      = "${var.name}-resolver"
  allow_external_principals = false

  tags = module.tags.all
}

resource "aws_ram_resource_association" "this" {
  for_each = length(var.share_with) > 0 ? local.shared : {}

  resource_arn       = each.value
  resource_share_arn = aws_ram_resource_share.this[0].arn
}

resource "aws_ram_principal_association" "this" {
  for_each = var.share_with

  principal          = each.value
  resource_share_arn = aws_ram_resource_share.this[0].arn
}

resource "aws_cloudwatch_metric_alarm" "unhealthy" {
  for_each = { inbound = aws_route53_resolver_endpoint.inbound.id, outbound = aws_route53_resolver_endpoint.outbound.id }

  alarm_name          = "${var.name}-${each.key}-unhealthy"
  alarm_description   = "A network interface of the ${each.key} endpoint is being replaced. Names still resolve by the others; if all zones show it, look at the subnets and at AWS Health."
  namespace           = "AWS/Route53Resolver"
  metric_name         = "EndpointUnhealthyENICount"
  dimensions          = { EndpointId = each.value }
  statistic           = "Maximum"
  period              = 300
  evaluation_periods  = 2
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  treat_missing_data  = "notBreaching"
  alarm_actions       = [var.alarm_topic_arn]
  ok_actions          = [var.alarm_topic_arn]

  tags = module.tags.all
}
