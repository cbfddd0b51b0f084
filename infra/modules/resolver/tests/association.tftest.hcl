mock_provider "aws" {}

variables {
  name                   = "arctiq-prod-use1"
  vpc_id                 = "vpc-0123456789abcdef0"
  rule_ids               = { corp = "rslvr-rr-0123456789abcdef" }
  firewall_rule_group_id = "rslvr-frg-0123456789abcdef"
  query_log_config_id    = "rqlc-0123456789abcdef"
  tags                   = { team = "platform", service = "network", environment = "prod", cost_centre = "cc-1000" }
}

run "a_vpc_takes_rules_firewall_and_log" {
  command = plan

  module {
    source = "./modules/association"
  }

  assert {
    condition     = aws_route53_resolver_rule_association.this["corp"].resolver_rule_id == "rslvr-rr-0123456789abcdef" && aws_route53_resolver_query_log_config_association.this.resource_id == var.vpc_id
    error_message = "the VPC uses the shared rules and writes the shared log"
  }

  assert {
    condition     = aws_route53_resolver_firewall_config.this.firewall_fail_open == "DISABLED" && aws_route53_resolver_firewall_rule_group_association.this.mutation_protection == "ENABLED"
    error_message = "the firewall fails closed and is not taken off by accident"
  }

  assert {
    condition     = alltrue([for key, value in { team = "platform", service = "network", environment = "prod", cost-centre = "cc-1000", managed-by = "terraform", module = "resolver" } : aws_route53_resolver_firewall_rule_group_association.this.tags[key] == value])
    error_message = "the association carries the tags"
  }
}

run "association_refuses_name_with_capitals" {
  command = plan

  module {
    source = "./modules/association"
  }

  variables {
    name = "Prod"
  }

  expect_failures = [var.name]
}

run "association_refuses_a_group_by_name" {
  command = plan

  module {
    source = "./modules/association"
  }

  variables {
    firewall_rule_group_id = "company"
  }

  expect_failures = [var.firewall_rule_group_id]
}
