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
  name                       = "arctiq-dev-cart-cache"
  region                     = "us-east-1"
  users                      = { order-service = { access_string = "on ~cart:* +@all -@dangerous" } }
  vpc_id                     = "vpc-0123456789abcdef0"
  subnet_ids                 = ["subnet-aaaa1111", "subnet-bbbb2222", "subnet-cccc3333"]
  allowed_security_group_ids = { order-service = "sg-0123456789abcdef0" }
  alarm_topic_arn            = "arn:aws:sns:us-east-1:111122223333:arctiq-dev-alarms"
  tags                       = { team = "orders", service = "order-service", environment = "dev", cost_centre = "cc-1001" }
}

run "is_encrypted_on_disk_and_on_the_wire" {
  command = plan

  assert {
    condition     = aws_elasticache_replication_group.this.at_rest_encryption_enabled == "true"
    error_message = "Data at rest must be encrypted."
  }

  assert {
    condition     = aws_elasticache_replication_group.this.kms_key_id == aws_kms_key.this.arn && aws_cloudwatch_log_group.this.kms_key_id == aws_kms_key.this.arn
    error_message = "Everything at rest must be encrypted with the key of this module."
  }

  assert {
    condition     = aws_elasticache_replication_group.this.transit_encryption_enabled && aws_elasticache_replication_group.this.transit_encryption_mode == "required"
    error_message = "Only TLS may be spoken."
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

run "survives_the_loss_of_a_zone" {
  command = plan

  assert {
    condition     = aws_elasticache_replication_group.this.automatic_failover_enabled && aws_elasticache_replication_group.this.multi_az_enabled && aws_elasticache_replication_group.this.num_node_groups == 2 && aws_elasticache_replication_group.this.replicas_per_node_group == 2
    error_message = "Every shard must have copies in other zones and fail over by itself."
  }

  assert {
    condition     = aws_elasticache_replication_group.this.snapshot_retention_limit == 7 && aws_elasticache_replication_group.this.final_snapshot_identifier == "arctiq-dev-cart-cache-final"
    error_message = "There must be snapshots, and a last one."
  }

  assert {
    condition     = contains([for parameter in aws_elasticache_parameter_group.this.parameter : "${parameter.name}=${parameter.value}"], "cluster-enabled=yes")
    error_message = "Cluster mode must be on."
  }

  assert {
    condition     = contains([for parameter in aws_elasticache_parameter_group.this.parameter : "${parameter.name}=${parameter.value}"], "maxmemory-policy=volatile-lru")
    error_message = "The memory policy must be set."
  }
}

run "lets_nobody_in_without_a_name" {
  command = plan

  assert {
    condition     = aws_elasticache_user.default.user_name == "default" && aws_elasticache_user.default.access_string == "off -@all"
    error_message = "The default user must be off."
  }

  assert {
    condition     = alltrue([for user in aws_elasticache_user.this : user.authentication_mode[0].type == "iam" && user.user_id == user.user_name])
    error_message = "Users must log in by IAM."
  }

  assert {
    condition     = aws_vpc_security_group_ingress_rule.this["order-service"].referenced_security_group_id == "sg-0123456789abcdef0" && alltrue([for rule in aws_vpc_security_group_ingress_rule.this : rule.cidr_ipv4 == null && rule.cidr_ipv6 == null && rule.from_port == 6379 && rule.to_port == 6379])
    error_message = "Only named groups may connect, to the one port."
  }
}

run "is_watched_and_tagged" {
  command = plan

  assert {
    condition     = length(aws_cloudwatch_metric_alarm.this) == 30 && contains(keys(aws_cloudwatch_metric_alarm.this), "arctiq-dev-cart-cache-0002-003-memory")
    error_message = "Every node must be watched for every fault."
  }

  assert {
    condition     = alltrue([for alarm in concat(values(aws_cloudwatch_metric_alarm.this)) : alarm.alarm_actions == toset([var.alarm_topic_arn]) && alarm.ok_actions == toset([var.alarm_topic_arn])])
    error_message = "An alarm tells nobody when it goes off, or when it is over."
  }

  assert {
    condition     = length(aws_elasticache_replication_group.this.log_delivery_configuration) == 2 && aws_cloudwatch_log_group.this.retention_in_days == 90
    error_message = "Slow log and engine log must be kept."
  }

  assert {
    condition = alltrue([for tags in flatten([
      aws_elasticache_replication_group.this.tags,
      aws_elasticache_subnet_group.this.tags,
      aws_elasticache_parameter_group.this.tags,
      aws_elasticache_user.default.tags,
      values(aws_elasticache_user.this)[*].tags,
      aws_elasticache_user_group.this.tags,
      aws_kms_key.this.tags,
      aws_cloudwatch_log_group.this.tags,
      aws_security_group.this.tags,
      values(aws_vpc_security_group_ingress_rule.this)[*].tags,
      values(aws_cloudwatch_metric_alarm.this)[*].tags,
    ]) : tags["team"] == "orders" && tags["cost-centre"] == "cc-1001" && tags["module"] == "redis"])
    error_message = "A resource has lost the tags of its owner."
  }
}

run "can_be_small_in_dev" {
  command = plan

  variables {
    node_type           = "cache.t4g.small"
    shards              = 1
    replicas_per_shard  = 1
    deletion_protection = false
  }

  assert {
    condition     = aws_elasticache_replication_group.this.node_type == "cache.t4g.small" && aws_elasticache_replication_group.this.final_snapshot_identifier == null && length(aws_cloudwatch_metric_alarm.this) == 10
    error_message = "A small one must be possible."
  }
}
