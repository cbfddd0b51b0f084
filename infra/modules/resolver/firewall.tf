# DNS Firewall, in this order: what is never blocked, the lists of AWS, our own list.
# It fails closed: when it cannot decide, the name does not resolve. A store of card data
# rather waits than asks for a name that nobody has looked at.

resource "aws_route53_resolver_firewall_domain_list" "allowed" {
  count = length(var.allowed_domains) > 0 ? 1 : 0

  name    = "${var.name}-allowed"
  domains = var.allowed_domains

  tags = module.tags.all
}

resource "aws_route53_resolver_firewall_domain_list" "blocked" {
  name    = "${var.name}-blocked"
  domains = var.blocked_domains

  tags = module.tags.all
}

resource "aws_route53_resolver_firewall_rule_group" "this" {
  name = var.name

  tags = module.tags.all
}

resource "aws_route53_resolver_firewall_rule" "allowed" {
  count = length(var.allowed_domains) > 0 ? 1 : 0

  name                    = "allowed"
  action                  = "ALLOW"
  priority                = 100
  firewall_rule_group_id  = aws_route53_resolver_firewall_rule_group.this.id
  firewall_domain_list_id = aws_route53_resolver_firewall_domain_list.allowed[0].id
}

resource "aws_route53_resolver_firewall_rule" "managed" {
  for_each = var.managed_domain_list_ids

  name                    = each.key
  action                  = "BLOCK"
  block_response          = "NXDOMAIN"
  priority                = 200 + index(keys(var.managed_domain_list_ids), each.key)
  firewall_rule_group_id  = aws_route53_resolver_firewall_rule_group.this.id
  firewall_domain_list_id = each.value
}

resource "aws_route53_resolver_firewall_rule" "blocked" {
  name                    = "blocked"
  action                  = "BLOCK"
  block_response          = "NXDOMAIN"
  priority                = 900
  firewall_rule_group_id  = aws_route53_resolver_firewall_rule_group.this.id
  firewall_domain_list_id = aws_route53_resolver_firewall_domain_list.blocked.id
}

resource "aws_route53_resolver_firewall_rule_group_association" "this" {
  name                   = var.name
  firewall_rule_group_id = aws_route53_resolver_firewall_rule_group.this.id
  priority               = 101
  vpc_id                 = var.vpc_id
  mutation_protection    = "ENABLED"

  tags = module.tags.all
}

resource "aws_route53_resolver_firewall_config" "this" {
  resource_id        = var.vpc_id
  firewall_fail_open = "DISABLED"
}
