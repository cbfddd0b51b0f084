locals {
  segments = ["prod", "nonprod", "shared"]

  # Which tables learn the routes of a segment. prod and nonprod are in no line together.
  reaches = {
    prod    = ["prod", "shared"]
    nonprod = ["nonprod", "shared"]
    shared  = ["prod", "nonprod", "shared"]
  }

  propagate_to = { for name, attachment in var.attachments : name => attachment.propagate_to == null ? local.reaches[attachment.segment] : tolist(attachment.propagate_to) }

  attachment_ids = merge(
    { for name, attachment in var.attachments : name => attachment.id if attachment.kind != "vpc" },
    { for name, accepted in aws_ec2_transit_gateway_vpc_attachment_accepter.this : name => accepted.id },
  )

  propagations = merge([
    for name, tables in local.propagate_to : { for table in tables : "${table} learns ${name}" => { attachment = name, table = table } }
  ]...)

  # A peering can only be joined to a table once the other side has accepted it. That it
  # has is said by naming what lies behind it.
  peering_used = length(flatten([for segment in local.segments : var.remote_cidrs[segment]])) > 0
  peering_id   = one(concat(aws_ec2_transit_gateway_peering_attachment.this[*].id, values(aws_ec2_transit_gateway_peering_attachment_accepter.this)[*].id))

  peering_routes = merge(flatten([
    for segment in local.segments : [
      for table in local.reaches[segment] : { for cidr in var.remote_cidrs[segment] : "${table} to ${cidr}" => { table = table, cidr = cidr } }
    ]
  ])...)

  segment_cidrs = {
    for segment in local.segments :
    segment => distinct(concat(flatten([for attachment in values(var.attachments) : attachment.cidrs if attachment.segment == segment]), var.remote_cidrs[segment]))
  }

  # What may not be reached is dropped by name, so that a wrong propagation or a wider
  # route cannot open it, and so that each attempt is counted.
  blackholes = merge(
    { for cidr in local.segment_cidrs.nonprod : "prod to ${cidr}" => { table = "prod", cidr = cidr } },
    { for cidr in local.segment_cidrs.prod : "nonprod to ${cidr}" => { table = "nonprod", cidr = cidr } },
    merge([for table in local.segments : { for cidr in var.blackhole_cidrs : "${table} to ${cidr}" => { table = table, cidr = cidr } }]...),
  )

  reachable = {
    for table in local.segments : table => sort(distinct(concat(
      flatten([for name, tables in local.propagate_to : var.attachments[name].cidrs if contains(tables, table)]),
      [for route in values(local.peering_routes) : route.cidr if route.table == table],
    )))
  }
}

resource "aws_ec2_transit_gateway_route_table" "this" {
  for_each = toset(local.segments)

  transit_gateway_id = aws_ec2_transit_gateway.this.id

  tags = merge(module.tags.all, { Name = "${var.name}-${each.key}", segment = each.key })
}

resource "aws_ec2_transit_gateway_route_table_association" "this" {
  for_each = var.attachments

  transit_gateway_attachment_id  = local.attachment_ids[each.key]
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.this[each.value.segment].id
}

resource "aws_ec2_transit_gateway_route_table_propagation" "this" {
  for_each = local.propagations

  transit_gateway_attachment_id  = local.attachment_ids[each.value.attachment]
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.this[each.value.table].id
}

# What arrives from the other region is looked up in the shared table. The separation of
# segments was made where it entered: prod there has routes to prod and shared here only.
resource "aws_ec2_transit_gateway_route_table_association" "peering" {
  count = local.peering_used ? 1 : 0

  transit_gateway_attachment_id  = local.peering_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.this["shared"].id
}

resource "aws_ec2_transit_gateway_route" "peering" {
  for_each = local.peering_routes

  destination_cidr_block         = each.value.cidr
  transit_gateway_attachment_id  = local.peering_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.this[each.value.table].id

  depends_on = [aws_ec2_transit_gateway_route_table_association.peering]
}

resource "aws_ec2_transit_gateway_route" "blackhole" {
  for_each = local.blackholes

  destination_cidr_block         = each.value.cidr
  blackhole                      = true
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.this[each.value.table].id

  lifecycle {
    precondition {
      condition     = !contains(local.reachable[each.value.table], each.value.cidr)
      error_message = "Segment ${each.value.table} would both reach and drop ${each.value.cidr}. Take the range out of blackhole_cidrs, or out of the segment that it does not belong to."
    }
  }
}
