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
  name                       = "arctiq-dev-catalogue"
  region                     = "us-east-1"
  master_role_arn            = "arn:aws:iam::111122223333:role/arctiq-search-admin"
  access_role_arns           = ["arn:aws:iam::111122223333:role/arctiq-dev-order-service"]
  vpc_id                     = "vpc-0123456789abcdef0"
  subnet_ids                 = ["subnet-aaaa1111", "subnet-bbbb2222", "subnet-cccc3333"]
  allowed_security_group_ids = { order-service = "sg-0123456789abcdef0" }
  alarm_topic_arn            = "arn:aws:sns:us-east-1:111122223333:arctiq-dev-alarms"
  tags                       = { team = "orders", service = "order-service", environment = "dev", cost_centre = "cc-1001" }
}

run "is_encrypted_on_disk_and_on_the_wire" {
  command = plan

  assert {
    condition     = aws_opensearch_domain.this.encrypt_at_rest[0].enabled && aws_opensearch_domain.this.node_to_node_encryption[0].enabled
    error_message = "Disks and the wire between nodes must be encrypted."
  }

  assert {
    condition     = aws_opensearch_domain.this.encrypt_at_rest[0].kms_key_id == aws_kms_key.this.arn && alltrue([for group in aws_cloudwatch_log_group.this : group.kms_key_id == aws_kms_key.this.arn])
    error_message = "Everything at rest must be encrypted with the key of this module."
  }

  assert {
    condition     = aws_opensearch_domain.this.domain_endpoint_options[0].enforce_https && aws_opensearch_domain.this.domain_endpoint_options[0].tls_security_policy == "Policy-Min-TLS-1-2-PFS-2023-10"
    error_message = "Only HTTPS with TLS 1.2 and forward secrecy may be spoken."
  }

  assert {
    condition     = aws_kms_key.this.enable_key_rotation && aws_kms_key.this.deletion_window_in_days == 30
    error_message = "The key must be rotated and have 30 days of grace."
  }
}

run "is_private_and_knows_its_users" {
  command = plan

  assert {
    condition     = length(aws_opensearch_domain.this.vpc_options[0].subnet_ids) == 3
    error_message = "The domain must be inside the VPC."
  }

  assert {
    condition     = aws_opensearch_domain.this.advanced_security_options[0].enabled && !aws_opensearch_domain.this.advanced_security_options[0].anonymous_auth_enabled && !aws_opensearch_domain.this.advanced_security_options[0].internal_user_database_enabled && aws_opensearch_domain.this.advanced_security_options[0].master_user_options[0].master_user_arn == var.master_role_arn
    error_message = "Access must be fine-grained, by IAM, and never anonymous."
  }

  assert {
    condition     = toset(jsondecode(aws_opensearch_domain.this.access_policies).Statement[0].Principal.AWS) == toset(concat([var.master_role_arn], var.access_role_arns))
    error_message = "Only named roles may talk to the domain."
  }

  assert {
    condition     = alltrue([for rule in aws_vpc_security_group_ingress_rule.this : rule.cidr_ipv4 == null && rule.cidr_ipv6 == null && rule.from_port == 443 && rule.to_port == 443])
    error_message = "Only named groups may connect, to the one port."
  }
}

run "survives_the_loss_of_a_zone" {
  command = plan

  assert {
    condition     = aws_opensearch_domain.this.cluster_config[0].instance_count == 3 && aws_opensearch_domain.this.cluster_config[0].zone_awareness_enabled && aws_opensearch_domain.this.cluster_config[0].zone_awareness_config[0].availability_zone_count == 3
    error_message = "Data must be spread over three zones."
  }

  assert {
    condition     = aws_opensearch_domain.this.cluster_config[0].dedicated_master_enabled && aws_opensearch_domain.this.cluster_config[0].dedicated_master_count == 3
    error_message = "There must be three dedicated masters."
  }

  assert {
    condition     = aws_opensearch_domain.this.off_peak_window_options[0].enabled && aws_opensearch_domain.this.software_update_options[0].auto_software_update_enabled
    error_message = "Updates must come, and off peak."
  }
}

run "is_watched_and_tagged" {
  command = plan

  assert {
    condition     = alltrue([for name in ["red", "yellow", "jvm", "writes-blocked", "snapshot-failure", "key"] : contains(keys(aws_cloudwatch_metric_alarm.this), name)]) && aws_cloudwatch_metric_alarm.free_storage.threshold == 51200
    error_message = "Status, memory, snapshots, key and disk must be watched."
  }

  assert {
    condition     = alltrue([for alarm in concat(values(aws_cloudwatch_metric_alarm.this), [aws_cloudwatch_metric_alarm.free_storage]) : alarm.alarm_actions == toset([var.alarm_topic_arn]) && alarm.ok_actions == toset([var.alarm_topic_arn])])
    error_message = "An alarm tells nobody when it goes off, or when it is over."
  }

  assert {
    condition     = toset(aws_opensearch_domain.this.log_publishing_options[*].log_type) == toset(["AUDIT_LOGS", "ES_APPLICATION_LOGS", "INDEX_SLOW_LOGS", "SEARCH_SLOW_LOGS"]) && alltrue([for option in aws_opensearch_domain.this.log_publishing_options : option.enabled])
    error_message = "All logs must be published, the audit log among them."
  }

  assert {
    condition = alltrue([for tags in flatten([
      aws_opensearch_domain.this.tags,
      aws_kms_key.this.tags,
      values(aws_cloudwatch_log_group.this)[*].tags,
      aws_security_group.this.tags,
      values(aws_vpc_security_group_ingress_rule.this)[*].tags,
      values(aws_cloudwatch_metric_alarm.this)[*].tags,
      aws_cloudwatch_metric_alarm.free_storage.tags,
    ]) : tags["team"] == "orders" && tags["cost-centre"] == "cc-1001" && tags["module"] == "opensearch"])
    error_message = "A resource has lost the tags of its owner."
  }
}

run "keeps_audit_logs_for_90_days" {
  command = plan

  assert {
    condition     = alltrue([for state in jsondecode(output.audit_index_policy).policy.states : contains(["written", "sealed", "expired"], state.name)]) && jsondecode(output.audit_index_policy).policy.states[1].transitions[0].conditions.min_rollover_age == "90d" && can(jsondecode(output.audit_index_policy).policy.states[1].actions[0].read_only)
    error_message = "Audit indexes must be sealed, and gone after 90 days only."
  }
}

run "writes_snapshots_of_its_own_where_asked" {
  command = plan

  variables {
    snapshot_bucket = { arn = "arn:aws:s3:::arctiq-dev-search-snapshots", kms_key_arn = "arn:aws:kms:us-east-1:111122223333:key/00000000-0000-0000-0000-000000000000" }
  }

  assert {
    condition     = jsondecode(aws_iam_role.snapshots[0].assume_role_policy).Statement[0].Condition.ArnLike["aws:SourceArn"] == "arn:aws:es:us-east-1:111122223333:domain/arctiq-dev-catalogue"
    error_message = "Only this domain may use the role."
  }

  assert {
    condition = alltrue([for tags in flatten([
      aws_iam_role.snapshots[0].tags,
    ]) : tags["team"] == "orders" && tags["cost-centre"] == "cc-1001" && tags["module"] == "opensearch"])
    error_message = "A resource has lost the tags of its owner."
  }
}
