module "tags" {
  source = "../tags"
  module = "dns-failover"
  values = var.tags
}

data "aws_region" "current" {}

locals {
  worst_case_client_move_seconds = var.health_check.interval * var.health_check.threshold + max([for record in values(var.records) : record.ttl]...)

  # Each name in each region.
  entries = merge([
    for key, record in var.records : { for name, endpoint in var.endpoints : "${key}-${name}" => { record = record, endpoint = endpoint, name = name } }
  ]...)

  latency  = { for key, entry in local.entries : key => entry if entry.record.policy == "latency" }
  failover = { for key, entry in local.entries : key => entry if entry.record.policy == "failover" }
}

# CNAME and not alias: an alias takes the time to live of its target, which is not ours to choose.

resource "aws_route53_record" "latency" {
  for_each = local.latency

  zone_id         = var.zone_id
  name            = each.value.record.name
  type            = "CNAME"
  ttl             = each.value.record.ttl
  records         = [each.value.endpoint.target]
  set_identifier  = each.value.name
  health_check_id = aws_route53_health_check.combined[each.value.name].id

  latency_routing_policy {
    region = each.value.endpoint.region
  }
}

resource "aws_route53_record" "failover" {
  for_each = local.failover

  zone_id         = var.zone_id
  name            = each.value.record.name
  type            = "CNAME"
  ttl             = each.value.record.ttl
  records         = [each.value.endpoint.target]
  set_identifier  = each.value.name
  health_check_id = aws_route53_health_check.combined[each.value.name].id

  failover_routing_policy {
    type = each.value.endpoint.primary ? "PRIMARY" : "SECONDARY"
  }
}
