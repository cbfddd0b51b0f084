module "tags" {
  source = "../tags"
  module = "transit-gateway"
  values = var.tags
}

data "aws_caller_identity" "current" {}

# Nothing is joined by default: an attachment that no line of this configuration names reaches nobody.
resource "aws_ec2_transit_gateway" "this" {
  description                        = var.name
  amazon_side_asn                    = var.amazon_side_asn
  auto_accept_shared_attachments     = "disable"
  default_route_table_association    = "disable"
  default_route_table_propagation    = "disable"
  dns_support                        = "enable"
  vpn_ecmp_support                   = "enable"
  multicast_support                  = "disable"
  security_group_referencing_support = "enable"

  tags = merge(module.tags.all, { Name = var.name })
}

# Accounts of the organisation may ask for an attachment; whether it is accepted is decided here.
resource "aws_ram_resource_share" "this" {
  count = length(var.share_with) > 0 ? 1 : 0

  name                      = "${var.name}-transit-gateway"
  allow_external_principals = false

  tags = module.tags.all
}

resource "aws_ram_resource_association" "this" {
  count = length(var.share_with) > 0 ? 1 : 0

  resource_arn       = aws_ec2_transit_gateway.this.arn
  resource_share_arn = aws_ram_resource_share.this[0].arn
}

resource "aws_ram_principal_association" "this" {
  for_each = var.share_with

  principal          = each.value
  resource_share_arn = aws_ram_resource_share.this[0].arn
}

resource "aws_ec2_transit_gateway_vpc_attachment_accepter" "this" {
  for_each = { for name, attachment in var.attachments : name => attachment if attachment.kind == "vpc" }

  transit_gateway_attachment_id                   = each.value.id
  transit_gateway_default_route_table_association = false
  transit_gateway_default_route_table_propagation = false

  tags = merge(module.tags.all, { Name = each.key, segment = each.value.segment })
}

# Between regions: traffic stays on the network of AWS and is encrypted there.

resource "aws_ec2_transit_gateway_peering_attachment" "this" {
  count = var.peer == null ? 0 : 1

  transit_gateway_id      = aws_ec2_transit_gateway.this.id
  peer_transit_gateway_id = var.peer.transit_gateway_id
  peer_region             = var.peer.region
  peer_account_id         = var.peer.account_id

  tags = merge(module.tags.all, { Name = "${var.name}-to-${var.peer.name}" })
}

resource "aws_ec2_transit_gateway_peering_attachment_accepter" "this" {
  for_each = var.accept_peering

  transit_gateway_attachment_id = each.value

  tags = merge(module.tags.all, { Name = "${var.name}-to-${each.key}" })
}
