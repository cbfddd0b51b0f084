mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = { account_id = "111122223333" }
  }

  mock_data "aws_partition" {
    defaults = { partition = "aws" }
  }
}

variables {
  name            = "arctiq-dev"
  region          = "us-east-1"
  lock            = { mode = "governance" }
  copy_vault_arns = null
  alarm_topic_arn = "arn:aws:sns:us-east-1:111122223333:arctiq-dev-alarms"
  tags            = { team = "orders", service = "order-service", environment = "dev", cost_centre = "cc-1001" }
}

run "backs_up_by_tag_and_tier" {
  command = plan

  assert {
    condition     = toset(keys(aws_backup_plan.this)) == toset(["tier-1", "tier-1-frequent", "tier-2", "tier-2-frequent", "tier-3", "tier-3-frequent"]) && alltrue([for name, selection in aws_backup_selection.this : one(one(selection.condition).string_equals).key == "aws:ResourceTag/backup" && one(one(selection.condition).string_equals).value == trimsuffix(name, "-frequent")])
    error_message = "Every tier must be picked up by its tag."
  }

  assert {
    condition     = one([for rule in aws_backup_plan.this["tier-1-frequent"].rule : rule if rule.rule_name == "continuous"]).enable_continuous_backup && one([for rule in aws_backup_plan.this["tier-1-frequent"].rule : rule if rule.rule_name == "hourly"]).lifecycle[0].delete_after == 7 && one([for rule in aws_backup_plan.this["tier-1"].rule : rule if rule.rule_name == "daily"]).lifecycle[0].delete_after == 35 && one([for rule in aws_backup_plan.this["tier-1"].rule : rule if rule.rule_name == "monthly"]).lifecycle[0].delete_after == 395
    error_message = "Tier 1 must be continuous, hourly, daily and monthly."
  }

  assert {
    condition     = alltrue([for name, selection in aws_backup_selection.this : selection.not_resources == (endswith(name, "-frequent") ? toset(["arn:aws:dynamodb:*:*:table/*"]) : toset([]))])
    error_message = "A table must not be copied in full every hour."
  }

  assert {
    condition     = aws_backup_restore_testing_plan.this.name == "arctiq_dev_weekly" && toset(keys(aws_backup_restore_testing_selection.this)) == toset(["dynamodb", "s3"])
    error_message = "What is backed up must be restored every week."
  }

  assert {
    condition     = length(aws_iam_role.velero) == 0 && length(module.velero_bucket) == 0
    error_message = "Velero belongs to clusters only."
  }
}

run "is_watched_and_tagged" {
  command = plan

  assert {
    condition     = toset(keys(aws_cloudwatch_event_rule.this)) == toset(["backup", "copy", "restore"]) && alltrue([for target in aws_cloudwatch_event_target.this : target.arn == var.alarm_topic_arn])
    error_message = "Failed jobs must be told."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.this["silence"].treat_missing_data == "breaching"
    error_message = "That nothing ran must be told as well."
  }

  assert {
    condition     = alltrue([for alarm in concat(values(aws_cloudwatch_metric_alarm.this)) : alarm.alarm_actions == toset([var.alarm_topic_arn]) && alarm.ok_actions == toset([var.alarm_topic_arn])])
    error_message = "An alarm tells nobody when it goes off, or when it is over."
  }

  assert {
    condition = alltrue([for tags in flatten([
      values(aws_backup_plan.this)[*].tags,
      aws_iam_role.this.tags,
      aws_backup_restore_testing_plan.this.tags,
      values(aws_cloudwatch_event_rule.this)[*].tags,
      values(aws_cloudwatch_metric_alarm.this)[*].tags,
    ]) : tags["team"] == "orders" && tags["cost-centre"] == "cc-1001" && tags["module"] == "backup"])
    error_message = "A resource has lost the tags of its owner."
  }
}

run "copies_out_of_region_and_account" {
  command = plan

  variables {
    copy_vault_arns = {
      other_region     = "arn:aws:backup:eu-west-1:111122223333:backup-vault:arctiq-dev"
      security_account = "arn:aws:backup:us-east-1:444455556666:backup-vault:arctiq-security"
    }
  }

  assert {
    condition     = toset([for copy in one([for rule in aws_backup_plan.this["tier-1"].rule : rule if rule.rule_name == "daily"]).copy_action : copy.destination_vault_arn]) == toset(values(var.copy_vault_arns))
    error_message = "Daily ones must leave region and account."
  }
}

run "backs_up_a_cluster" {
  command = plan

  variables {
    velero = { bucket_name = "arctiq-dev-velero-us-east-1", cluster_name = "arctiq-dev" }
  }

  assert {
    condition     = jsondecode(aws_iam_role.velero[0].assume_role_policy).Statement[0].Condition.StringEquals["aws:RequestTag/kubernetes-service-account"] == "velero" && jsondecode(aws_iam_role.velero[0].assume_role_policy).Statement[0].Condition.StringEquals["aws:RequestTag/eks-cluster-name"] == "arctiq-dev"
    error_message = "Only the service account of Velero may use the role."
  }

  assert {
    condition     = length(module.velero_bucket) == 1
    error_message = "The bucket must come from the bucket module."
  }

  assert {
    condition = alltrue([for tags in flatten([
      aws_iam_role.velero[0].tags,
    ]) : tags["team"] == "orders" && tags["cost-centre"] == "cc-1001" && tags["module"] == "backup"])
    error_message = "A resource has lost the tags of its owner."
  }
}

run "refuses_a_lock_that_would_refuse_the_plans" {
  command = plan

  variables {
    lock = { mode = "governance", min_days = 10 }
  }

  expect_failures = [aws_backup_plan.this]
}
