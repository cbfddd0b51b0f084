mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = { account_id = "111122223333" }
  }

  mock_data "aws_partition" {
    defaults = { partition = "aws" }
  }

  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::111122223333:role/mock" }
  }

  mock_resource "aws_iam_policy" {
    defaults = { arn = "arn:aws:iam::111122223333:policy/mock" }
  }

  mock_resource "aws_kms_key" {
    defaults = { arn = "arn:aws:kms:us-east-1:111122223333:key/mock" }
  }

  mock_resource "aws_sns_topic" {
    defaults = { arn = "arn:aws:sns:us-east-1:111122223333:mock" }
  }

  mock_resource "aws_s3_bucket" {
    defaults = { arn = "arn:aws:s3:::mock" }
  }
}

variables {
  name                     = "arctiq-dev-us-east-1"
  region                   = "us-east-1"
  cluster_names            = { main = "arctiq-dev-us-east-1", batch = "arctiq-dev-us-east-1-batch" }
  permissions_boundary_arn = "arn:aws:iam::111122223333:policy/arctiq-boundary"
  tags                     = { team = "platform", service = "observability", environment = "dev", cost_centre = "cc-1001" }
}

run "keeps_each_signal_as_long_as_promised" {
  command = plan

  assert {
    condition     = { for signal, bucket in local.buckets : signal => bucket.name } == { logs = "arctiq-dev-us-east-1-loki", traces = "arctiq-dev-us-east-1-tempo", metrics = "arctiq-dev-us-east-1-metrics" }
    error_message = "Bucket names must be those that infra/platform spells."
  }

  assert {
    condition     = { for signal, bucket in local.buckets : signal => bucket.days } == { logs = 30, traces = 14, metrics = 400 }
    error_message = "Logs are kept 30 days, traces 14, metrics 13 months."
  }

  assert {
    condition     = aws_cloudwatch_log_group.this["audit"].retention_in_days >= 365
    error_message = "The audit log must be kept for 12 months."
  }
}

run "alerts_are_encrypted_and_heard" {
  command = apply

  variables {
    subscriptions = { pagerduty = { topic = "page", protocol = "https", endpoint = "https://events.pagerduty.com/integration/example/enqueue" } }
  }

  assert {
    condition     = toset(keys(aws_sns_topic.this)) == toset(["page", "ticket"]) && alltrue([for t in aws_sns_topic.this : t.kms_master_key_id == aws_kms_key.this.arn])
    error_message = "Both topics must be encrypted with the key of the module."
  }

  assert {
    condition     = alltrue([for g in aws_cloudwatch_log_group.this : g.kms_key_id == aws_kms_key.this.arn]) && aws_kms_key.this.enable_key_rotation
    error_message = "Log groups must be encrypted with a key that rotates."
  }

  assert {
    condition     = length([for s in jsondecode(aws_kms_key.this.policy).Statement : s if s.Sid == "EventBridge" && !can(s.Condition)]) == 1
    error_message = "EventBridge must be able to use the key without a condition that it cannot meet."
  }

  assert {
    condition     = contains(one([for s in jsondecode(aws_kms_key.this.policy).Statement : s.Principal.Service if s.Sid == "ServicesThatPublish"]), "cloudwatch.amazonaws.com")
    error_message = "CloudWatch must be able to use the key, or its alarms are dropped."
  }

  assert {
    condition     = alltrue([for p in aws_sns_topic_policy.this : length([for s in jsondecode(p.policy).Statement : s if s.Effect == "Deny" && try(s.Condition.Bool["aws:SecureTransport"] == "false", false)]) == 1])
    error_message = "Topics must refuse plain text."
  }

  assert {
    condition     = length(aws_cloudwatch_metric_alarm.undelivered) == 2 && alltrue([for alarm in aws_cloudwatch_metric_alarm.undelivered : length(alarm.alarm_actions) == 1 && length(alarm.ok_actions) == 1])
    error_message = "A topic that reaches nobody must raise an alarm on the other one."
  }

  assert {
    condition     = aws_sns_topic_subscription.this["pagerduty"].protocol == "https"
    error_message = "Pages must go to the pager."
  }
}

run "readers_cannot_write_and_writers_cannot_delete" {
  command = apply

  assert {
    condition     = one([for s in jsondecode(aws_iam_role_policy.this["metrics-reader"].policy).Statement : s.Action if s.Sid == "Objects"]) == ["s3:GetObject"]
    error_message = "The reader of metrics must only read."
  }

  assert {
    condition     = !contains(one([for s in jsondecode(aws_iam_role_policy.this["metrics-writer"].policy).Statement : s.Action if s.Sid == "Objects"]), "s3:DeleteObject")
    error_message = "A Prometheus must not delete the past."
  }

  assert {
    condition     = contains(one([for s in jsondecode(aws_iam_role_policy.this["metrics-keeper"].policy).Statement : s.Action if s.Sid == "Objects"]), "s3:DeleteObject") && contains(one([for s in jsondecode(aws_iam_role_policy.this["loki"].policy).Statement : s.Action if s.Sid == "Objects"]), "s3:DeleteObject") && contains(one([for s in jsondecode(aws_iam_role_policy.this["tempo"].policy).Statement : s.Action if s.Sid == "Objects"]), "s3:DeleteObject")
    error_message = "Compactors must be able to delete what they merged."
  }

  assert {
    condition     = length(aws_eks_pod_identity_association.this) == 10 && aws_eks_pod_identity_association.this["batch/loki"].cluster_name == "arctiq-dev-us-east-1-batch"
    error_message = "Every cluster must get every client."
  }

  assert {
    condition     = alltrue([for role in aws_iam_role.this : role.permissions_boundary == var.permissions_boundary_arn && length(jsondecode(role.assume_role_policy).Statement[0].Condition.ArnEquals["aws:SourceArn"]) == 2])
    error_message = "Roles must carry the boundary and trust pods of the named clusters only."
  }
}

run "everything_is_tagged" {
  command = plan

  assert {
    condition = alltrue([for tags in concat(
      [aws_kms_key.this.tags],
      [for r in aws_sns_topic.this : r.tags],
      [for r in aws_cloudwatch_log_group.this : r.tags],
      [for r in aws_cloudwatch_metric_alarm.undelivered : r.tags],
      [for r in aws_iam_role.this : r.tags],
      [for r in aws_eks_pod_identity_association.this : r.tags],
    ) : try(tags["team"] == "platform" && tags["cost-centre"] == "cc-1001" && tags["module"] == "observability", false)])
    error_message = "Every resource must carry team, service, environment and cost centre."
  }
}
