module "tags" {
  source = "../../../tags"
  module = "resolver"
  values = var.tags
}

resource "aws_route53_resolver_rule_association" "this" {
  for_each = var.rule_ids

  name             = "${var.name}-${each.key}"
  resolver_rule_id = each.value
  vpc_id           = var.vpc_id
}

resource "aws_route53_resolver_firewall_rule_group_association" "this" {
  name                   = var.name
  firewall_rule_group_id = var.firewall_rule_group_id
  priority               = 101
  vpc_id                 = var.vpc_id
  mutation_protection    = "ENABLED"

  tags = module.tags.all
}

# Closed when the firewall cannot decide; a setting of each VPC, so it is made in its account.
resource "aws_route53_resolver_firewall_config" "this" {
  resource_id        = var.vpc_id
  firewall_fail_open = "DISABLED"
}

resource "aws_route53_resolver_query_log_config_association" "this" {
  resolver_query_log_config_id = var.query_log_config_id
  resource_id                  = var.vpc_id
}
