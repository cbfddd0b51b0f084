mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = { account_id = "111122223333" }
  }

  mock_data "aws_partition" {
    defaults = { partition = "aws" }
  }
}

# Known in the plan, so that it can be seen who uses the key.
override_resource {
  target          = aws_kms_key.this
  override_during = plan
  values = {
    arn    = "arn:aws:kms:us-east-1:111122223333:key/11111111-2222-3333-4444-555555555555"
    key_id = "11111111-2222-3333-4444-555555555555"
  }
}

variables {
  name                       = "arctiq-dev-events"
  region                     = "us-east-1"
  vpc_id                     = "vpc-0123456789abcdef0"
  subnet_ids                 = ["subnet-aaaa1111", "subnet-bbbb2222", "subnet-cccc3333"]
  allowed_security_group_ids = { order-service = "sg-0123456789abcdef0" }
  alarm_topic_arn            = "arn:aws:sns:us-east-1:111122223333:arctiq-dev-alarms"
  tags                       = { team = "orders", service = "order-service", environment = "dev", cost_centre = "cc-1001" }
}

run "is_encrypted_on_disk_and_on_the_wire" {
  command = plan

  assert {
    condition     = aws_msk_cluster.this.encryption_info[0].encryption_in_transit[0].client_broker == "TLS" && aws_msk_cluster.this.encryption_info[0].encryption_in_transit[0].in_cluster
    error_message = "Only TLS may be spoken, between brokers too."
  }

  assert {
    condition     = aws_msk_cluster.this.encryption_info[0].encryption_at_rest_kms_key_arn == aws_kms_key.this.arn && aws_cloudwatch_log_group.this.kms_key_id == aws_kms_key.this.arn
    error_message = "Everything at rest must be encrypted with the key of this module."
  }

  assert {
    condition     = aws_kms_key.this.enable_key_rotation && aws_kms_key.this.deletion_window_in_days == 30
    error_message = "The key must be rotated and have 30 days of grace."
  }

  assert {
    condition     = jsondecode(aws_kms_key.this.policy).Statement[1].Principal.Service == "logs.us-east-1.amazonaws.com"
    error_message = "The logs of the region must be able to use the key."
  }
}

run "lets_in_by_iam_only_and_from_inside_only" {
  command = plan

  assert {
    condition     = aws_msk_cluster.this.client_authentication[0].sasl[0].iam && !aws_msk_cluster.this.client_authentication[0].unauthenticated
    error_message = "Clients must log in by IAM."
  }

  assert {
    condition     = aws_msk_cluster.this.broker_node_group_info[0].connectivity_info[0].public_access[0].type == "DISABLED"
    error_message = "The brokers must not be public."
  }

  assert {
    condition     = alltrue([for rule in concat(values(aws_vpc_security_group_ingress_rule.clients), [aws_vpc_security_group_ingress_rule.members]) : rule.cidr_ipv4 == null && rule.cidr_ipv6 == null && rule.from_port == 9098 && rule.to_port == 9098])
    error_message = "Only named groups may connect, to the one port."
  }

  assert {
    condition     = aws_vpc_security_group_egress_rule.members.cidr_ipv4 == null && aws_vpc_security_group_egress_rule.members.to_port == 9098
    error_message = "Nothing may leave but to the members of the group."
  }

  assert {
    condition     = length(aws_vpc_security_group_ingress_rule.exporters) == 0 && length(aws_msk_cluster_policy.this) == 0
    error_message = "What was not asked for must be closed."
  }
}

run "loses_no_event_with_a_broker" {
  command = plan

  assert {
    condition     = aws_msk_cluster.this.number_of_broker_nodes == 3 && length(aws_msk_cluster.this.broker_node_group_info[0].client_subnets) == 3
    error_message = "There must be a broker in each zone."
  }

  assert {
    condition     = alltrue([for line in ["auto.create.topics.enable=false", "default.replication.factor=3", "min.insync.replicas=2", "unclean.leader.election.enable=false", "log.retention.hours=168"] : strcontains(aws_msk_configuration.this.server_properties, line)])
    error_message = "The configuration must keep three copies, acknowledge with two, and make no topic by itself."
  }

  assert {
    condition     = aws_appautoscaling_target.storage.max_capacity == 2000 && aws_appautoscaling_policy.storage.target_tracking_scaling_policy_configuration[0].disable_scale_in
    error_message = "The disks must grow by themselves."
  }
}

run "is_watched_and_tagged" {
  command = plan

  assert {
    condition     = toset(keys(aws_cloudwatch_metric_alarm.cluster)) == toset(["controller", "offline-partitions"]) && length(aws_cloudwatch_metric_alarm.broker) == 9
    error_message = "Cluster and brokers must be watched."
  }

  assert {
    condition     = alltrue([for alarm in concat(values(aws_cloudwatch_metric_alarm.cluster), values(aws_cloudwatch_metric_alarm.broker)) : alarm.alarm_actions == toset([var.alarm_topic_arn]) && alarm.ok_actions == toset([var.alarm_topic_arn])])
    error_message = "An alarm tells nobody when it goes off, or when it is over."
  }

  assert {
    condition     = aws_msk_cluster.this.logging_info[0].broker_logs[0].cloudwatch_logs[0].enabled && aws_cloudwatch_log_group.this.retention_in_days == 90 && aws_msk_cluster.this.enhanced_monitoring == "PER_BROKER"
    error_message = "The logs of the brokers must be kept."
  }

  assert {
    condition = alltrue([for tags in flatten([
      aws_msk_cluster.this.tags,
      aws_kms_key.this.tags,
      aws_cloudwatch_log_group.this.tags,
      aws_security_group.this.tags,
      values(aws_vpc_security_group_ingress_rule.clients)[*].tags,
      aws_vpc_security_group_ingress_rule.members.tags,
      aws_vpc_security_group_egress_rule.members.tags,
      aws_appautoscaling_target.storage.tags,
      values(aws_cloudwatch_metric_alarm.cluster)[*].tags,
      values(aws_cloudwatch_metric_alarm.broker)[*].tags,
    ]) : tags["team"] == "orders" && tags["cost-centre"] == "cc-1001" && tags["module"] == "msk"])
    error_message = "A resource has lost the tags of its owner."
  }
}

run "can_be_replicated_and_scraped" {
  command = plan

  variables {
    replicated                    = true
    monitoring_security_group_ids = { prometheus = "sg-0fedcba9876543210" }
  }

  assert {
    condition     = aws_msk_cluster.this.broker_node_group_info[0].connectivity_info[0].vpc_connectivity[0].client_authentication[0].sasl[0].iam && length(aws_msk_cluster_policy.this) == 1
    error_message = "A replicator must be able to come in."
  }

  assert {
    condition     = toset([for rule in aws_vpc_security_group_ingress_rule.exporters : rule.from_port]) == toset([11001, 11002])
    error_message = "Both exporters must be open to Prometheus."
  }

  assert {
    condition = alltrue([for tags in flatten([
      values(aws_vpc_security_group_ingress_rule.exporters)[*].tags,
    ]) : tags["team"] == "orders" && tags["cost-centre"] == "cc-1001" && tags["module"] == "msk"])
    error_message = "A resource has lost the tags of its owner."
  }
}
