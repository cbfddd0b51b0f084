resource "aws_db_subnet_group" "this" {
  name        = var.name
  description = "Data subnets of ${var.name}"
  subnet_ids  = var.subnet_ids
  tags        = module.tags.all
}

resource "aws_security_group" "this" {
  #checkov:skip=CKV2_AWS_5:It is attached to the cluster of this module (until 2027-05-31)
  name        = "${var.name}-aurora"
  description = "Aurora ${var.name}: in from named groups only, nothing out"
  vpc_id      = var.vpc_id
  tags        = merge(module.tags.all, { Name = "${var.name}-aurora" })
}

resource "aws_vpc_security_group_ingress_rule" "this" {
  for_each                     = var.allowed_security_group_ids
  security_group_id            = aws_security_group.this.id
  referenced_security_group_id = each.value
  description                  = "PostgreSQL over TLS from ${each.key}"
  ip_protocol                  = "tcp"
  from_port                    = local.port
  to_port                      = local.port
  tags                         = module.tags.all
}
