mock_provider "aws" {
  mock_resource "aws_kms_key" {
    defaults = {
      arn    = "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555"
      key_id = "11111111-2222-3333-4444-555555555555"
    }
  }
  mock_resource "aws_organizations_organization" {
    defaults = {
      id    = "o-abcdefghij"
      arn   = "arn:aws:organizations::123456789012:organization/o-abcdefghij"
      roots = [{ id = "r-abcd", arn = "arn:aws:organizations::123456789012:root/o-abcdefghij/r-abcd", name = "Root", policy_types = [] }]
    }
  }
  mock_resource "aws_organizations_organizational_unit" {
    defaults = { id = "ou-abcd-12345678" }
  }
  mock_resource "aws_organizations_policy" {
    defaults = { id = "p-12345678" }
  }
  mock_resource "aws_organizations_account" {
    defaults = { id = "234567890123" }
  }
  mock_resource "aws_ssoadmin_permission_set" {
    defaults = { arn = "arn:aws:sso:::permissionSet/ssoins-1234567890abcdef/ps-1234567890abcdef" }
  }
  mock_resource "aws_sns_topic" {
    defaults = { arn = "arn:aws:sns:us-east-1:123456789012:arctiq-iam-outside-pipeline" }
  }
  mock_resource "aws_sqs_queue" {
    defaults = { arn = "arn:aws:sqs:us-east-1:123456789012:failed" }
  }
  mock_resource "aws_cloudwatch_event_rule" {
    defaults = { arn = "arn:aws:events:us-east-1:123456789012:rule/rule" }
  }
}

variables {
  name       = "arctiq"
  account_id = "123456789012"
  account_emails = {
    security = "aws+security@arctiq.example"
    network  = "aws+network@arctiq.example"
    dev      = "aws+dev@arctiq.example"
    staging  = "aws+staging@arctiq.example"
    prod     = "aws+prod@arctiq.example"
    dr       = "aws+dr@arctiq.example"
  }
  sso = {
    instance_arn = "arn:aws:sso:::instance/ssoins-1234567890abcdef"
    assignments = {
      orders   = { group_id = "94482488-3041-7011-b1c8-0b1a1a1a1a1a", permission_set = "developer", accounts = ["dev", "staging"] }
      platform = { group_id = "a4482488-3041-7011-b1c8-0b1a1a1a1a1b", permission_set = "platform-admin", accounts = ["management", "prod"] }
    }
  }
  tags = {
    team        = "platform"
    service     = "organization"
    environment = "management"
    cost_centre = "cc-1000"
  }
}

run "hangs_accounts_into_units" {
  assert {
    condition     = toset(keys(aws_organizations_organizational_unit.top)) == toset(["security", "infrastructure", "workloads"]) && toset(keys(aws_organizations_organizational_unit.workloads)) == toset(["nonprod", "prod"])
    error_message = "The units are security, infrastructure and workloads with nonprod and prod."
  }

  assert {
    condition = { for key, account in aws_organizations_account.this : key => "${account.name} ${account.email} ${account.tags["environment"]}" } == {
      for key in ["security", "network", "dev", "staging", "prod", "dr"] : key => "arctiq-${key} aws+${key}@arctiq.example ${key}"
    }
    error_message = "Every account of the company must be there, with its own address and its environment on the bill."
  }

  assert {
    condition     = alltrue([for account in values(aws_organizations_account.this) : account.close_on_deletion == false])
    error_message = "A destroyed stack must not close accounts."
  }

  assert {
    condition     = length(setsubtract(["access-analyzer.amazonaws.com", "cloudtrail.amazonaws.com", "config.amazonaws.com", "guardduty.amazonaws.com", "malware-protection.guardduty.amazonaws.com", "ram.amazonaws.com", "sso.amazonaws.com"], aws_organizations_organization.this.aws_service_access_principals)) == 0 && contains(aws_organizations_organization.this.enabled_policy_types, "SERVICE_CONTROL_POLICY")
    error_message = "A guard of the organisation has no access to it."
  }

  assert {
    condition     = aws_organizations_delegated_administrator.access_analyzer.service_principal == "access-analyzer.amazonaws.com" && module.guardduty_delegation.admin_account_id == "234567890123"
    error_message = "The security account must administer access analyzer and GuardDuty."
  }

  assert {
    condition = alltrue([for tags in concat(
      [for unit in values(aws_organizations_organizational_unit.top) : unit.tags],
      [for unit in values(aws_organizations_organizational_unit.workloads) : unit.tags],
      [for account in values(aws_organizations_account.this) : account.tags],
      [for policy in values(aws_organizations_policy.this) : policy.tags],
      [for set in values(aws_ssoadmin_permission_set.this) : set.tags],
      [aws_cloudtrail.this.tags, aws_s3_bucket.trail.tags, aws_kms_key.trail.tags],
    ) : tags["cost-centre"] == "cc-1000" && tags["module"] == "organization"])
    error_message = "A resource lacks the tags of the company."
  }
}

# What the policies say, statement by statement.
run "denies_what_no_account_may_do" {
  assert {
    condition     = { for s in jsondecode(aws_organizations_policy.this["guard"].content).Statement : s.Sid => "${s.Effect} ${jsonencode(s.Action)}" }["DenyLeavingOrganisation"] == "Deny [\"organizations:LeaveOrganization\",\"account:CloseAccount\"]"
    error_message = "An account can leave the organisation."
  }

  assert {
    condition = length(setsubtract(
      ["cloudtrail:StopLogging", "cloudtrail:DeleteTrail", "guardduty:DeleteDetector", "guardduty:UpdateDetector", "config:StopConfigurationRecorder", "config:DeleteConfigurationRecorder"],
      { for s in jsondecode(aws_organizations_policy.this["guard"].content).Statement : s.Sid => s.Action if s.Sid == "DenyStoppingTheGuards" }["DenyStoppingTheGuards"],
    )) == 0
    error_message = "CloudTrail, GuardDuty or Config can be turned off."
  }

  assert {
    condition     = contains({ for s in jsondecode(aws_organizations_policy.this["guard"].content).Statement : s.Sid => s.Action if s.Sid == "DenyRemovingAccountDefaults" }["DenyRemovingAccountDefaults"], "s3:PutAccountPublicAccessBlock")
    error_message = "The public access block of an account can be removed."
  }

  assert {
    condition = alltrue([for s in jsondecode(aws_organizations_policy.this["guard"].content).Statement :
      jsonencode(s.Condition) == "{\"ArnNotLike\":{\"aws:PrincipalArn\":[\"arn:aws:iam::*:role/arctiq-terraform-apply\"]}}" if contains(["DenyStoppingTheGuards", "DenyRemovingAccountDefaults"], s.Sid)
    ])
    error_message = "Only the pipeline's role may change the guards."
  }

  assert {
    condition     = { for s in jsondecode(aws_organizations_policy.this["guard"].content).Statement : s.Sid => jsonencode([s.Effect, s.Action, s.Condition]) if s.Sid == "DenyRootUser" }["DenyRootUser"] == jsonencode(["Deny", "*", { StringLike = { "aws:PrincipalArn" = "arn:aws:iam::*:root" } }])
    error_message = "The root user of an account can act."
  }

  assert {
    condition     = jsondecode(aws_organizations_policy.this["regions"].content).Statement[0].Effect == "Deny" && jsondecode(aws_organizations_policy.this["regions"].content).Statement[0].Condition.StringNotEquals["aws:RequestedRegion"] == ["eu-west-1", "us-east-1"]
    error_message = "A region outside the list can be used."
  }

  assert {
    condition     = length(setsubtract(["iam:*", "sts:*", "organizations:*", "cloudfront:*", "route53:*", "route53-recovery-cluster:*", "shield:*", "wafv2:*", "support:*", "budgets:*"], jsondecode(aws_organizations_policy.this["regions"].content).Statement[0].NotAction)) == 0 && !contains(jsondecode(aws_organizations_policy.this["regions"].content).Statement[0].NotAction, "ec2:*") && !contains(jsondecode(aws_organizations_policy.this["regions"].content).Statement[0].NotAction, "s3:*")
    error_message = "Global services must work, services with a region must be held to the list."
  }

  assert {
    condition = { for s in jsondecode(aws_organizations_policy.this["data"].content).Statement : s.Sid => "${s.Effect} ${jsonencode(s.Condition)}" if s.Sid != "DenyUnencryptedUploads" } == {
      DenyInstancesWithOldMetadata = "Deny {\"StringNotEquals\":{\"ec2:MetadataHttpTokens\":\"required\"}}"
      DenyOpeningOldMetadata       = "Deny {\"StringNotEquals\":{\"ec2:Attribute/HttpTokens\":\"required\"}}"
      DenyCredentialsOfOldMetadata = "Deny {\"NumericLessThan\":{\"ec2:RoleDelivery\":\"2.0\"}}"
      DenyUnencryptedVolumes       = "Deny {\"Bool\":{\"ec2:Encrypted\":\"false\"}}"
      DenyUnencryptedDatabases     = "Deny {\"Bool\":{\"rds:StorageEncrypted\":\"false\"}}"
      DenyUnencryptedCaches        = "Deny {\"Bool\":{\"elasticache:AtRestEncryptionEnabled\":\"false\"}}"
      DenyPlainCaches              = "Deny {\"Bool\":{\"elasticache:TransitEncryptionEnabled\":\"false\"}}"
      DenyUnencryptedFileSystems   = "Deny {\"Bool\":{\"elasticfilesystem:Encrypted\":\"false\"}}"
      DenyPlainRequestsToBuckets   = "Deny {\"Bool\":{\"aws:SecureTransport\":\"false\"}}"
    }
    error_message = "Instances need metadata version 2, and nothing may be stored or sent in the clear."
  }

  assert {
    condition     = { for s in jsondecode(aws_organizations_policy.this["data"].content).Statement : s.Sid => s.Condition if s.Sid == "DenyUnencryptedUploads" }["DenyUnencryptedUploads"].StringNotEquals["s3:x-amz-server-side-encryption"] == ["aws:kms", "aws:kms:dsse", "AES256"]
    error_message = "An object can be stored under an unknown cipher."
  }

  assert {
    condition     = alltrue([for policy in values(aws_organizations_policy.this) : length(policy.content) <= 5120 && policy.type == "SERVICE_CONTROL_POLICY"])
    error_message = "AWS takes at most 5120 characters of a service control policy."
  }

  assert {
    condition     = toset(keys(aws_organizations_policy_attachment.this)) == toset(["guard/root", "regions/root", "data/security", "data/infrastructure", "data/workloads"]) && aws_organizations_policy_attachment.this["guard/root"].target_id == "r-abcd"
    error_message = "A policy that is attached nowhere denies nothing."
  }
}

run "keeps_a_locked_encrypted_log_of_all_accounts" {
  assert {
    condition     = aws_cloudtrail.this.is_organization_trail && aws_cloudtrail.this.is_multi_region_trail && aws_cloudtrail.this.include_global_service_events && aws_cloudtrail.this.enable_log_file_validation && aws_cloudtrail.this.kms_key_id == aws_kms_key.trail.arn
    error_message = "The trail must see all accounts and regions, be encrypted and be provable."
  }

  assert {
    condition     = aws_s3_bucket.trail.object_lock_enabled && aws_s3_bucket_object_lock_configuration.trail.rule[0].default_retention[0].mode == "COMPLIANCE" && aws_s3_bucket_object_lock_configuration.trail.rule[0].default_retention[0].days == 400
    error_message = "Nobody may delete or shorten the log."
  }

  assert {
    condition     = one(aws_s3_bucket_server_side_encryption_configuration.trail.rule).apply_server_side_encryption_by_default[0].kms_master_key_id == aws_kms_key.trail.arn && one(aws_s3_bucket_server_side_encryption_configuration.trail.rule).apply_server_side_encryption_by_default[0].sse_algorithm == "aws:kms" && aws_kms_key.trail.enable_key_rotation
    error_message = "The log must be encrypted with its own, rotating key."
  }

  assert {
    condition     = aws_s3_bucket_versioning.trail.versioning_configuration[0].status == "Enabled" && aws_s3_bucket_public_access_block.trail.block_public_acls && aws_s3_bucket_public_access_block.trail.block_public_policy && aws_s3_bucket_public_access_block.trail.ignore_public_acls && aws_s3_bucket_public_access_block.trail.restrict_public_buckets
    error_message = "The log must be versioned and private."
  }

  assert {
    condition     = { for s in jsondecode(aws_s3_bucket_policy.trail.policy).Statement : s.Sid => "${s.Effect} ${jsonencode(s.Condition)}" }["DenyInsecureTransport"] == "Deny {\"Bool\":{\"aws:SecureTransport\":\"false\"}}" && strcontains(aws_s3_bucket_policy.trail.policy, "AWSLogs/o-abcdefghij/*")
    error_message = "The bucket must refuse requests without TLS and take the log of the organisation."
  }

  assert {
    condition     = aws_s3_bucket_lifecycle_configuration.trail.rule[0].transition != null && one(aws_s3_bucket_lifecycle_configuration.trail.rule[0].transition).days >= 90
    error_message = "The latest three months must be at hand."
  }
}

run "gives_people_the_least_that_works" {
  assert {
    condition     = toset(keys(aws_ssoadmin_permission_set.this)) == toset(["platform-admin", "read-only", "developer", "auditor", "billing", "break-glass"]) && aws_ssoadmin_permission_set.this["break-glass"].session_duration == "PT1H"
    error_message = "The permission sets of the company are not complete."
  }

  assert {
    condition     = jsondecode(aws_ssoadmin_permission_set_inline_policy.developer[0].inline_policy).Statement[0].Effect == "Deny" && contains(jsondecode(aws_ssoadmin_permission_set_inline_policy.developer[0].inline_policy).Statement[0].Action, "iam:*")
    error_message = "A developer can change IAM by hand."
  }

  assert {
    condition     = toset(keys(aws_ssoadmin_account_assignment.this)) == toset(["orders/dev", "orders/staging", "platform/management", "platform/prod"]) && aws_ssoadmin_account_assignment.this["platform/management"].target_id == "123456789012" && aws_ssoadmin_account_assignment.this["orders/dev"].principal_type == "GROUP"
    error_message = "Groups must get their permission sets in the named accounts."
  }
}

run "works_before_identity_center_is_there" {
  variables {
    sso = null
  }

  assert {
    condition     = length(aws_ssoadmin_permission_set.this) == 0 && length(aws_ssoadmin_permission_set_inline_policy.developer) == 0
    error_message = "Without Identity Center there are no permission sets."
  }
}

run "reports_iam_changes_outside_the_pipeline" {
  module {
    source = "./modules/iam-watch"
  }

  variables {
    region             = "us-east-1"
    pipeline_role_arns = ["arn:aws:iam::123456789012:role/arctiq-terraform-apply"]
    alert_emails       = ["security@arctiq.example"]
  }

  assert {
    condition = jsondecode(aws_cloudwatch_event_rule.this.event_pattern).source == ["aws.iam"] && jsonencode(jsondecode(aws_cloudwatch_event_rule.this.event_pattern).detail.userIdentity) == jsonencode({
      sessionContext = { sessionIssuer = { arn = [{ anything-but = ["arn:aws:iam::123456789012:role/arctiq-terraform-apply"] }, { exists = false }] } }
    })
    error_message = "The rule must match everybody but the pipeline, users without a session included."
  }

  assert {
    condition     = length(setsubtract(["Create", "Attach", "Put", "Update", "Delete"], [for verb in jsondecode(aws_cloudwatch_event_rule.this.event_pattern).detail.eventName : verb.prefix])) == 0
    error_message = "A change of IAM is not watched."
  }

  assert {
    condition     = aws_cloudwatch_event_target.this.arn == aws_sns_topic.this.arn && aws_cloudwatch_event_target.this.dead_letter_config[0].arn == aws_sqs_queue.dead_letter.arn && keys(aws_sns_topic_subscription.email) == ["security@arctiq.example"]
    error_message = "The report must reach people, or be kept."
  }

  assert {
    condition     = aws_sns_topic.this.kms_master_key_id == aws_kms_key.this.arn && aws_sqs_queue.dead_letter.kms_master_key_id == aws_kms_key.this.arn && aws_kms_key.this.enable_key_rotation
    error_message = "Reports must be encrypted with the module's own key."
  }

  assert {
    condition = alltrue([for policy in [aws_sns_topic_policy.this.policy, aws_sqs_queue_policy.dead_letter.policy] :
    { for s in jsondecode(policy).Statement : s.Sid => jsonencode([s.Effect, s.Condition]) }["DenyInsecureTransport"] == jsonencode(["Deny", { Bool = { "aws:SecureTransport" = "false" } }])])
    error_message = "Topic and queue must refuse requests without TLS."
  }

  assert {
    condition     = alltrue([for tags in [aws_cloudwatch_event_rule.this.tags, aws_sns_topic.this.tags, aws_sqs_queue.dead_letter.tags, aws_kms_key.this.tags] : tags["cost-centre"] == "cc-1000"])
    error_message = "A resource lacks the tags of the company."
  }
}

run "watches_all_accounts_from_the_security_account" {
  module {
    source = "./modules/security-account"
  }

  variables {
    region             = "us-east-1"
    unused_access_days = 90
    alert_topic_arn    = "arn:aws:sns:us-east-1:123456789012:arctiq-security"
  }

  assert {
    condition     = aws_guardduty_detector.this.enable && aws_guardduty_organization_configuration.this.auto_enable_organization_members == "ALL"
    error_message = "Every account must be watched, new ones as well."
  }

  assert {
    condition     = length(aws_guardduty_organization_configuration_feature.this) == 6 && alltrue([for feature in values(aws_guardduty_organization_configuration_feature.this) : feature.auto_enable == "ALL"])
    error_message = "A protection plan is not on for all."
  }

  assert {
    condition = { for key, analyzer in aws_accessanalyzer_analyzer.this : key => analyzer.type } == {
      external = "ORGANIZATION"
      unused   = "ORGANIZATION_UNUSED_ACCESS"
    } && aws_accessanalyzer_analyzer.this["unused"].configuration[0].unused_access[0].unused_access_age == 90
    error_message = "Access from outside and unused access must be analysed for the whole organisation."
  }

  assert {
    condition     = alltrue([for target in values(aws_cloudwatch_event_target.finding) : target.arn == var.alert_topic_arn]) && length(aws_cloudwatch_event_rule.finding) == 2
    error_message = "A finding must reach people."
  }

  assert {
    condition     = alltrue([for tags in concat([aws_guardduty_detector.this.tags], [for analyzer in values(aws_accessanalyzer_analyzer.this) : analyzer.tags], [for rule in values(aws_cloudwatch_event_rule.finding) : rule.tags]) : tags["cost-centre"] == "cc-1000"])
    error_message = "A resource lacks the tags of the company."
  }
}
