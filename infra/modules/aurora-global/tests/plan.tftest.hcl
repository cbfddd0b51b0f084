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
  role                       = "primary"
  name                       = "arctiq-dev-orders"
  region                     = "us-east-1"
  global_cluster_identifier  = "arctiq-dev-orders"
  database_name              = "orders"
  master_password            = "0123456789abcdef0123456789abcdef0123456789abcdef"
  vpc_id                     = "vpc-0123456789abcdef0"
  subnet_ids                 = ["subnet-aaaa1111", "subnet-bbbb2222", "subnet-cccc3333"]
  allowed_security_group_ids = { order-service = "sg-0123456789abcdef0" }
  alarm_topic_arn            = "arn:aws:sns:us-east-1:111122223333:arctiq-dev-alarms"
  tags                       = { team = "orders", service = "order-service", environment = "dev", cost_centre = "cc-1001" }
}

run "is_encrypted_on_disk_and_on_the_wire" {
  command = plan

  assert {
    condition     = aws_rds_cluster.this.storage_encrypted && aws_rds_global_cluster.this[0].storage_encrypted
    error_message = "Storage must be encrypted, in the global database too."
  }

  assert {
    condition     = alltrue([for key in concat([aws_rds_cluster.this.kms_key_id, aws_cloudwatch_log_group.this.kms_key_id, aws_secretsmanager_secret.master[0].kms_key_id], aws_rds_cluster_instance.this[*].performance_insights_kms_key_id) : key == aws_kms_key.this.arn])
    error_message = "Everything at rest must be encrypted with the key of this module."
  }

  assert {
    condition     = one([for parameter in aws_rds_cluster_parameter_group.this.parameter : parameter.value if parameter.name == "rds.force_ssl"]) == "1" && one([for parameter in aws_rds_cluster_parameter_group.this.parameter : parameter.value if parameter.name == "ssl_min_protocol_version"]) == "TLSv1.2"
    error_message = "Connections without TLS 1.2 must be refused."
  }

  assert {
    condition     = aws_kms_key.this.enable_key_rotation && aws_kms_key.this.deletion_window_in_days == 30
    error_message = "The key must be rotated and have 30 days of grace."
  }

  assert {
    condition     = alltrue([for instance in aws_rds_cluster_instance.this : instance.performance_insights_enabled])
    error_message = "Performance insights must be on."
  }
}

run "is_never_public" {
  command = plan

  assert {
    condition     = alltrue([for instance in aws_rds_cluster_instance.this : instance.publicly_accessible == false])
    error_message = "No instance may be public."
  }

  assert {
    condition     = aws_db_subnet_group.this.subnet_ids == toset(var.subnet_ids)
    error_message = "The cluster must live in the data subnets."
  }

  assert {
    condition     = alltrue([for rule in aws_vpc_security_group_ingress_rule.this : rule.cidr_ipv4 == null && rule.cidr_ipv6 == null && rule.from_port == 5432 && rule.to_port == 5432])
    error_message = "Only named groups may connect, to the one port."
  }
}

run "logs_in_by_iam_and_keeps_the_master_secret" {
  command = plan

  assert {
    condition     = aws_rds_cluster.this.iam_database_authentication_enabled
    error_message = "Services must be able to log in by IAM."
  }

  assert {
    condition     = aws_rds_cluster.this.master_username == "arctiq_admin" && aws_rds_cluster.this.master_password_wo_version == 1 && aws_rds_cluster.this.master_password == null
    error_message = "The password must be write-only."
  }

  assert {
    condition     = length(aws_secretsmanager_secret_version.master) == 1 && aws_secretsmanager_secret_version.master[0].secret_string_wo_version == 1 && aws_secretsmanager_secret_version.master[0].secret_string == null
    error_message = "The secret must hold the same version, and never its text in the state."
  }

  assert {
    condition     = one([for parameter in aws_rds_cluster_parameter_group.this.parameter : parameter.value if parameter.name == "shared_preload_libraries"]) == "pg_stat_statements,pgaudit" && one([for parameter in aws_rds_cluster_parameter_group.this.parameter : parameter.value if parameter.name == "pgaudit.log"]) == "ddl,role"
    error_message = "Changes of schema and roles must be audited."
  }

  assert {
    condition     = aws_rds_cluster.this.enabled_cloudwatch_logs_exports == toset(["postgresql"]) && aws_cloudwatch_log_group.this.name == "/aws/rds/cluster/arctiq-dev-orders/postgresql" && aws_cloudwatch_log_group.this.retention_in_days == 90
    error_message = "The audit log must leave the instances."
  }
}

run "survives_mistakes" {
  command = plan

  assert {
    condition     = aws_rds_cluster.this.deletion_protection && aws_rds_global_cluster.this[0].deletion_protection && !aws_rds_cluster.this.skip_final_snapshot && !aws_rds_cluster.this.delete_automated_backups && !aws_rds_global_cluster.this[0].force_destroy
    error_message = "Nothing may be deleted by accident."
  }

  assert {
    condition     = aws_rds_cluster.this.backup_retention_period == 14 && aws_rds_cluster.this.copy_tags_to_snapshot && alltrue([for instance in aws_rds_cluster_instance.this : instance.copy_tags_to_snapshot])
    error_message = "There must be backups of 14 days, tagged."
  }

  assert {
    condition     = aws_rds_cluster.this.tags["backup"] == "tier-1"
    error_message = "AWS Backup must find the cluster by its tag."
  }

  assert {
    condition     = aws_rds_cluster.this.enable_global_write_forwarding == false
    error_message = "One region writes."
  }

  assert {
    condition     = length(aws_rds_cluster_instance.this) == 3
    error_message = "One writer and two readers must be the default."
  }

  assert {
    condition     = !aws_rds_cluster.this.apply_immediately && aws_rds_cluster.this.preferred_maintenance_window == "sun:03:00-sun:04:00"
    error_message = "Changes must wait for their window."
  }
}

run "is_watched_and_tagged" {
  command = plan

  assert {
    condition     = aws_cloudwatch_metric_alarm.rpo.threshold == 60000 && aws_cloudwatch_metric_alarm.rpo.metric_name == "AuroraGlobalDBRPOLag" && aws_cloudwatch_metric_alarm.rpo.treat_missing_data == "missing"
    error_message = "The lag between the regions must be watched, in milliseconds."
  }

  assert {
    condition     = toset(keys(aws_cloudwatch_metric_alarm.this)) == toset(["connections", "cpu", "deadlocks", "freeable-memory", "local-storage", "replica-lag", "transaction-ids", "volume"])
    error_message = "An alarm is missing."
  }

  assert {
    condition     = alltrue([for alarm in concat(values(aws_cloudwatch_metric_alarm.this), [aws_cloudwatch_metric_alarm.rpo]) : alarm.alarm_actions == toset([var.alarm_topic_arn]) && alarm.ok_actions == toset([var.alarm_topic_arn])])
    error_message = "An alarm tells nobody when it goes off, or when it is over."
  }

  assert {
    condition     = toset([for subscription in aws_db_event_subscription.this : subscription.source_type]) == toset(["db-cluster", "db-instance"]) && contains(aws_db_event_subscription.this["db-cluster"].event_categories, "global-failover") && contains(aws_db_event_subscription.this["db-instance"].event_categories, "notification")
    error_message = "Failover (cluster) and fencing (instance) must be told."
  }

  assert {
    condition     = alltrue([for instance in aws_rds_cluster_instance.this : instance.monitoring_interval == 30])
    error_message = "Enhanced monitoring must be on."
  }

  assert {
    condition = alltrue([for tags in flatten([
      aws_rds_cluster.this.tags,
      aws_rds_global_cluster.this[0].tags,
      aws_rds_cluster_instance.this[*].tags,
      aws_rds_cluster_parameter_group.this.tags,
      aws_db_subnet_group.this.tags,
      aws_kms_key.this.tags,
      aws_cloudwatch_log_group.this.tags,
      aws_secretsmanager_secret.master[0].tags,
      aws_iam_role.monitoring.tags,
      aws_security_group.this.tags,
      values(aws_vpc_security_group_ingress_rule.this)[*].tags,
      values(aws_cloudwatch_metric_alarm.this)[*].tags,
      aws_cloudwatch_metric_alarm.rpo.tags,
      values(aws_db_event_subscription.this)[*].tags,
    ]) : tags["team"] == "orders" && tags["cost-centre"] == "cc-1001" && tags["module"] == "aurora-global"])
    error_message = "A resource has lost the tags of its owner."
  }
}

run "joins_as_secondary_with_its_own_key" {
  command = plan

  variables {
    role            = "secondary"
    region          = "eu-west-1"
    name            = "arctiq-dev-orders-ireland"
    database_name   = null
    master_password = null
  }

  assert {
    condition     = length(aws_rds_global_cluster.this) == 0 && aws_rds_cluster.this.global_cluster_identifier == "arctiq-dev-orders"
    error_message = "The secondary must join and make no global database."
  }

  assert {
    condition     = length(aws_secretsmanager_secret.master) == 0 && length(aws_secretsmanager_secret_version.master) == 0 && aws_rds_cluster.this.master_password_wo_version == null
    error_message = "The secondary gets data and users from the primary."
  }

  assert {
    condition     = aws_rds_cluster.this.storage_encrypted && aws_rds_cluster.this.kms_key_id == aws_kms_key.this.arn
    error_message = "The secondary must have a key of its own."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.rpo.threshold == 60000 && aws_cloudwatch_metric_alarm.rpo.insufficient_data_actions == toset([var.alarm_topic_arn])
    error_message = "The lag must be watched here as well, and its loss be told."
  }

  assert {
    condition     = aws_iam_role.monitoring.name == "arctiq-dev-orders-ireland-eu-west-1-rds-mon"
    error_message = "The role of each region must have a name of its own."
  }
}

run "sends_events_to_a_topic_of_their_own" {
  command = plan

  variables {
    event_topic_arn = "arn:aws:sns:us-east-1:111122223333:arctiq-dev-database-events"
  }

  assert {
    condition     = alltrue([for subscription in aws_db_event_subscription.this : subscription.sns_topic == var.event_topic_arn])
    error_message = "Events must go where the caller wants them."
  }
}

run "warns_when_commits_wait_for_the_other_region" {
  command = plan

  variables {
    commit_block_rpo_seconds = 120
  }

  expect_failures = [check.commits_wait_for_the_other_region]

  assert {
    condition     = one([for parameter in aws_rds_cluster_parameter_group.this.parameter : parameter.value if parameter.name == "rds.global_db_rpo"]) == "120"
    error_message = "The parameter must be set."
  }
}
