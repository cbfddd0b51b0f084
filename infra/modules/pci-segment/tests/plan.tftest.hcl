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
  name               = "arctiq-prod-use1-pci"
  region             = "us-east-1"
  vpc_id             = "vpc-0123456789abcdef0"
  vpc_cidr           = "10.48.0.0/16"
  availability_zones = ["us-east-1a", "us-east-1b", "us-east-1c"]
  subnet_cidrs       = ["10.48.164.0/24", "10.48.165.0/24", "10.48.166.0/24"]
  ingress_peers      = { orders = { cidr = "10.48.0.0/17", port = 8443 } }
  alarm_topic_arn    = "arn:aws:sns:us-east-1:111122223333:arctiq-alarms"
  tags               = { team = "payments", service = "payment-service", environment = "prod", cost_centre = "cc-1002" }
}

run "subnets_are_isolated" {
  command = plan

  assert {
    condition     = [for az in var.availability_zones : aws_subnet.this[az].cidr_block] == ["10.48.164.0/24", "10.48.165.0/24", "10.48.166.0/24"] && alltrue([for subnet in values(aws_subnet.this) : subnet.map_public_ip_on_launch == false])
    error_message = "three private subnets"
  }

  assert {
    condition     = length(aws_route_table.this.route) == 0
    error_message = "no route but those inside the VPC"
  }
}

run "nobody_but_the_named_peers_may_enter" {
  command = plan

  variables {
    ingress_peers = {
      orders  = { cidr = "10.48.0.0/17", port = 8443, security_group_id = "sg-orders" }
      returns = { cidr = "10.49.0.0/17", port = 8443 }
    }
    egress_peers = {
      endpoints    = { cidr = "10.48.0.0/17", port = 443, security_group_id = "sg-endpoints" }
      egress-proxy = { cidr = "10.48.128.0/20", port = 3128 }
    }
  }

  assert {
    condition     = toset([for rule in aws_network_acl.this.ingress : "${rule.rule_no} ${rule.action} ${rule.protocol} ${rule.cidr_block} ${rule.from_port}-${rule.to_port}"]) == toset(["100 allow tcp 10.48.0.0/17 8443-8443", "110 allow tcp 10.49.0.0/17 8443-8443", "400 allow tcp 10.48.128.0/20 1024-65535", "410 allow tcp 10.48.0.0/17 1024-65535", "32000 deny -1 0.0.0.0/0 0-0"])
    error_message = "the ACL lets in the peers and the answers to what was asked, and refuses the rest"
  }

  assert {
    condition     = { for name, rule in aws_vpc_security_group_ingress_rule.peer : name => "${coalesce(rule.cidr_ipv4, rule.referenced_security_group_id)} ${rule.ip_protocol} ${rule.from_port}-${rule.to_port}" } == { orders = "sg-orders tcp 8443-8443", returns = "10.49.0.0/17 tcp 8443-8443" }
    error_message = "the security group lets in the peers, by their group where they have one"
  }

  assert {
    condition     = alltrue([for rule in aws_network_acl.this.ingress : rule.action == "deny" || rule.cidr_block != "0.0.0.0/0"])
    error_message = "nothing is open to everybody"
  }
}

run "nothing_leaves_but_to_the_named_peers" {
  command = plan

  variables {
    ingress_peers = {
      orders  = { cidr = "10.48.0.0/17", port = 8443, security_group_id = "sg-orders" }
      returns = { cidr = "10.49.0.0/17", port = 8443 }
    }
    egress_peers = {
      endpoints    = { cidr = "10.48.0.0/17", port = 443, security_group_id = "sg-endpoints" }
      egress-proxy = { cidr = "10.48.128.0/20", port = 3128 }
    }
  }

  assert {
    condition     = toset([for rule in aws_network_acl.this.egress : "${rule.rule_no} ${rule.action} ${rule.protocol} ${rule.cidr_block} ${rule.from_port}-${rule.to_port}"]) == toset(["100 allow tcp 10.48.0.0/17 1024-65535", "110 allow tcp 10.49.0.0/17 1024-65535", "400 allow tcp 10.48.128.0/20 3128-3128", "410 allow tcp 10.48.0.0/17 443-443", "32000 deny -1 0.0.0.0/0 0-0"])
    error_message = "the ACL lets out to the peers and the answers to those who asked"
  }

  assert {
    condition     = { for name, rule in aws_vpc_security_group_egress_rule.peer : name => "${coalesce(rule.cidr_ipv4, rule.referenced_security_group_id)} ${rule.from_port}-${rule.to_port}" } == { endpoints = "sg-endpoints 443-443", egress-proxy = "10.48.128.0/20 3128-3128" }
    error_message = "the security group lets out to the peers"
  }
}

run "without_peers_nobody_enters" {
  command = plan

  variables {
    ingress_peers = {}
  }

  assert {
    condition     = length(aws_vpc_security_group_ingress_rule.peer) == 0 && length(aws_vpc_security_group_egress_rule.peer) == 0 && alltrue([for rule in concat(tolist(aws_network_acl.this.ingress), tolist(aws_network_acl.this.egress)) : rule.action == "deny"])
    error_message = "an empty list closes the segment"
  }
}

run "every_subnet_is_behind_acl_and_route_table" {
  command = apply

  assert {
    condition     = toset(aws_network_acl.this.subnet_ids) == toset(output.subnet_ids)
    error_message = "the ACL covers the three subnets"
  }

  assert {
    condition     = alltrue([for association in values(aws_route_table_association.this) : association.route_table_id == aws_route_table.this.id])
    error_message = "so does the route table"
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
    condition     = strcontains(aws_kms_key.this.policy, "arn:aws:logs:us-east-1:111122223333:log-group:/arctiq/pci-flow-logs/arctiq-prod-use1-pci")
    error_message = "the logs service may use the key for this group only"
  }
}

run "every_subnet_writes_its_flow_log" {
  command = apply

  assert {
    condition     = length(aws_flow_log.this) == 3 && alltrue([for az, log in aws_flow_log.this : log.traffic_type == "ALL" && log.subnet_id == aws_subnet.this[az].id && log.log_destination == aws_cloudwatch_log_group.flow.arn])
    error_message = "all traffic of each subnet"
  }

  assert {
    condition     = !strcontains(aws_iam_role_policy.flow.policy, "\"Resource\":\"*\"") && strcontains(aws_iam_role.flow.assume_role_policy, "aws:SourceAccount")
    error_message = "the delivery role serves this account and writes this group"
  }
}

run "conformance" {
  command = plan

  assert {
    condition     = alltrue([for source in ["ENCRYPTED_VOLUMES", "RDS_STORAGE_ENCRYPTED", "RDS_INSTANCE_PUBLIC_ACCESS_CHECK", "EC2_INSTANCE_NO_PUBLIC_IP", "S3_BUCKET_PUBLIC_READ_PROHIBITED", "INCOMING_SSH_DISABLED", "CLOUD_TRAIL_ENABLED", "VPC_FLOW_LOGS_ENABLED"] : contains([for rule in values(aws_config_config_rule.this) : rule.source[0].source_identifier], source)])
    error_message = "encryption, public access, remote login and audit log are watched"
  }

  assert {
    condition     = alltrue([for rule in values(aws_config_config_rule.this) : rule.source[0].owner == "AWS" && startswith(rule.description, "PCI DSS 4.0, requirement ")])
    error_message = "each rule names the requirement"
  }

  assert {
    condition     = strcontains(aws_cloudwatch_event_rule.broken.event_pattern, "NON_COMPLIANT") && aws_cloudwatch_event_target.broken.arn == var.alarm_topic_arn
    error_message = "a broken rule is told"
  }

  assert {
    condition     = length(aws_config_configuration_recorder.this) == 0
    error_message = "the recorder of the organisation is used"
  }
}

run "the_recorder_where_there_is_none" {
  command = plan

  variables {
    recorder = { bucket_name = "arctiq-prod-config", kms_key_arn = "arn:aws:kms:us-east-1:111122223333:key/11111111-2222-3333-4444-555555555555" }
  }

  assert {
    condition     = aws_config_configuration_recorder.this[0].recording_group[0].all_supported && aws_config_configuration_recorder_status.this[0].is_enabled && aws_config_delivery_channel.this[0].s3_bucket_name == "arctiq-prod-config"
    error_message = "everything is recorded and delivered"
  }

  assert {
    condition     = strcontains(aws_iam_role_policy.recorder[0].policy, "arn:aws:s3:::arctiq-prod-config/config/AWSLogs/111122223333/*")
    error_message = "the role writes below its own prefix only"
  }

  assert {
    condition     = aws_config_delivery_channel.this[0].s3_kms_key_arn == "arn:aws:kms:us-east-1:111122223333:key/11111111-2222-3333-4444-555555555555" && strcontains(aws_iam_role_policy.recorder[0].policy, "arn:aws:kms:us-east-1:111122223333:key/11111111-2222-3333-4444-555555555555")
    error_message = "what is delivered is encrypted with the key of the bucket"
  }

  assert {
    condition     = aws_iam_role.recorder[0].tags["module"] == "pci-segment" && aws_iam_role.recorder[0].tags["cost-centre"] == "cc-1002"
    error_message = "the role carries the tags"
  }
}

run "alarms_call_and_clear" {
  command = plan

  assert {
    condition     = alltrue([for alarm in [aws_cloudwatch_metric_alarm.rejects] : contains(alarm.alarm_actions, var.alarm_topic_arn) && contains(alarm.ok_actions, var.alarm_topic_arn)])
    error_message = "alarms tell when they begin and when they end"
  }
}

run "knocking_is_counted" {
  command = plan

  assert {
    condition     = strcontains(aws_cloudwatch_log_metric_filter.rejects.pattern, "action=REJECT") && aws_cloudwatch_metric_alarm.rejects.metric_name == aws_cloudwatch_log_metric_filter.rejects.metric_transformation[0].name
    error_message = "refused connections raise the alarm"
  }
}

run "everything_carries_the_tags" {
  command = plan

  variables {
    ingress_peers = {
      orders  = { cidr = "10.48.0.0/17", port = 8443, security_group_id = "sg-orders" }
      returns = { cidr = "10.49.0.0/17", port = 8443 }
    }
    egress_peers = {
      endpoints    = { cidr = "10.48.0.0/17", port = 443, security_group_id = "sg-endpoints" }
      egress-proxy = { cidr = "10.48.128.0/20", port = 3128 }
    }
  }

  assert {
    condition = alltrue([
      for tags in concat(
        [aws_route_table.this.tags, aws_network_acl.this.tags, aws_security_group.this.tags, aws_kms_key.this.tags, aws_cloudwatch_log_group.flow.tags, aws_iam_role.flow.tags, aws_cloudwatch_metric_alarm.rejects.tags, aws_cloudwatch_event_rule.broken.tags],
        values(aws_subnet.this)[*].tags,
        values(aws_vpc_security_group_ingress_rule.peer)[*].tags,
        values(aws_vpc_security_group_egress_rule.peer)[*].tags,
        values(aws_flow_log.this)[*].tags,
        values(aws_config_config_rule.this)[*].tags,
      ) :
      try(tags["team"] == "payments" && tags["service"] == "payment-service" && tags["environment"] == "prod" && tags["cost-centre"] == "cc-1002" && tags["managed-by"] == "terraform" && tags["module"] == "pci-segment", false)
    ])
    error_message = "every resource carries team, service, environment, cost-centre, managed-by and module"
  }
}
