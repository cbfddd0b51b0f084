mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = { account_id = "111122223333" }
  }

  mock_resource "aws_kms_key" {
    defaults = { arn = "arn:aws:kms:us-east-1:111122223333:key/11111111-2222-3333-4444-555555555555" }
  }

  mock_resource "aws_cloudwatch_log_group" {
    defaults = { arn = "arn:aws:logs:us-east-1:111122223333:log-group:mocked" }
  }

  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::111122223333:role/mocked" }
  }

  mock_resource "aws_ram_resource_share" {
    defaults = { arn = "arn:aws:ram:us-east-1:111122223333:resource-share/mocked" }
  }

  mock_resource "aws_route53_resolver_rule" {
    defaults = { arn = "arn:aws:route53resolver:us-east-1:111122223333:resolver-rule/mocked" }
  }

  mock_resource "aws_route53_resolver_firewall_rule_group" {
    defaults = { arn = "arn:aws:route53resolver:us-east-1:111122223333:firewall-rule-group/mocked" }
  }

  mock_resource "aws_route53_resolver_query_log_config" {
    defaults = { arn = "arn:aws:route53resolver:us-east-1:111122223333:resolver-query-log-config/mocked" }
  }
}

variables {
  name            = "arctiq-dns-use1"
  region          = "us-east-1"
  vpc_id          = "vpc-0123456789abcdef0"
  subnet_ids      = { us-east-1a = "subnet-a", us-east-1b = "subnet-b", us-east-1c = "subnet-c" }
  inbound_cidrs   = { dc1 = "172.20.0.0/16" }
  blocked_domains = ["evil.example"]
  forward_rules   = { corp = { domain = "corp.arctiq.example", servers = [{ ip = "172.20.0.10" }, { ip = "172.20.1.10" }] } }
  alarm_topic_arn = "arn:aws:sns:us-east-1:111122223333:arctiq-alarms"
  tags            = { team = "platform", service = "resolver", environment = "network", cost_centre = "cc-1000" }
}

run "endpoints_stand_in_three_zones" {
  command = apply

  assert {
    condition     = aws_route53_resolver_endpoint.inbound.direction == "INBOUND" && aws_route53_resolver_endpoint.outbound.direction == "OUTBOUND"
    error_message = "one for each direction"
  }

  assert {
    condition     = length(aws_route53_resolver_endpoint.inbound.ip_address) == 3 && length(aws_route53_resolver_endpoint.outbound.ip_address) == 3
    error_message = "an address in each zone"
  }
}

run "only_named_networks_ask_and_only_named_servers_are_asked" {
  command = plan

  assert {
    condition     = { for key, rule in aws_vpc_security_group_ingress_rule.inbound : key => [rule.cidr_ipv4, rule.ip_protocol, tostring(rule.from_port), tostring(rule.to_port)] } == { dc1-tcp = ["172.20.0.0/16", "tcp", "53", "53"], dc1-udp = ["172.20.0.0/16", "udp", "53", "53"] }
    error_message = "DNS from the data centre and nothing else"
  }

  assert {
    condition     = toset([for rule in values(aws_vpc_security_group_egress_rule.outbound) : "${rule.cidr_ipv4} ${rule.ip_protocol} ${rule.from_port}-${rule.to_port}"]) == toset(["172.20.0.10/32 tcp 53-53", "172.20.0.10/32 udp 53-53", "172.20.1.10/32 tcp 53-53", "172.20.1.10/32 udp 53-53"])
    error_message = "DNS to the two servers and nothing else"
  }
}

run "forwarding" {
  command = plan

  assert {
    condition     = aws_route53_resolver_rule.this["corp"].rule_type == "FORWARD" && aws_route53_resolver_rule.this["corp"].domain_name == "corp.arctiq.example" && length(aws_route53_resolver_rule.this["corp"].target_ip) == 2
    error_message = "the domain goes to two servers"
  }

  assert {
    condition     = aws_route53_resolver_rule_association.this["corp"].vpc_id == var.vpc_id
    error_message = "the own VPC uses the rule"
  }
}

run "the_firewall_blocks_and_fails_closed" {
  command = plan

  variables {
    share_with              = { workloads = "arn:aws:organizations::111122223333:ou/o-abcde12345/ou-ab12-11111111" }
    allowed_domains         = ["*.arctiq.example"]
    managed_domain_list_ids = { malware = "rslvr-fdl-1", botnets = "rslvr-fdl-2" }
  }

  assert {
    condition     = aws_route53_resolver_firewall_config.this.firewall_fail_open == "DISABLED"
    error_message = "what cannot be decided does not resolve"
  }

  assert {
    condition     = aws_route53_resolver_firewall_rule.blocked.action == "BLOCK" && aws_route53_resolver_firewall_rule.blocked.block_response == "NXDOMAIN" && aws_route53_resolver_firewall_domain_list.blocked.domains == toset(["evil.example"])
    error_message = "the block list blocks"
  }

  assert {
    condition     = aws_route53_resolver_firewall_rule.allowed[0].priority == 100 && [for name in ["botnets", "malware"] : aws_route53_resolver_firewall_rule.managed[name].priority] == [200, 201] && aws_route53_resolver_firewall_rule.blocked.priority == 900
    error_message = "allowed first, then the lists of AWS, then our own"
  }

  assert {
    condition     = alltrue([for rule in values(aws_route53_resolver_firewall_rule.managed) : rule.action == "BLOCK"])
    error_message = "the lists of AWS block"
  }

  assert {
    condition     = aws_route53_resolver_firewall_rule_group_association.this.mutation_protection == "ENABLED" && aws_route53_resolver_firewall_rule_group_association.this.vpc_id == var.vpc_id
    error_message = "the VPC has the firewall"
  }
}

run "shared_inside_the_organisation_only" {
  command = apply

  variables {
    share_with              = { workloads = "arn:aws:organizations::111122223333:ou/o-abcde12345/ou-ab12-11111111" }
    allowed_domains         = ["*.arctiq.example"]
    managed_domain_list_ids = { malware = "rslvr-fdl-1", botnets = "rslvr-fdl-2" }
  }

  assert {
    condition     = aws_ram_resource_share.this[0].allow_external_principals == false
    error_message = "nobody outside the organisation can be invited"
  }

  assert {
    condition     = keys(aws_ram_resource_association.this) == ["firewall", "query-log", "rule-corp"]
    error_message = "rules, firewall and query log are shared"
  }
}

run "nothing_is_shared_without_a_name" {
  command = plan

  assert {
    condition     = length(aws_ram_resource_share.this) == 0 && length(aws_ram_resource_association.this) == 0
    error_message = "no share"
  }
}

run "logs_are_kept_encrypted" {
  command = apply

  assert {
    condition     = aws_cloudwatch_log_group.queries.kms_key_id == aws_kms_key.this.arn && aws_cloudwatch_log_group.queries.retention_in_days == 365
    error_message = "the log is encrypted with the module's key and kept for a year"
  }

  assert {
    condition     = aws_kms_key.this.enable_key_rotation && aws_kms_key.this.deletion_window_in_days == 30
    error_message = "the key rotates and cannot be lost within 30 days"
  }

  assert {
    condition     = strcontains(aws_kms_key.this.policy, "arn:aws:logs:us-east-1:111122223333:log-group:/arctiq/dns-queries/arctiq-dns-use1")
    error_message = "the logs service may use the key for this group only"
  }
}

run "queries_are_logged" {
  command = apply

  assert {
    condition     = aws_route53_resolver_query_log_config.this.destination_arn == aws_cloudwatch_log_group.queries.arn && aws_route53_resolver_query_log_config_association.this.resource_id == var.vpc_id
    error_message = "the VPC writes its queries to the encrypted group"
  }
}

run "alarms_call_and_clear" {
  command = plan

  assert {
    condition     = alltrue([for alarm in values(aws_cloudwatch_metric_alarm.unhealthy) : contains(alarm.alarm_actions, var.alarm_topic_arn) && contains(alarm.ok_actions, var.alarm_topic_arn)])
    error_message = "alarms tell when they begin and when they end"
  }
}

run "everything_carries_the_tags" {
  command = plan

  variables {
    share_with              = { workloads = "arn:aws:organizations::111122223333:ou/o-abcde12345/ou-ab12-11111111" }
    allowed_domains         = ["*.arctiq.example"]
    managed_domain_list_ids = { malware = "rslvr-fdl-1", botnets = "rslvr-fdl-2" }
  }

  assert {
    condition = alltrue([
      for tags in concat(
        [aws_security_group.inbound.tags, aws_security_group.outbound.tags, aws_route53_resolver_endpoint.inbound.tags, aws_route53_resolver_endpoint.outbound.tags],
        [aws_kms_key.this.tags, aws_cloudwatch_log_group.queries.tags, aws_route53_resolver_query_log_config.this.tags],
        [aws_route53_resolver_firewall_domain_list.blocked.tags, aws_route53_resolver_firewall_rule_group.this.tags, aws_route53_resolver_firewall_rule_group_association.this.tags],
        aws_route53_resolver_firewall_domain_list.allowed[*].tags,
        aws_ram_resource_share.this[*].tags,
        values(aws_vpc_security_group_ingress_rule.inbound)[*].tags,
        values(aws_vpc_security_group_egress_rule.outbound)[*].tags,
        values(aws_route53_resolver_rule.this)[*].tags,
        values(aws_cloudwatch_metric_alarm.unhealthy)[*].tags,
      ) :
      try(tags["team"] == "platform" && tags["service"] == "resolver" && tags["environment"] == "network" && tags["cost-centre"] == "cc-1000" && tags["managed-by"] == "terraform" && tags["module"] == "resolver", false)
    ])
    error_message = "every resource carries team, service, environment, cost-centre, managed-by and module"
  }
}
