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

  mock_resource "aws_ec2_transit_gateway" {
    defaults = { arn = "arn:aws:ec2:us-east-1:111122223333:transit-gateway/tgw-mocked" }
  }

  mock_resource "aws_ram_resource_share" {
    defaults = { arn = "arn:aws:ram:us-east-1:111122223333:resource-share/mocked" }
  }
}

variables {
  name            = "arctiq-core-use1"
  region          = "us-east-1"
  amazon_side_asn = 64512
  alarm_topic_arn = "arn:aws:sns:us-east-1:111122223333:arctiq-alarms"
  tags            = { team = "platform", service = "transit-gateway", environment = "network", cost_centre = "cc-1000" }
}

run "nothing_is_joined_by_default" {
  command = plan

  assert {
    condition     = aws_ec2_transit_gateway.this.default_route_table_association == "disable" && aws_ec2_transit_gateway.this.default_route_table_propagation == "disable"
    error_message = "an attachment that nobody names reaches nobody"
  }

  assert {
    condition     = aws_ec2_transit_gateway.this.auto_accept_shared_attachments == "disable"
    error_message = "each attachment is accepted by a line of this configuration"
  }

  assert {
    condition     = keys(aws_ec2_transit_gateway_route_table.this) == ["nonprod", "prod", "shared"]
    error_message = "three tables"
  }

  assert {
    condition     = length(aws_ec2_transit_gateway_route_table_association.this) == 0 && length(aws_ec2_transit_gateway_route_table_propagation.this) == 0 && length(aws_ec2_transit_gateway_route.blackhole) == 0
    error_message = "an empty policy routes nothing"
  }

  assert {
    condition     = length(aws_ram_resource_share.this) == 0
    error_message = "without share_with nothing is shared"
  }
}

# Ids are known once applied, so that tables and attachments can be compared as AWS would see them.
run "prod_and_nonprod_never_reach_each_other" {
  command = apply

  variables {
    attachments = {
      prod-use1    = { id = "tgw-attach-1", segment = "prod", cidrs = ["10.48.0.0/16"] }
      staging-use1 = { id = "tgw-attach-2", segment = "nonprod", cidrs = ["10.32.0.0/16"] }
      dev-use1     = { id = "tgw-attach-3", segment = "nonprod", cidrs = ["10.16.0.0/16"] }
      network-use1 = { id = "tgw-attach-4", segment = "shared", kind = "own-vpc", cidrs = ["10.0.0.0/16"] }
      dc1          = { id = "tgw-attach-5", segment = "shared", kind = "vpn", cidrs = ["172.20.0.0/16"] }
    }
    remote_cidrs    = { prod = ["10.49.0.0/16"], nonprod = ["10.33.0.0/16"], shared = ["10.1.0.0/16"] }
    peer            = { name = "euw1", region = "eu-west-1", transit_gateway_id = "tgw-0fedcba9876543210", account_id = "111122223333" }
    blackhole_cidrs = ["192.168.0.0/16"]
    share_with      = { workloads = "arn:aws:organizations::111122223333:ou/o-abcde12345/ou-ab12-11111111" }
  }

  assert {
    condition     = alltrue([for p in values(aws_ec2_transit_gateway_route_table_propagation.this) : p.transit_gateway_route_table_id != aws_ec2_transit_gateway_route_table.this["prod"].id || !contains([aws_ec2_transit_gateway_vpc_attachment_accepter.this["dev-use1"].id, aws_ec2_transit_gateway_vpc_attachment_accepter.this["staging-use1"].id], p.transit_gateway_attachment_id)])
    error_message = "the prod table learns nothing of dev and staging"
  }

  assert {
    condition     = alltrue([for p in values(aws_ec2_transit_gateway_route_table_propagation.this) : p.transit_gateway_route_table_id != aws_ec2_transit_gateway_route_table.this["nonprod"].id || p.transit_gateway_attachment_id != aws_ec2_transit_gateway_vpc_attachment_accepter.this["prod-use1"].id])
    error_message = "the nonprod table learns nothing of prod"
  }

  assert {
    condition     = alltrue([for r in values(aws_ec2_transit_gateway_route.peering) : r.transit_gateway_route_table_id != aws_ec2_transit_gateway_route_table.this["prod"].id || contains(["10.49.0.0/16", "10.1.0.0/16"], r.destination_cidr_block)])
    error_message = "from prod the peering leads to prod and shared of the other region"
  }

  assert {
    condition     = alltrue([for r in values(aws_ec2_transit_gateway_route.peering) : r.transit_gateway_route_table_id != aws_ec2_transit_gateway_route_table.this["nonprod"].id || contains(["10.33.0.0/16", "10.1.0.0/16"], r.destination_cidr_block)])
    error_message = "from nonprod the peering leads to nonprod and shared of the other region"
  }

  assert {
    condition     = toset([for r in values(aws_ec2_transit_gateway_route.blackhole) : r.destination_cidr_block if r.transit_gateway_route_table_id == aws_ec2_transit_gateway_route_table.this["prod"].id && r.blackhole]) == toset(["10.16.0.0/16", "10.32.0.0/16", "10.33.0.0/16", "192.168.0.0/16"])
    error_message = "prod drops the ranges of nonprod in both regions"
  }

  assert {
    condition     = toset([for r in values(aws_ec2_transit_gateway_route.blackhole) : r.destination_cidr_block if r.transit_gateway_route_table_id == aws_ec2_transit_gateway_route_table.this["nonprod"].id && r.blackhole]) == toset(["10.48.0.0/16", "10.49.0.0/16", "192.168.0.0/16"])
    error_message = "nonprod drops the ranges of prod in both regions"
  }

  assert {
    condition     = aws_ec2_transit_gateway_route_table_association.this["prod-use1"].transit_gateway_route_table_id == aws_ec2_transit_gateway_route_table.this["prod"].id && aws_ec2_transit_gateway_route_table_association.this["dev-use1"].transit_gateway_route_table_id == aws_ec2_transit_gateway_route_table.this["nonprod"].id
    error_message = "each attachment is associated with the table of its segment"
  }

  assert {
    condition     = aws_ec2_transit_gateway_route_table_association.peering[0].transit_gateway_route_table_id == aws_ec2_transit_gateway_route_table.this["shared"].id
    error_message = "what comes from the other region is looked up in shared"
  }
}

run "what_each_segment_reaches" {
  command = plan

  variables {
    attachments = {
      prod-use1    = { id = "tgw-attach-1", segment = "prod", cidrs = ["10.48.0.0/16"] }
      staging-use1 = { id = "tgw-attach-2", segment = "nonprod", cidrs = ["10.32.0.0/16"] }
      dev-use1     = { id = "tgw-attach-3", segment = "nonprod", cidrs = ["10.16.0.0/16"] }
      network-use1 = { id = "tgw-attach-4", segment = "shared", kind = "own-vpc", cidrs = ["10.0.0.0/16"] }
      dc1          = { id = "tgw-attach-5", segment = "shared", kind = "vpn", cidrs = ["172.20.0.0/16"] }
    }
    remote_cidrs    = { prod = ["10.49.0.0/16"], nonprod = ["10.33.0.0/16"], shared = ["10.1.0.0/16"] }
    peer            = { name = "euw1", region = "eu-west-1", transit_gateway_id = "tgw-0fedcba9876543210", account_id = "111122223333" }
    blackhole_cidrs = ["192.168.0.0/16"]
    share_with      = { workloads = "arn:aws:organizations::111122223333:ou/o-abcde12345/ou-ab12-11111111" }
  }

  assert {
    condition     = jsonencode(output.reachable_cidrs) == jsonencode({ prod = ["10.0.0.0/16", "10.1.0.0/16", "10.48.0.0/16", "10.49.0.0/16", "172.20.0.0/16"], nonprod = ["10.0.0.0/16", "10.1.0.0/16", "10.16.0.0/16", "10.32.0.0/16", "10.33.0.0/16", "172.20.0.0/16"], shared = ["10.0.0.0/16", "10.1.0.0/16", "10.16.0.0/16", "10.32.0.0/16", "10.33.0.0/16", "10.48.0.0/16", "10.49.0.0/16", "172.20.0.0/16"] })
    error_message = "the table of what is reached is the one of the README"
  }

  assert {
    condition     = keys(aws_ec2_transit_gateway_vpc_attachment_accepter.this) == ["dev-use1", "prod-use1", "staging-use1"]
    error_message = "attachments of other accounts are accepted, own ones and VPNs are not"
  }

  assert {
    condition     = aws_ec2_transit_gateway_peering_attachment.this[0].peer_region == "eu-west-1"
    error_message = "the peering leads to the other region"
  }
}

run "the_other_region_accepts" {
  command = plan

  variables {
    region         = "eu-west-1"
    accept_peering = { use1 = "tgw-attach-9" }
    remote_cidrs   = { prod = ["10.48.0.0/16"] }
  }

  assert {
    condition     = aws_ec2_transit_gateway_peering_attachment_accepter.this["use1"].transit_gateway_attachment_id == "tgw-attach-9" && length(aws_ec2_transit_gateway_peering_attachment.this) == 0
    error_message = "the second region accepts and asks for nothing"
  }

  assert {
    condition     = aws_ec2_transit_gateway_route.peering["prod to 10.48.0.0/16"].destination_cidr_block == "10.48.0.0/16"
    error_message = "and routes back"
  }
}

run "a_narrower_propagation_is_possible" {
  command = plan

  variables {
    attachments = { tools = { id = "tgw-attach-7", segment = "shared", cidrs = ["10.0.0.0/16"], propagate_to = ["shared"] } }
  }

  assert {
    condition     = keys(aws_ec2_transit_gateway_route_table_propagation.this) == ["shared learns tools"]
    error_message = "only shared learns it"
  }
}

run "shared_inside_the_organisation_only" {
  command = apply

  variables {
    attachments = {
      prod-use1    = { id = "tgw-attach-1", segment = "prod", cidrs = ["10.48.0.0/16"] }
      staging-use1 = { id = "tgw-attach-2", segment = "nonprod", cidrs = ["10.32.0.0/16"] }
      dev-use1     = { id = "tgw-attach-3", segment = "nonprod", cidrs = ["10.16.0.0/16"] }
      network-use1 = { id = "tgw-attach-4", segment = "shared", kind = "own-vpc", cidrs = ["10.0.0.0/16"] }
      dc1          = { id = "tgw-attach-5", segment = "shared", kind = "vpn", cidrs = ["172.20.0.0/16"] }
    }
    remote_cidrs    = { prod = ["10.49.0.0/16"], nonprod = ["10.33.0.0/16"], shared = ["10.1.0.0/16"] }
    peer            = { name = "euw1", region = "eu-west-1", transit_gateway_id = "tgw-0fedcba9876543210", account_id = "111122223333" }
    blackhole_cidrs = ["192.168.0.0/16"]
    share_with      = { workloads = "arn:aws:organizations::111122223333:ou/o-abcde12345/ou-ab12-11111111" }
  }

  assert {
    condition     = aws_ram_resource_share.this[0].allow_external_principals == false
    error_message = "nobody outside the organisation can be invited"
  }

  assert {
    condition     = aws_ram_principal_association.this["workloads"].principal == "arn:aws:organizations::111122223333:ou/o-abcde12345/ou-ab12-11111111" && aws_ram_resource_association.this[0].resource_share_arn == aws_ram_resource_share.this[0].arn
    error_message = "the unit gets the gateway"
  }
}

run "logs_are_kept_encrypted" {
  command = apply

  assert {
    condition     = aws_cloudwatch_log_group.flow.kms_key_id == aws_kms_key.this.arn && aws_cloudwatch_log_group.flow.retention_in_days == 365
    error_message = "the log is encrypted with the module's key and kept for a year"
  }

  assert {
    condition     = aws_kms_key.this.enable_key_rotation && aws_kms_key.this.deletion_window_in_days == 30
    error_message = "the key rotates and cannot be lost within 30 days"
  }

  assert {
    condition     = strcontains(aws_kms_key.this.policy, "arn:aws:logs:us-east-1:111122223333:log-group:/arctiq/transit-gateway-flow-logs/arctiq-core-use1")
    error_message = "the logs service may use the key for this group only"
  }
}

run "all_traffic_is_logged" {
  command = apply

  assert {
    condition     = aws_flow_log.this.transit_gateway_id == aws_ec2_transit_gateway.this.id && aws_flow_log.this.log_destination == aws_cloudwatch_log_group.flow.arn && aws_flow_log.this.max_aggregation_interval == 60
    error_message = "the flow log covers the gateway"
  }

  assert {
    condition     = !strcontains(aws_iam_role_policy.flow.policy, "\"Resource\":\"*\"") && strcontains(aws_iam_role.flow.assume_role_policy, "aws:SourceAccount")
    error_message = "the delivery role serves this account and writes this group"
  }
}

run "alarms_call_and_clear" {
  command = plan

  assert {
    condition     = alltrue([for alarm in values(aws_cloudwatch_metric_alarm.drops) : contains(alarm.alarm_actions, var.alarm_topic_arn) && contains(alarm.ok_actions, var.alarm_topic_arn)])
    error_message = "alarms tell when they begin and when they end"
  }
}

run "everything_carries_the_tags" {
  command = plan

  variables {
    attachments = {
      prod-use1    = { id = "tgw-attach-1", segment = "prod", cidrs = ["10.48.0.0/16"] }
      staging-use1 = { id = "tgw-attach-2", segment = "nonprod", cidrs = ["10.32.0.0/16"] }
      dev-use1     = { id = "tgw-attach-3", segment = "nonprod", cidrs = ["10.16.0.0/16"] }
      network-use1 = { id = "tgw-attach-4", segment = "shared", kind = "own-vpc", cidrs = ["10.0.0.0/16"] }
      dc1          = { id = "tgw-attach-5", segment = "shared", kind = "vpn", cidrs = ["172.20.0.0/16"] }
    }
    remote_cidrs    = { prod = ["10.49.0.0/16"], nonprod = ["10.33.0.0/16"], shared = ["10.1.0.0/16"] }
    peer            = { name = "euw1", region = "eu-west-1", transit_gateway_id = "tgw-0fedcba9876543210", account_id = "111122223333" }
    blackhole_cidrs = ["192.168.0.0/16"]
    share_with      = { workloads = "arn:aws:organizations::111122223333:ou/o-abcde12345/ou-ab12-11111111" }
  }

  assert {
    condition = alltrue([
      for tags in concat(
        [aws_ec2_transit_gateway.this.tags, aws_kms_key.this.tags, aws_cloudwatch_log_group.flow.tags, aws_iam_role.flow.tags, aws_flow_log.this.tags],
        values(aws_ec2_transit_gateway_route_table.this)[*].tags,
        values(aws_cloudwatch_metric_alarm.drops)[*].tags,
        values(aws_ec2_transit_gateway_vpc_attachment_accepter.this)[*].tags,
        aws_ram_resource_share.this[*].tags,
        aws_ec2_transit_gateway_peering_attachment.this[*].tags,
      ) :
      try(tags["team"] == "platform" && tags["service"] == "transit-gateway" && tags["environment"] == "network" && tags["cost-centre"] == "cc-1000" && tags["managed-by"] == "terraform" && tags["module"] == "transit-gateway", false)
    ])
    error_message = "every resource carries team, service, environment, cost-centre, managed-by and module"
  }
}

# The accepting side, which the run above does not have.
run "the_accepted_peering_carries_the_tags" {
  command = plan

  variables {
    accept_peering = { euw1 = "tgw-attach-9" }
  }

  assert {
    condition     = aws_ec2_transit_gateway_peering_attachment_accepter.this["euw1"].tags["cost-centre"] == "cc-1000"
    error_message = "the peering is paid for by somebody"
  }
}
