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

  mock_resource "aws_sqs_queue" {
    defaults = { arn = "arn:aws:sqs:us-east-1:111122223333:mock", url = "https://sqs.us-east-1.amazonaws.com/111122223333/mock" }
  }

  mock_resource "aws_cloudwatch_event_rule" {
    defaults = { arn = "arn:aws:events:us-east-1:111122223333:rule/mock" }
  }

  mock_resource "aws_iam_instance_profile" {
    defaults = { arn = "arn:aws:iam::111122223333:instance-profile/mock" }
  }
}

variables {
  cluster_name             = "arctiq-dev-us-east-1"
  region                   = "us-east-1"
  volume_kms_key_arn       = "arn:aws:kms:us-east-1:111122223333:key/volumes"
  alarm_topic_arn          = "arn:aws:sns:us-east-1:111122223333:arctiq-dev-page"
  permissions_boundary_arn = "arn:aws:iam::111122223333:policy/arctiq-boundary"
  tags                     = { team = "platform", service = "karpenter", environment = "dev", cost_centre = "cc-1001" }
}

run "names_are_those_that_the_manifests_use" {
  command = apply

  assert {
    condition     = output.instance_profile_name == "arctiq-dev-us-east-1-karpenter-node" && output.interruption_queue_name == "arctiq-dev-us-east-1-karpenter"
    error_message = "Names must be deterministic: the manifests in infra/platform spell them."
  }

  assert {
    condition     = aws_eks_access_entry.node.type == "EC2_LINUX"
    error_message = "The nodes must be let into the cluster."
  }

  assert {
    condition     = output.profile.spot_percent == 85 && output.profile.consolidate_after == "30s"
    error_message = "A dev cluster must get the dev profile."
  }
}

run "profiles_are_those_of_the_company" {
  command = plan

  assert {
    condition     = alltrue([for name, range in { dev = [80, 90], staging = [70, 85], prod = [60, 70], dr = [50, 50] } : output.profiles[name].spot_percent >= range[0] && output.profiles[name].spot_percent <= range[1]])
    error_message = "Spot shares: dev 80 to 90, staging 70 to 85, prod 60 to 70, dr 50."
  }

  assert {
    condition     = { for name, p in output.profiles : name => p.consolidate_after } == { dev = "30s", staging = "60s", prod = "300s", dr = "600s" }
    error_message = "consolidate_after: dev 30 s, staging 60 s, prod 300 s, dr 600 s."
  }

  assert {
    condition     = alltrue([for p in values(output.profiles) : toset(p.architectures) == toset(["amd64", "arm64"])])
    error_message = "Every profile must allow both architectures."
  }
}

run "the_controller_acts_on_its_own_cluster_only" {
  command = apply

  assert {
    condition     = alltrue([for s in jsondecode(aws_iam_policy.controller["nodes"].policy).Statement : s.Sid == "RunFromTheseParts" || strcontains(jsonencode(try(s.Condition, {})), "kubernetes.io/cluster/arctiq-dev-us-east-1")])
    error_message = "Whatever creates, tags or deletes must be tied to the tag of the cluster."
  }

  assert {
    condition     = one([for s in jsondecode(aws_iam_policy.controller["identity"].policy).Statement : s.Resource if s.Sid == "GiveNodesTheirRole"]) == [aws_iam_role.node.arn]
    error_message = "The controller may pass one role only."
  }

  assert {
    condition     = alltrue(flatten([for p in values(aws_iam_policy.controller) : [for s in jsondecode(p.policy).Statement : [for action in s.Action : !endswith(action, ":*") && action != "*"]]]))
    error_message = "No statement may allow a whole service."
  }

  assert {
    condition     = alltrue(flatten([for p in values(aws_iam_policy.controller) : [for s in jsondecode(p.policy).Statement : [for action in s.Action : !startswith(action, "iam:Create") && !startswith(action, "iam:Add")]]]))
    error_message = "The controller must not make instance profiles."
  }

  assert {
    condition     = jsondecode(aws_iam_role.controller.assume_role_policy).Statement[0].Condition.ArnEquals["aws:SourceArn"] == "arn:aws:eks:us-east-1:111122223333:cluster/arctiq-dev-us-east-1"
    error_message = "Only pods of this cluster may take the role."
  }
}

run "warnings_arrive_encrypted" {
  command = apply

  assert {
    condition     = toset(keys(aws_cloudwatch_event_rule.this)) == toset(["spot", "rebalance", "state", "health", "capacity-reserve"]) && length(aws_cloudwatch_event_target.this) == 5
    error_message = "Every kind of warning must have a rule with a target."
  }

  assert {
    condition     = aws_sqs_queue.this.kms_master_key_id == aws_kms_key.this.arn && aws_kms_key.this.enable_key_rotation
    error_message = "The queue must be encrypted with the key of the module, which rotates."
  }

  assert {
    condition     = length([for s in jsondecode(aws_sqs_queue_policy.this.policy).Statement : s if s.Effect == "Deny" && try(s.Condition.Bool["aws:SecureTransport"] == "false", false)]) == 1
    error_message = "The queue must refuse plain text."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.queue.alarm_actions == toset([var.alarm_topic_arn]) && aws_cloudwatch_metric_alarm.queue.ok_actions == toset([var.alarm_topic_arn])
    error_message = "Waiting warnings must raise an alarm."
  }
}

run "everything_is_tagged_and_bounded" {
  command = plan

  assert {
    condition = alltrue([for tags in concat(
      [
        aws_iam_role.controller.tags, aws_iam_role.node.tags, aws_iam_instance_profile.node.tags, aws_eks_access_entry.node.tags,
        aws_eks_pod_identity_association.controller.tags, aws_sqs_queue.this.tags, aws_kms_key.this.tags, aws_cloudwatch_metric_alarm.queue.tags,
      ],
      [for r in aws_iam_policy.controller : r.tags],
      [for r in aws_cloudwatch_event_rule.this : r.tags],
    ) : try(tags["team"] == "platform" && tags["cost-centre"] == "cc-1001" && tags["module"] == "karpenter", false)])
    error_message = "Every resource must carry team, service, environment and cost centre."
  }

  assert {
    condition     = alltrue([for role in [aws_iam_role.controller, aws_iam_role.node] : role.permissions_boundary == var.permissions_boundary_arn])
    error_message = "Every role must carry the permissions boundary."
  }
}
