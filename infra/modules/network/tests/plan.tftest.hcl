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
}

variables {
  name               = "arctiq-prod-use1"
  region             = "us-east-1"
  cidr               = "10.48.0.0/16"
  availability_zones = ["us-east-1a", "us-east-1b", "us-east-1c"]
  nat_gateways       = "per-az"
  cluster_names      = ["arctiq-prod-use1"]
  organization_id    = "o-abcde12345"
  alarm_topic_arn    = "arn:aws:sns:us-east-1:111122223333:arctiq-alarms"
  tags               = { team = "platform", service = "network", environment = "prod", cost_centre = "cc-1000" }
}

run "the_addresses_are_those_of_the_readme" {
  command = plan

  assert {
    condition = output.subnet_cidrs == {
      app     = ["10.48.0.0/19", "10.48.32.0/19", "10.48.64.0/19"]
      public  = ["10.48.128.0/22", "10.48.132.0/22", "10.48.136.0/22"]
      data    = ["10.48.144.0/22", "10.48.148.0/22", "10.48.152.0/22"]
      transit = ["10.48.160.0/28", "10.48.160.16/28", "10.48.160.32/28"]
      pci     = ["10.48.164.0/24", "10.48.165.0/24", "10.48.166.0/24"]
    }
    error_message = "the plan inside the VPC is fixed: addresses in use cannot be renumbered"
  }

  assert {
    condition     = aws_vpc.this.cidr_block == "10.48.0.0/16"
    error_message = "the VPC has the range that was asked for"
  }

  assert {
    condition     = [for az in var.availability_zones : aws_subnet.app[az].cidr_block] == ["10.48.0.0/19", "10.48.32.0/19", "10.48.64.0/19"]
    error_message = "app subnets are the three /19, one in each zone"
  }

  assert {
    condition     = [for az in var.availability_zones : aws_subnet.public[az].cidr_block] == ["10.48.128.0/22", "10.48.132.0/22", "10.48.136.0/22"]
    error_message = "public subnets are the three /22 from 128"
  }

  assert {
    condition     = [for az in var.availability_zones : aws_subnet.data[az].cidr_block] == ["10.48.144.0/22", "10.48.148.0/22", "10.48.152.0/22"]
    error_message = "data subnets are the three /22 from 144"
  }

  assert {
    condition     = [for az in var.availability_zones : aws_subnet.transit[az].cidr_block] == ["10.48.160.0/28", "10.48.160.16/28", "10.48.160.32/28"]
    error_message = "transit subnets are the three /28 from 160"
  }
}

run "no_two_ranges_of_the_plan_overlap" {
  command = plan

  # Sorted by their first address, each range begins where the one before has ended or later.
  assert {
    condition = alltrue([
      for a in flatten(values(output.subnet_cidrs)) : alltrue([
        for b in flatten(values(output.subnet_cidrs)) : a == b || (
          cidrhost("${split("/", a)[0]}/${min(tonumber(split("/", a)[1]), tonumber(split("/", b)[1]))}", 0)
          != cidrhost("${split("/", b)[0]}/${min(tonumber(split("/", a)[1]), tonumber(split("/", b)[1]))}", 0)
        )
      ])
    ])
    error_message = "two ranges overlap when they are the same under the shorter prefix"
  }

  assert {
    condition     = length(distinct(flatten(values(output.subnet_cidrs)))) == 15
    error_message = "fifteen different ranges"
  }
}

run "nothing_is_public_by_itself" {
  command = plan

  assert {
    condition     = alltrue([for subnet in concat(values(aws_subnet.public), values(aws_subnet.app), values(aws_subnet.data), values(aws_subnet.transit)) : subnet.map_public_ip_on_launch == false])
    error_message = "no subnet gives public addresses to what starts in it"
  }

  assert {
    condition     = aws_vpc.this.enable_dns_support && aws_vpc.this.enable_dns_hostnames
    error_message = "private endpoints need DNS of the VPC"
  }
}

run "per_az_has_a_gateway_in_each_zone" {
  command = plan

  assert {
    condition     = keys(aws_nat_gateway.this) == ["us-east-1a", "us-east-1b", "us-east-1c"] && length(aws_eip.nat) == 3
    error_message = "per-az makes three gateways"
  }

  assert {
    condition     = length(aws_route.nat) == 3 && alltrue([for route in values(aws_route.nat) : route.destination_cidr_block == "0.0.0.0/0"])
    error_message = "each app route table has its default route"
  }

  assert {
    condition     = length(aws_cloudwatch_metric_alarm.nat_ports) == 3
    error_message = "each gateway has its alarm"
  }
}

run "one_gateway_serves_three_zones" {
  command = plan

  variables {
    nat_gateways = "one"
    tags         = { team = "platform", service = "network", environment = "dev", cost_centre = "cc-1000" }
  }

  assert {
    condition     = keys(aws_nat_gateway.this) == ["us-east-1a"] && length(aws_route.nat) == 3
    error_message = "one gateway in the first zone, used by all three"
  }
}

run "none_has_no_way_out" {
  command = plan

  variables {
    nat_gateways = "none"
    tags         = { team = "platform", service = "network", environment = "dev", cost_centre = "cc-1000" }
  }

  assert {
    condition     = length(aws_nat_gateway.this) == 0 && length(aws_eip.nat) == 0 && length(aws_route.nat) == 0
    error_message = "none makes no gateway and no route"
  }
}

run "endpoints" {
  command = plan

  assert {
    condition     = alltrue([for service in ["ecr.api", "ecr.dkr", "sts", "logs", "secretsmanager", "kms", "ssm", "sqs", "elasticloadbalancing", "autoscaling"] : aws_vpc_endpoint.interface[service].service_name == "com.amazonaws.us-east-1.${service}" && aws_vpc_endpoint.interface[service].private_dns_enabled])
    error_message = "the usual services have a private endpoint with private DNS"
  }

  assert {
    condition     = keys(aws_vpc_endpoint.gateway) == ["dynamodb", "s3"] && alltrue([for endpoint in values(aws_vpc_endpoint.gateway) : endpoint.vpc_endpoint_type == "Gateway"])
    error_message = "s3 and dynamodb have gateway endpoints"
  }

  assert {
    condition     = alltrue([for endpoint in concat(values(aws_vpc_endpoint.gateway), values(aws_vpc_endpoint.interface)) : strcontains(endpoint.policy, "\"aws:PrincipalOrgID\":\"o-abcde12345\"")])
    error_message = "endpoints serve the principals of the organisation only"
  }

  assert {
    condition     = strcontains(aws_vpc_endpoint.gateway["s3"].policy, "starport-layer-bucket") && strcontains(aws_vpc_endpoint.interface["sts"].policy, "sts:AssumeRoleWithWebIdentity") && !strcontains(aws_vpc_endpoint.interface["kms"].policy, "WebIdentity")
    error_message = "image layers and the roles of pods work through the policies, and only where they must"
  }

  assert {
    condition     = aws_vpc_security_group_ingress_rule.endpoints.cidr_ipv4 == "10.48.0.0/16" && aws_vpc_security_group_ingress_rule.endpoints.from_port == 443 && aws_vpc_security_group_ingress_rule.endpoints.to_port == 443
    error_message = "endpoints take HTTPS from this VPC and nothing else"
  }
}

run "network_acls" {
  command = plan

  assert {
    condition     = length(aws_default_network_acl.this.ingress) == 0 && length(aws_default_network_acl.this.egress) == 0
    error_message = "the default ACL lets nothing through"
  }

  assert {
    condition     = alltrue([for rule in concat(tolist(aws_network_acl.data.ingress), tolist(aws_network_acl.data.egress)) : rule.cidr_block == "10.0.0.0/8"])
    error_message = "data subnets talk to the company's addresses only"
  }

  assert {
    condition     = alltrue([for rule in values(aws_network_acl_rule.routed_ingress) : rule.cidr_block != "0.0.0.0/0" || alltrue([for port in [20, 21, 22, 3389] : port < rule.from_port || port > rule.to_port])])
    error_message = "no remote login from the internet"
  }
}

run "default_security_group_and_route_table_are_empty" {
  command = plan

  assert {
    condition     = length(aws_default_security_group.this.ingress) == 0 && length(aws_default_security_group.this.egress) == 0
    error_message = "the default security group has no rule"
  }

  assert {
    condition     = length(aws_default_route_table.this.route) == 0
    error_message = "the main route table has local routes only"
  }
}

# Ids are known once applied, against the mocked provider.
run "data_subnets_have_no_route_to_the_internet" {
  command = apply

  assert {
    condition     = alltrue([for route in concat([aws_route.internet], values(aws_route.nat)) : !contains(concat(output.data_route_table_ids, [aws_route_table.transit.id]), route.route_table_id)])
    error_message = "no default route may be in the tables of data and transit subnets"
  }

  assert {
    condition     = alltrue([for association in values(aws_route_table_association.data) : association.route_table_id == output.data_route_table_ids[0]])
    error_message = "each data subnet has the table without a default route"
  }

  assert {
    condition     = alltrue([for az, route in aws_route.nat : route.nat_gateway_id == aws_nat_gateway.this[az].id && route.route_table_id == aws_route_table.app[az].id])
    error_message = "each zone leaves by its own gateway"
  }

  assert {
    condition     = length(aws_vpc_endpoint.gateway["s3"].route_table_ids) == 4 && !contains(aws_vpc_endpoint.gateway["s3"].route_table_ids, output.data_route_table_ids[0])
    error_message = "gateway endpoints serve public and app subnets"
  }

  assert {
    condition     = length(output.app_subnet_ids) == 3 && output.app_subnet_ids[2] == aws_subnet.app["us-east-1c"].id && keys(output.private_route_tables) == ["app-0", "app-1", "app-2", "data"]
    error_message = "outputs are in the order of the zones"
  }
}

run "flow_logs_are_kept_encrypted" {
  command = apply

  assert {
    condition     = aws_cloudwatch_log_group.flow.kms_key_id == aws_kms_key.this.arn && aws_cloudwatch_log_group.flow.retention_in_days == 365
    error_message = "flow logs are encrypted with the module's key and kept for a year"
  }

  assert {
    condition     = aws_kms_key.this.enable_key_rotation && aws_kms_key.this.deletion_window_in_days == 30
    error_message = "the key rotates and cannot be lost within 30 days"
  }

  assert {
    condition     = strcontains(aws_kms_key.this.policy, "arn:aws:logs:us-east-1:111122223333:log-group:/arctiq/vpc-flow-logs/arctiq-prod-use1")
    error_message = "the logs service may use the key for this group only"
  }

  assert {
    condition     = aws_flow_log.this.traffic_type == "ALL" && aws_flow_log.this.vpc_id == aws_vpc.this.id && aws_flow_log.this.log_destination == aws_cloudwatch_log_group.flow.arn
    error_message = "all traffic of the VPC is logged"
  }

  assert {
    condition     = strcontains(aws_iam_role.flow.assume_role_policy, "aws:SourceAccount") && !strcontains(aws_iam_role_policy.flow.policy, "\"Resource\":\"*\"")
    error_message = "the delivery role serves this account and writes this group"
  }
}

run "discovery_tags" {
  command = plan

  assert {
    condition     = alltrue([for subnet in values(aws_subnet.public) : subnet.tags["kubernetes.io/role/elb"] == "1" && subnet.tags["kubernetes.io/cluster/arctiq-prod-use1"] == "shared" && !contains(keys(subnet.tags), "karpenter.sh/discovery")])
    error_message = "public subnets are found by the load balancer controller and not by Karpenter"
  }

  assert {
    condition     = alltrue([for subnet in values(aws_subnet.app) : subnet.tags["kubernetes.io/role/internal-elb"] == "1" && subnet.tags["karpenter.sh/discovery"] == "arctiq-prod-use1"])
    error_message = "app subnets are found by both"
  }

  assert {
    condition     = alltrue([for subnet in concat(values(aws_subnet.data), values(aws_subnet.transit)) : !anytrue([for key in keys(subnet.tags) : strcontains(key, "kubernetes.io") || strcontains(key, "karpenter")])])
    error_message = "data and transit subnets are found by neither"
  }
}

run "everything_carries_the_tags" {
  command = plan

  assert {
    condition = alltrue([
      for tags in concat(
        [
          aws_vpc.this.tags, aws_default_security_group.this.tags, aws_default_network_acl.this.tags, aws_default_route_table.this.tags,
          aws_internet_gateway.this.tags, aws_route_table.public.tags, aws_route_table.data.tags, aws_route_table.transit.tags,
          aws_network_acl.routed.tags, aws_network_acl.data.tags, aws_security_group.endpoints.tags, aws_vpc_security_group_ingress_rule.endpoints.tags,
          aws_kms_key.this.tags, aws_cloudwatch_log_group.flow.tags, aws_iam_role.flow.tags, aws_flow_log.this.tags,
        ],
        values(aws_subnet.public)[*].tags, values(aws_subnet.app)[*].tags, values(aws_subnet.data)[*].tags, values(aws_subnet.transit)[*].tags,
        values(aws_eip.nat)[*].tags, values(aws_nat_gateway.this)[*].tags, values(aws_route_table.app)[*].tags, values(aws_cloudwatch_metric_alarm.nat_ports)[*].tags,
        values(aws_vpc_endpoint.gateway)[*].tags, values(aws_vpc_endpoint.interface)[*].tags,
      ) :
      try(tags["team"] == "platform" && tags["service"] == "network" && tags["environment"] == "prod" && tags["cost-centre"] == "cc-1000" && tags["managed-by"] == "terraform" && tags["module"] == "network", false)
    ])
    error_message = "every resource carries team, service, environment, cost-centre, managed-by and module"
  }
}

run "alarms_call_and_clear" {
  command = plan

  assert {
    condition     = alltrue([for alarm in values(aws_cloudwatch_metric_alarm.nat_ports) : contains(alarm.alarm_actions, var.alarm_topic_arn) && contains(alarm.ok_actions, var.alarm_topic_arn)])
    error_message = "alarms tell when they begin and when they end"
  }
}
