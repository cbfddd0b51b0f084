locals {
  kafka_port     = 9098
  exporter_ports = { jmx = 11001, node = 11002 }
  exporters      = { for pair in setproduct(keys(var.monitoring_security_group_ids), keys(local.exporter_ports)) : "${pair[0]}-${pair[1]}" => { group = pair[0], port = local.exporter_ports[pair[1]] } }
}

resource "aws_security_group" "this" {
  #checkov:skip=CKV2_AWS_5:It is attached to the brokers of this module (until 2027-05-31)
  name        = "${var.name}-msk"
  description = "Kafka ${var.name}: in from named groups only, out between the brokers only"
  vpc_id      = var.vpc_id
  tags        = merge(module.tags.all, { Name = "${var.name}-msk" })
}

resource "aws_vpc_security_group_ingress_rule" "clients" {
  for_each                     = var.allowed_security_group_ids
  security_group_id            = aws_security_group.this.id
  referenced_security_group_id = each.value
  description                  = "Kafka over TLS with IAM from ${each.key}"
  ip_protocol                  = "tcp"
  from_port                    = local.kafka_port
  to_port                      = local.kafka_port
  tags                         = module.tags.all
}

resource "aws_vpc_security_group_ingress_rule" "exporters" {
  for_each                     = local.exporters
  security_group_id            = aws_security_group.this.id
  referenced_security_group_id = var.monitoring_security_group_ids[each.value.group]
  description                  = "Metrics of the brokers to ${each.value.group}"
  ip_protocol                  = "tcp"
  from_port                    = each.value.port
  to_port                      = each.value.port
  tags                         = module.tags.all
}

# Replicators work with the security group of the cluster, so members of the group may speak to each other.
resource "aws_vpc_security_group_ingress_rule" "members" {
  security_group_id            = aws_security_group.this.id
  referenced_security_group_id = aws_security_group.this.id
  description                  = "Kafka over TLS with IAM between members of this group"
  ip_protocol                  = "tcp"
  from_port                    = local.kafka_port
  to_port                      = local.kafka_port
  tags                         = module.tags.all
}

resource "aws_vpc_security_group_egress_rule" "members" {
  security_group_id            = aws_security_group.this.id
  referenced_security_group_id = aws_security_group.this.id
  description                  = "Kafka over TLS with IAM between members of this group"
  ip_protocol                  = "tcp"
  from_port                    = local.kafka_port
  to_port                      = local.kafka_port
  tags                         = module.tags.all
}
