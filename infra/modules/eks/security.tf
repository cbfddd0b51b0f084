resource "aws_security_group" "cluster" {
  name        = "${var.name}-cluster"
  description = "Control plane of ${var.name}"
  vpc_id      = var.vpc_id

  tags = merge(module.tags.all, { Name = "${var.name}-cluster" })
}

resource "aws_security_group" "node" {
  name        = "${var.name}-node"
  description = "Nodes and pods of ${var.name}"
  vpc_id      = var.vpc_id

  # Karpenter finds it by the first tag; the load balancer controller opens it
  # to its load balancers by the second.
  tags = merge(module.tags.all, {
    Name                                = "${var.name}-node"
    "karpenter.sh/discovery"            = var.name
    "kubernetes.io/cluster/${var.name}" = "owned"
  })
}

# --- control plane -----------------------------------------------------------

resource "aws_vpc_security_group_ingress_rule" "cluster_from_node" {
  security_group_id            = aws_security_group.cluster.id
  description                  = "Nodes and pods to the API server"
  ip_protocol                  = "tcp"
  from_port                    = 443
  to_port                      = 443
  referenced_security_group_id = aws_security_group.node.id

  tags = module.tags.all
}

resource "aws_vpc_security_group_ingress_rule" "cluster_from_group" {
  for_each = var.api_client_security_groups

  security_group_id            = aws_security_group.cluster.id
  description                  = "${each.key} to the API server"
  ip_protocol                  = "tcp"
  from_port                    = 443
  to_port                      = 443
  referenced_security_group_id = each.value

  tags = module.tags.all
}

resource "aws_vpc_security_group_ingress_rule" "cluster_from_cidr" {
  for_each = var.api_client_cidrs

  security_group_id = aws_security_group.cluster.id
  description       = "${each.key} to the API server"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = each.value

  tags = module.tags.all
}

resource "aws_vpc_security_group_egress_rule" "cluster_to_node" {
  for_each = { webhooks-https = [443, 443], kubelet-and-webhooks = [1025, 65535] }

  security_group_id            = aws_security_group.cluster.id
  description                  = "API server to nodes and pods: ${each.key}"
  ip_protocol                  = "tcp"
  from_port                    = each.value[0]
  to_port                      = each.value[1]
  referenced_security_group_id = aws_security_group.node.id

  tags = module.tags.all
}

# --- nodes and pods ----------------------------------------------------------

resource "aws_vpc_security_group_ingress_rule" "node_from_node" {
  security_group_id            = aws_security_group.node.id
  description                  = "Nodes and pods among themselves; network policies narrow it"
  ip_protocol                  = "-1"
  referenced_security_group_id = aws_security_group.node.id

  tags = module.tags.all
}

resource "aws_vpc_security_group_ingress_rule" "node_from_cluster" {
  #checkov:skip=CKV_AWS_25:the source is the security group of the control plane, not an address (until 2027-05-31)
  #checkov:skip=CKV_AWS_24:the source is the security group of the control plane, not an address (until 2027-05-31)
  for_each = { webhooks-https = [443, 443], kubelet-and-webhooks = [1025, 65535] }

  security_group_id            = aws_security_group.node.id
  description                  = "API server to nodes and pods: ${each.key}"
  ip_protocol                  = "tcp"
  from_port                    = each.value[0]
  to_port                      = each.value[1]
  referenced_security_group_id = aws_security_group.cluster.id

  tags = module.tags.all
}

resource "aws_vpc_security_group_egress_rule" "node_to_private" {
  for_each = var.node_egress_cidrs

  security_group_id = aws_security_group.node.id
  description       = "Nodes and pods to ${each.key}"
  ip_protocol       = "-1"
  cidr_ipv4         = each.value

  tags = module.tags.all
}

resource "aws_vpc_security_group_egress_rule" "node_to_world" {
  security_group_id = aws_security_group.node.id
  description       = "HTTPS to the rest of the world; network policies say which pod"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "0.0.0.0/0"

  tags = module.tags.all
}
