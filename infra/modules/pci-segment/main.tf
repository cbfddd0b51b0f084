module "tags" {
  source = "../tags"
  module = "pci-segment"
  values = var.tags
}

data "aws_caller_identity" "current" {}

locals {
  zone_numbers = { for i, az in var.availability_zones : az => i }
}

resource "aws_subnet" "this" {
  for_each = local.zone_numbers

  vpc_id                  = var.vpc_id
  availability_zone       = each.key
  cidr_block              = var.subnet_cidrs[each.value]
  map_public_ip_on_launch = false

  tags = merge(module.tags.all, { Name = "${var.name}-${each.key}", tier = "pci" })
}

# Stated in full: no route but those inside the VPC. What somebody adds by hand is taken away.
resource "aws_route_table" "this" {
  vpc_id = var.vpc_id
  route  = []

  tags = merge(module.tags.all, { Name = var.name })
}

resource "aws_route_table_association" "this" {
  for_each = local.zone_numbers

  subnet_id      = aws_subnet.this[each.key].id
  route_table_id = aws_route_table.this.id
}

# Network ACL: the peers, the answers to them, and a refusal that is written down. It has no
# memory, so that an answer is let through by its port; the security group closes that gap.

locals {
  ingress_names = keys(var.ingress_peers)
  egress_names  = keys(var.egress_peers)

  acl_ingress = concat(
    [for i, name in local.ingress_names : { rule_no = 100 + i * 10, cidr = var.ingress_peers[name].cidr, from_port = var.ingress_peers[name].port, to_port = var.ingress_peers[name].port }],
    [for i, name in local.egress_names : { rule_no = 400 + i * 10, cidr = var.egress_peers[name].cidr, from_port = 1024, to_port = 65535 }],
  )

  acl_egress = concat(
    [for i, name in local.ingress_names : { rule_no = 100 + i * 10, cidr = var.ingress_peers[name].cidr, from_port = 1024, to_port = 65535 }],
    [for i, name in local.egress_names : { rule_no = 400 + i * 10, cidr = var.egress_peers[name].cidr, from_port = var.egress_peers[name].port, to_port = var.egress_peers[name].port }],
  )
}

# Rules are inside the resource, so that one made by hand shows as drift and is removed.
resource "aws_network_acl" "this" {
  vpc_id     = var.vpc_id
  subnet_ids = values(aws_subnet.this)[*].id

  dynamic "ingress" {
    for_each = local.acl_ingress

    content {
      rule_no    = ingress.value.rule_no
      action     = "allow"
      protocol   = "tcp"
      cidr_block = ingress.value.cidr
      from_port  = ingress.value.from_port
      to_port    = ingress.value.to_port
    }
  }

  ingress {
    rule_no    = 32000
    action     = "deny"
    protocol   = "-1"
    cidr_block = "0.0.0.0/0"
    from_port  = 0
    to_port    = 0
  }

  dynamic "egress" {
    for_each = local.acl_egress

    content {
      rule_no    = egress.value.rule_no
      action     = "allow"
      protocol   = "tcp"
      cidr_block = egress.value.cidr
      from_port  = egress.value.from_port
      to_port    = egress.value.to_port
    }
  }

  egress {
    rule_no    = 32000
    action     = "deny"
    protocol   = "-1"
    cidr_block = "0.0.0.0/0"
    from_port  = 0
    to_port    = 0
  }

  tags = merge(module.tags.all, { Name = var.name })
}

resource "aws_security_group" "this" {
  #checkov:skip=CKV2_AWS_5:what stands in the segment is made by the caller, who attaches it by output security_group_id (until 2027-05-31)
  name        = var.name
  description = "Payments segment: named peers only"
  vpc_id      = var.vpc_id

  tags = merge(module.tags.all, { Name = var.name })
}

resource "aws_vpc_security_group_ingress_rule" "peer" {
  for_each = var.ingress_peers

  security_group_id            = aws_security_group.this.id
  description                  = "From ${each.key}"
  cidr_ipv4                    = each.value.security_group_id == null ? each.value.cidr : null
  referenced_security_group_id = each.value.security_group_id
  ip_protocol                  = "tcp"
  from_port                    = each.value.port
  to_port                      = each.value.port

  tags = merge(module.tags.all, { Name = each.key })
}

resource "aws_vpc_security_group_egress_rule" "peer" {
  for_each = var.egress_peers

  security_group_id            = aws_security_group.this.id
  description                  = "To ${each.key}"
  cidr_ipv4                    = each.value.security_group_id == null ? each.value.cidr : null
  referenced_security_group_id = each.value.security_group_id
  ip_protocol                  = "tcp"
  from_port                    = each.value.port
  to_port                      = each.value.port

  tags = merge(module.tags.all, { Name = each.key })
}
