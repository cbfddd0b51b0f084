resource "aws_security_group" "this" {
  #checkov:skip=CKV2_AWS_5:It is attached to the replication group of this module (until 2027-05-31)
  name        = "${var.name}-redis"
  description = "Redis ${var.name}: in from named groups only, nothing out"
  vpc_id      = var.vpc_id
  tags        = merge(module.tags.all, { Name = "${var.name}-redis" })
}

resource "aws_vpc_security_group_ingress_rule" "this" {
  for_each                     = var.allowed_security_group_ids
  security_group_id            = aws_security_group.this.id
  referenced_security_group_id = each.value
  description                  = "Redis over TLS from ${each.key}"
  ip_protocol                  = "tcp"
  from_port                    = local.port
  to_port                      = local.port
  tags                         = module.tags.all
}
