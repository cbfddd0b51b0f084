mock_provider "aws" {
  mock_resource "aws_kms_key" {
    defaults = {
      arn    = "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555"
      key_id = "11111111-2222-3333-4444-555555555555"
    }
  }
  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::123456789012:role/replication" }
  }
}

variables {
  name                    = "arctiq-terraform-state"
  account_id              = "123456789012"
  region                  = "us-east-1"
  administrator_role_arns = ["arn:aws:iam::123456789012:role/arctiq-break-glass"]
  stacks = {
    network = {
      writer_role_arns = ["arn:aws:iam::210987654321:role/arctiq-terraform-apply"]
      reader_role_arns = ["arn:aws:iam::345678901234:role/arctiq-terraform-apply"]
    }
    prod = {
      writer_role_arns = ["arn:aws:iam::345678901234:role/arctiq-terraform-apply"]
    }
  }
  replication = {
    bucket_arn  = "arn:aws:s3:::arctiq-terraform-state-123456789012-eu-west-1"
    kms_key_arn = "arn:aws:kms:eu-west-1:123456789012:key/66666666-2222-3333-4444-555555555555"
  }
  tags = {
    team        = "platform"
    service     = "terraform-state"
    environment = "management"
    cost_centre = "cc-1000"
  }
}

run "keeps_states_encrypted_versioned_and_private" {
  assert {
    condition = alltrue([for tags in [
      aws_s3_bucket.this.tags, aws_s3_bucket.logs.tags, aws_kms_key.this.tags, aws_iam_role.replication[0].tags,
    ] : tags["cost-centre"] == "cc-1000" && tags["module"] == "state"])
    error_message = "A resource lacks the tags of the company."
  }

  assert {
    condition = one([for rule in aws_s3_bucket_server_side_encryption_configuration.this.rule :
    "${rule.apply_server_side_encryption_by_default[0].sse_algorithm} ${rule.apply_server_side_encryption_by_default[0].kms_master_key_id}"]) == "aws:kms ${aws_kms_key.this.arn}"
    error_message = "States must be encrypted with the module's own key."
  }

  assert {
    condition     = one(aws_s3_bucket_server_side_encryption_configuration.logs.rule).apply_server_side_encryption_by_default[0].sse_algorithm == "AES256"
    error_message = "Access logs must be encrypted with the key of S3, the only one that log delivery can use."
  }

  assert {
    condition     = aws_kms_key.this.enable_key_rotation && aws_kms_key.this.deletion_window_in_days == 30
    error_message = "The key must rotate and must not vanish at once."
  }

  assert {
    condition     = aws_s3_bucket_versioning.this.versioning_configuration[0].status == "Enabled" && aws_s3_bucket_versioning.logs.versioning_configuration[0].status == "Enabled"
    error_message = "Versions must be kept."
  }

  assert {
    condition = alltrue([for block in [aws_s3_bucket_public_access_block.this, aws_s3_bucket_public_access_block.logs] :
    block.block_public_acls && block.block_public_policy && block.ignore_public_acls && block.restrict_public_buckets])
    error_message = "The buckets must not be public."
  }

  assert {
    condition     = aws_s3_bucket_logging.this.target_bucket == aws_s3_bucket.logs.id && aws_s3_bucket.this.force_destroy == false
    error_message = "Reads and writes of states must be logged, and a bucket that holds states must not go."
  }

  assert {
    condition     = aws_s3_bucket_lifecycle_configuration.this.rule[0].noncurrent_version_expiration[0].noncurrent_days == 365 && aws_s3_bucket_lifecycle_configuration.this.rule[0].noncurrent_version_expiration[0].newer_noncurrent_versions == 20
    error_message = "Old versions must be kept as long as asked for."
  }

  assert {
    condition     = output.backends["prod"].use_lockfile && output.backends["prod"].encrypt && output.backends["prod"].key_prefix == "prod/" && output.backends["prod"].kms_key_id == aws_kms_key.this.arn
    error_message = "The backend arguments must lock natively, encrypt with the key and lie in the prefix of the stack."
  }

  assert {
    condition     = one(aws_s3_bucket_replication_configuration.this[0].rule).destination[0].encryption_configuration[0].replica_kms_key_id == var.replication.kms_key_arn && one(aws_s3_bucket_replication_configuration.this[0].rule).source_selection_criteria[0].sse_kms_encrypted_objects[0].status == "Enabled"
    error_message = "The copy must be encrypted with the key of the other region."
  }
}

# Statements are numbered by prefix in alphabetical order: network is 0, prod is 1.
run "opens_a_prefix_to_its_own_roles_only" {
  assert {
    condition     = { for s in jsondecode(aws_s3_bucket_policy.this.policy).Statement : s.Sid => "${s.Effect} ${jsonencode(s.Condition)}" }["DenyInsecureTransport"] == "Deny {\"Bool\":{\"aws:SecureTransport\":\"false\"}}"
    error_message = "The policy must refuse requests without TLS."
  }

  assert {
    condition     = { for s in jsondecode(aws_s3_bucket_policy.logs.policy).Statement : s.Sid => "${s.Effect} ${jsonencode(s.Condition)}" }["DenyInsecureTransport"] == "Deny {\"Bool\":{\"aws:SecureTransport\":\"false\"}}"
    error_message = "The policy of the log bucket must refuse requests without TLS."
  }

  # prod: its own role, the administrators and the copy; not the role of the network.
  assert {
    condition = { for s in jsondecode(aws_s3_bucket_policy.this.policy).Statement : s.Sid => s }["DenyOthers1"].Condition.ArnNotEquals["aws:PrincipalArn"] == [
      "arn:aws:iam::123456789012:role/arctiq-break-glass",
      "arn:aws:iam::123456789012:role/arctiq-terraform-state-us-east-1-replication",
      "arn:aws:iam::345678901234:role/arctiq-terraform-apply",
    ] && { for s in jsondecode(aws_s3_bucket_policy.this.policy).Statement : s.Sid => s }["DenyOthers1"].Resource == "arn:aws:s3:::arctiq-terraform-state-123456789012-us-east-1/prod/*"
    error_message = "A role of another stack can reach the states of prod."
  }

  # network: prod reads it as remote state and must not write it.
  assert {
    condition = { for s in jsondecode(aws_s3_bucket_policy.this.policy).Statement : s.Sid => s }["DenyWrites0"].Condition.ArnNotEquals["aws:PrincipalArn"] == [
      "arn:aws:iam::123456789012:role/arctiq-break-glass",
      "arn:aws:iam::210987654321:role/arctiq-terraform-apply",
    ]
    error_message = "A reader can write."
  }

  assert {
    condition = alltrue([for s in jsondecode(aws_s3_bucket_policy.this.policy).Statement :
    strcontains(jsonencode(s.Action), "DeleteObject") ? endswith(jsonencode(s.Resource), ".tflock\"") : true if s.Effect == "Allow"])
    error_message = "Only lock files may be deleted."
  }

  assert {
    condition = { for s in jsondecode(aws_s3_bucket_policy.this.policy).Statement : s.Sid => s }["DenyOutsidePrefixes"].NotResource == [
      "arn:aws:s3:::arctiq-terraform-state-123456789012-us-east-1/network/*",
      "arn:aws:s3:::arctiq-terraform-state-123456789012-us-east-1/prod/*",
    ]
    error_message = "Keys outside the prefixes must be closed."
  }

  assert {
    condition = { for s in jsondecode(aws_kms_key.this.policy).Statement : s.Sid => s }["RolesThroughS3"].Condition.ArnEquals["aws:PrincipalArn"] == [
      "arn:aws:iam::123456789012:role/arctiq-break-glass",
      "arn:aws:iam::210987654321:role/arctiq-terraform-apply",
      "arn:aws:iam::345678901234:role/arctiq-terraform-apply",
    ] && { for s in jsondecode(aws_kms_key.this.policy).Statement : s.Sid => s }["RolesThroughS3"].Condition.StringEquals["kms:ViaService"] == "s3.us-east-1.amazonaws.com"
    error_message = "The key must serve the named roles only, and only through S3."
  }
}

run "without_a_copy_there_is_no_replication_role" {
  variables {
    replication = null
  }

  assert {
    condition     = length(aws_iam_role.replication) == 0 && length(aws_s3_bucket_replication_configuration.this) == 0
    error_message = "No copy was asked for."
  }
}
