# Network ACLs are the second fence behind the security groups: coarse, without state, stated in full.

# Without rules: a subnet that is in no plan gets this one and talks to nobody.
resource "aws_default_network_acl" "this" {
  default_network_acl_id = aws_vpc.this.default_network_acl_id

  tags = merge(module.tags.all, { Name = "${var.name}-default-unused" })

  lifecycle {
    # AWS lists subnets here that have no ACL of their own yet.
    ignore_changes = [subnet_ids]
  }
}

locals {
  # From the internet: the web ports of load balancers, and answers to what was asked from inside.
  # The ports for answers leave out remote desktop (3389), as they leave out SSH.
  routed_ingress = {
    100 = { protocol = "-1", cidr = local.company_cidr, from_port = 0, to_port = 0 }
    110 = { protocol = "tcp", cidr = "0.0.0.0/0", from_port = 80, to_port = 80 }
    120 = { protocol = "tcp", cidr = "0.0.0.0/0", from_port = 443, to_port = 443 }
    130 = { protocol = "tcp", cidr = "0.0.0.0/0", from_port = 1024, to_port = 3388 }
    140 = { protocol = "tcp", cidr = "0.0.0.0/0", from_port = 3390, to_port = 65535 }
    150 = { protocol = "udp", cidr = "0.0.0.0/0", from_port = 3390, to_port = 65535 }
  }
}

resource "aws_network_acl" "routed" {
  vpc_id     = aws_vpc.this.id
  subnet_ids = concat(values(aws_subnet.public)[*].id, values(aws_subnet.app)[*].id, values(aws_subnet.transit)[*].id)

  tags = merge(module.tags.all, { Name = "${var.name}-routed" })
}

resource "aws_network_acl_rule" "routed_ingress" {
  for_each = local.routed_ingress

  #checkov:skip=CKV_AWS_352:rule 100 takes every port from inside the company only, security groups decide there (until 2027-05-31)
  network_acl_id = aws_network_acl.routed.id
  rule_number    = each.key
  rule_action    = "allow"
  egress         = false
  protocol       = each.value.protocol
  cidr_block     = each.value.cidr
  from_port      = each.value.from_port
  to_port        = each.value.to_port
}

# Path MTU discovery: without it large packets from outside vanish.
resource "aws_network_acl_rule" "routed_ingress_mtu" {
  #checkov:skip=CKV_AWS_352:ICMP has no ports, and one type and code is named (until 2027-05-31)
  network_acl_id = aws_network_acl.routed.id
  rule_number    = 160
  rule_action    = "allow"
  egress         = false
  protocol       = "icmp"
  cidr_block     = "0.0.0.0/0"
  icmp_type      = 3
  icmp_code      = 4
}

resource "aws_network_acl_rule" "routed_egress" {
  network_acl_id = aws_network_acl.routed.id
  rule_number    = 100
  rule_action    = "allow"
  egress         = true
  protocol       = "-1"
  cidr_block     = "0.0.0.0/0"
  from_port      = 0
  to_port        = 0
}

# Stores talk to the company and to nothing else, even if somebody adds a route.
resource "aws_network_acl" "data" {
  vpc_id     = aws_vpc.this.id
  subnet_ids = values(aws_subnet.data)[*].id

  ingress {
    rule_no    = 100
    action     = "allow"
    protocol   = "-1"
    cidr_block = local.company_cidr
    from_port  = 0
    to_port    = 0
  }

  egress {
    rule_no    = 100
    action     = "allow"
    protocol   = "-1"
    cidr_block = local.company_cidr
    from_port  = 0
    to_port    = 0
  }

  tags = merge(module.tags.all, { Name = "${var.name}-data" })
}
