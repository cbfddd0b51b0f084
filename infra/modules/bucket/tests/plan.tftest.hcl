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
  name              = "arctiq-dev-invoices-us-east-1"
  region            = "us-east-1"
  access_log_bucket = null
  tags              = { team = "orders", service = "order-service", environment = "dev", cost_centre = "cc-1001" }
}

run "is_encrypted_private_and_versioned" {
  command = plan

  assert {
    condition     = alltrue([for rule in aws_s3_bucket_server_side_encryption_configuration.this.rule : rule.bucket_key_enabled && rule.apply_server_side_encryption_by_default[0].sse_algorithm == "aws:kms"])
    error_message = "Objects must be encrypted with the key of the bucket."
  }

  assert {
    condition     = alltrue([for rule in aws_s3_bucket_server_side_encryption_configuration.this.rule : rule.apply_server_side_encryption_by_default[0].kms_master_key_id == aws_kms_key.this.arn])
    error_message = "Everything at rest must be encrypted with the key of this module."
  }

  assert {
    condition     = aws_kms_key.this.enable_key_rotation && aws_kms_key.this.deletion_window_in_days == 30
    error_message = "The key must be rotated and have 30 days of grace."
  }

  assert {
    condition     = aws_s3_bucket_public_access_block.this.block_public_acls && aws_s3_bucket_public_access_block.this.block_public_policy && aws_s3_bucket_public_access_block.this.ignore_public_acls && aws_s3_bucket_public_access_block.this.restrict_public_buckets
    error_message = "All four blocks of public access must be on."
  }

  assert {
    condition     = aws_s3_bucket_ownership_controls.this.rule[0].object_ownership == "BucketOwnerEnforced"
    error_message = "ACLs must be switched off."
  }

  assert {
    condition     = aws_s3_bucket_versioning.this.versioning_configuration[0].status == "Enabled"
    error_message = "Versioning must be on."
  }

  assert {
    condition     = aws_s3_bucket.this.force_destroy == false
    error_message = "A bucket with objects must not be deletable by default."
  }

  assert {
    condition     = length(aws_s3_bucket_logging.this) + length(aws_s3_bucket_notification.this) + length(aws_s3_bucket_inventory.this) + length(aws_s3_bucket_replication_configuration.this) + length(aws_s3_bucket_object_lock_configuration.this) == 0
    error_message = "What was not asked for must not be made."
  }

  assert {
    condition     = alltrue([for rule in aws_s3_bucket_lifecycle_configuration.this.rule : rule.status == "Enabled" && rule.abort_incomplete_multipart_upload[0].days_after_initiation == 7 && rule.noncurrent_version_expiration[0].noncurrent_days == 90])
    error_message = "Old versions and unfinished uploads must be cleared away."
  }

  assert {
    condition = alltrue([for tags in flatten([
      aws_s3_bucket.this.tags,
      aws_kms_key.this.tags,
    ]) : tags["team"] == "orders" && tags["cost-centre"] == "cc-1001" && tags["module"] == "bucket"])
    error_message = "A resource has lost the tags of its owner."
  }

  assert {
    condition     = aws_s3_bucket.this.tags["backup"] == "none"
    error_message = "The bucket must say whether AWS Backup takes it."
  }
}

run "speaks_tls_with_its_own_key_only" {
  command = plan

  assert {
    condition     = [for denial in local.denials : denial.Sid] == ["TlsOnly", "NoOldTls", "NoOtherEncryption", "NoOtherKey"] && alltrue([for denial in local.denials : denial.Effect == "Deny" && denial.Principal == "*"])
    error_message = "Plain HTTP, old TLS, other encryption and other keys must be refused for everybody."
  }

  assert {
    condition     = local.denials[0].Condition.Bool["aws:SecureTransport"] == "false" && local.denials[0].Resource == ["arn:aws:s3:::arctiq-dev-invoices-us-east-1", "arn:aws:s3:::arctiq-dev-invoices-us-east-1/*"]
    error_message = "The refusal of plain HTTP must cover the bucket and its objects."
  }

  assert {
    condition     = length(local.grants) == 0
    error_message = "Nobody outside the account may be let in by default."
  }
}

run "names_whom_it_lets_in" {
  command = plan

  variables {
    replication_source_role_arns = ["arn:aws:iam::444455556666:role/rep-arctiq-dev-invoices"]
    reader_role_arns             = ["arn:aws:iam::444455556666:role/arctiq-analytics"]
  }

  assert {
    condition     = [for grant in local.grants : grant.Sid] == ["CopiesFromOtherAccounts", "ReadersOfOtherAccounts"]
    error_message = "Copies and readers must be granted."
  }

  assert {
    condition     = alltrue([for grant in local.grants : grant.Principal.AWS != "*" && !contains(grant.Principal.AWS, "*")])
    error_message = "A grant must name roles."
  }
}

run "replicates_with_encryption_and_alarms" {
  command = plan

  variables {
    replication = {
      bucket_arn  = "arn:aws:s3:::arctiq-dev-invoices-eu-west-1"
      kms_key_arn = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-0000-0000-000000000000"
    }
    alarm_topic_arn = "arn:aws:sns:us-east-1:111122223333:arctiq-dev-alarms"
  }

  assert {
    condition     = aws_s3_bucket_replication_configuration.this[0].rule[0].destination[0].encryption_configuration[0].replica_kms_key_id == var.replication.kms_key_arn
    error_message = "Copies must be encrypted with the key of the destination."
  }

  assert {
    condition     = aws_s3_bucket_replication_configuration.this[0].rule[0].source_selection_criteria[0].sse_kms_encrypted_objects[0].status == "Enabled"
    error_message = "Encrypted objects must be copied: all of them are."
  }

  assert {
    condition     = aws_s3_bucket_replication_configuration.this[0].rule[0].destination[0].metrics[0].status == "Enabled"
    error_message = "Without metrics the alarms see nothing."
  }

  assert {
    condition     = aws_s3_bucket_replication_configuration.this[0].rule[0].delete_marker_replication[0].status == "Enabled"
    error_message = "Deletions must be copied."
  }

  assert {
    condition     = aws_iam_role.replication[0].name == "rep-arctiq-dev-invoices-us-east-1"
    error_message = "The name of the role must be known beforehand."
  }

  assert {
    condition     = toset(keys(aws_cloudwatch_metric_alarm.replication)) == toset(["failed", "latency"])
    error_message = "Late and failed copies must be told."
  }

  assert {
    condition     = alltrue([for alarm in concat(values(aws_cloudwatch_metric_alarm.replication)) : alarm.alarm_actions == toset([var.alarm_topic_arn]) && alarm.ok_actions == toset([var.alarm_topic_arn])])
    error_message = "An alarm tells nobody when it goes off, or when it is over."
  }

  assert {
    condition = alltrue([for tags in flatten([
      aws_iam_role.replication[0].tags,
      values(aws_cloudwatch_metric_alarm.replication)[*].tags,
    ]) : tags["team"] == "orders" && tags["cost-centre"] == "cc-1001" && tags["module"] == "bucket"])
    error_message = "A resource has lost the tags of its owner."
  }
}

run "hands_copies_to_another_account" {
  command = plan

  variables {
    replication = {
      bucket_arn  = "arn:aws:s3:::arctiq-archive-eu-west-1"
      kms_key_arn = "arn:aws:kms:eu-west-1:444455556666:key/00000000-0000-0000-0000-000000000000"
      account_id  = "444455556666"
    }
    alarm_topic_arn = "arn:aws:sns:us-east-1:111122223333:arctiq-dev-alarms"
  }

  assert {
    condition     = aws_s3_bucket_replication_configuration.this[0].rule[0].destination[0].account == "444455556666" && aws_s3_bucket_replication_configuration.this[0].rule[0].destination[0].access_control_translation[0].owner == "Destination"
    error_message = "The account of the destination must own the copies."
  }
}

run "locks_evidence" {
  command = plan

  variables {
    object_lock = { days = 400 }
  }

  assert {
    condition     = aws_s3_bucket.this.object_lock_enabled
    error_message = "Object lock must be on from the start."
  }

  assert {
    condition     = aws_s3_bucket_object_lock_configuration.this[0].rule[0].default_retention[0].mode == "COMPLIANCE" && aws_s3_bucket_object_lock_configuration.this[0].rule[0].default_retention[0].days == 400
    error_message = "Evidence must be locked for everybody."
  }
}

run "logs_lists_and_tells_where_asked" {
  command = plan

  variables {
    access_log_bucket = "arctiq-dev-access-logs"
    eventbridge       = true
    inventory         = { bucket_arn = "arn:aws:s3:::arctiq-dev-inventory" }
  }

  assert {
    condition     = aws_s3_bucket_logging.this[0].target_bucket == "arctiq-dev-access-logs" && aws_s3_bucket_logging.this[0].target_prefix == "arctiq-dev-invoices-us-east-1/"
    error_message = "Access logs must go to the named bucket, under the name of this one."
  }

  assert {
    condition     = aws_s3_bucket_notification.this[0].eventbridge
    error_message = "Events must go to EventBridge."
  }

  assert {
    condition     = contains(aws_s3_bucket_inventory.this[0].optional_fields, "EncryptionStatus")
    error_message = "The inventory must show the encryption."
  }
}

run "moves_and_expires" {
  command = plan

  variables {
    lifecycle_rules = [{ id = "invoices", prefix = "invoices/", transitions = [{ days = 90, storage_class = "GLACIER_IR" }], expiration_days = 3650 }]
  }

  assert {
    condition     = length(aws_s3_bucket_lifecycle_configuration.this.rule) == 2 && aws_s3_bucket_lifecycle_configuration.this.rule[1].expiration[0].days == 3650
    error_message = "The rule of the caller must be added to the housekeeping."
  }
}
