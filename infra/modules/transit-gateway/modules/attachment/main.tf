module "tags" {
  source = "../../../tags"
  module = "transit-gateway"
  values = var.tags
}

# Association and propagation are decided in the network account, which accepts this
# attachment. The two arguments for the default tables are left out: from another account
# AWS neither sets nor shows them, and the gateway has no default tables.
resource "aws_ec2_transit_gateway_vpc_attachment" "this" {
  transit_gateway_id = var.transit_gateway_id
  vpc_id             = var.vpc_id
  subnet_ids         = var.subnet_ids
  dns_support        = "enable"
  ipv6_support       = "disable"

  tags = merge(module.tags.all, { Name = var.name })
}

locals {
  routes = merge([
    for name, id in var.route_tables : { for cidr in var.destination_cidrs : "${name} to ${cidr}" => { route_table_id = id, cidr = cidr } }
  ]...)
}

resource "aws_route" "this" {
  for_each = local.routes

  route_table_id         = each.value.route_table_id
  destination_cidr_block = each.value.cidr
  transit_gateway_id     = var.transit_gateway_id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.this]
}
