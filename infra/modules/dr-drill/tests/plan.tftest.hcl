mock_provider "aws" {
  mock_resource "aws_kms_key" {
    defaults = {
      arn    = "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555"
      key_id = "11111111-2222-3333-4444-555555555555"
    }
  }
  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::123456789012:role/role" }
  }
  mock_resource "aws_sns_topic" {
    defaults = { arn = "arn:aws:sns:eu-west-1:123456789012:approval" }
  }
  mock_resource "aws_sqs_queue" {
    defaults = { arn = "arn:aws:sqs:eu-west-1:123456789012:failed" }
  }
  mock_resource "aws_cloudwatch_log_group" {
    defaults = { arn = "arn:aws:logs:eu-west-1:123456789012:log-group:/aws/fis/arctiq-prod-eu-west-1" }
  }
  mock_resource "aws_cloudwatch_event_connection" {
    defaults = { arn = "arn:aws:events:eu-west-1:123456789012:connection/portal/11111111-2222-3333-4444-555555555555" }
  }
  mock_resource "aws_cloudwatch_event_api_destination" {
    defaults = { arn = "arn:aws:events:eu-west-1:123456789012:api-destination/events/11111111-2222-3333-4444-555555555555" }
  }
}

variables {
  name       = "arctiq-prod-eu-west-1"
  account_id = "123456789012"
  region     = "eu-west-1"
  vpc_id     = "vpc-0a1b2c3d4e5f60718"
  targets = {
    availability_zone  = "eu-west-1a"
    aurora_cluster_arn = "arn:aws:rds:eu-west-1:123456789012:cluster:orders-eu-west-1"
    node_role_arns     = ["arn:aws:iam::123456789012:role/node"]
  }
  stop_alarm_arns      = ["arn:aws:cloudwatch:eu-west-1:123456789012:alarm:checkout-errors"]
  detection_alarm_arns = ["arn:aws:cloudwatch:eu-west-1:123456789012:alarm:region-lost"]
  alarm_topic_arn      = "arn:aws:sns:eu-west-1:123456789012:alarms"
  evidence = {
    bucket_name    = "arctiq-prod-evidence"
    kms_key_arn    = "arn:aws:kms:eu-west-1:123456789012:key/66666666-2222-3333-4444-555555555555"
    dashboard_arns = ["arn:aws:cloudwatch::123456789012:dashboard/checkout"]
  }
  failover = {
    from_region               = "us-east-1"
    global_cluster_identifier = "orders"
    from_cluster_arn          = "arn:aws:rds:us-east-1:123456789012:cluster:orders-us-east-1"
    routing_cluster_endpoints = {
      us-east-1      = "https://a.example/v1"
      us-west-2      = "https://b.example/v1"
      eu-west-1      = "https://c.example/v1"
      ap-northeast-1 = "https://d.example/v1"
      ap-southeast-2 = "https://e.example/v1"
    }
    routing_control_on_arns  = ["arn:aws:route53-recovery-control::123456789012:controlpanel/p/routingcontrol/eu"]
    routing_control_off_arns = ["arn:aws:route53-recovery-control::123456789012:controlpanel/p/routingcontrol/us"]
    approver_arns            = ["arn:aws:iam::123456789012:role/commander"]
    verify_url               = "https://probe.example/order"
  }
  portal       = { base_url = "https://portal.arctiq.example" }
  portal_token = "0123456789abcdef01234567"
  tags = {
    team        = "platform"
    service     = "dr-drill"
    environment = "prod"
    cost_centre = "cc-1000"
  }
}

run "breaks_only_what_is_tagged_and_stops_on_alarms" {
  assert {
    condition     = toset(keys(aws_fis_experiment_template.this)) == toset(["zone-outage", "aurora-writer-loss", "network-disruption"])
    error_message = "Three scenarios belong to a drill."
  }

  assert {
    condition     = alltrue([for template in values(aws_fis_experiment_template.this) : [for stop in template.stop_condition : "${stop.source} ${stop.value}"] == ["aws:cloudwatch:alarm arn:aws:cloudwatch:eu-west-1:123456789012:alarm:checkout-errors"]])
    error_message = "Every experiment must stop on the customers' alarm."
  }

  assert {
    condition = alltrue(flatten([for template in values(aws_fis_experiment_template.this) : [for target in template.target :
    length(target.resource_tag) == 1 ? one(target.resource_tag).key == "dr-drill" : length(target.resource_arns) > 0]]))
    error_message = "A target without a tag or an ARN would hit everything."
  }

  assert {
    condition     = toset([for action in aws_fis_experiment_template.this["zone-outage"].action : action.action_id]) == toset(["aws:ec2:stop-instances", "aws:ec2:api-insufficient-instance-capacity-error", "aws:network:disrupt-connectivity", "aws:rds:failover-db-cluster"])
    error_message = "A lost zone takes its nodes, their replacements, its subnets and its writer."
  }

  assert {
    condition     = one(aws_fis_experiment_template.this["aurora-writer-loss"].action).action_id == "aws:rds:failover-db-cluster" && one(aws_fis_experiment_template.this["aurora-writer-loss"].target).resource_arns == toset([var.targets.aurora_cluster_arn])
    error_message = "The writer's experiment must hit the named cluster only."
  }

  assert {
    condition     = contains([for parameter in one(aws_fis_experiment_template.this["network-disruption"].action).parameter : "${parameter.key}=${parameter.value}"], "duration=PT10M")
    error_message = "A cut network must mend itself."
  }

  assert {
    condition = alltrue([for key, template in aws_fis_experiment_template.this :
      template.log_configuration[0].cloudwatch_logs_configuration[0].log_group_arn == "${aws_cloudwatch_log_group.fis.arn}:*" &&
      template.experiment_report_configuration[0].outputs[0].s3_configuration[0].bucket_name == "arctiq-prod-evidence" &&
    template.experiment_report_configuration[0].outputs[0].s3_configuration[0].prefix == "fis/${key}"])
    error_message = "Every experiment must leave a log and a report."
  }

  assert {
    condition     = strcontains(aws_iam_role_policy.fis.policy, "{\"StringEquals\":{\"aws:ResourceTag/dr-drill\":\"allowed\"}}")
    error_message = "The role must be able to stop tagged instances only."
  }
}

run "fails_over_after_approval_and_fences_before_it_promotes" {
  assert {
    condition     = [for step in jsondecode(aws_ssm_document.failover.content).mainSteps : step.name] == ["approve", "choose", "preflight", "switchover", "fence", "failover", "promoted", "route", "verify"]
    error_message = "The document lost a step."
  }

  assert {
    condition = { for step in jsondecode(aws_ssm_document.failover.content).mainSteps : step.name => try(step.nextStep, "") } == {
      approve    = "choose"
      choose     = ""
      preflight  = "switchover"
      switchover = "promoted"
      fence      = "failover"
      failover   = "promoted"
      promoted   = "route"
      route      = "verify"
      verify     = ""
    }
    error_message = "The steps are in another order than the runbook."
  }

  assert {
    condition     = jsondecode(aws_ssm_document.failover.content).mainSteps[0].action == "aws:approve" && jsondecode(aws_ssm_document.failover.content).mainSteps[0].inputs.Approvers == ["arn:aws:iam::123456789012:role/commander"] && jsondecode(aws_ssm_document.failover.content).mainSteps[0].onFailure == "Abort"
    error_message = "Nothing may happen before a person has approved."
  }

  assert {
    condition     = jsondecode(aws_ssm_document.failover.content).mainSteps[5].inputs.AllowDataLoss == true && jsondecode(aws_ssm_document.failover.content).mainSteps[3].inputs.Api == "SwitchoverGlobalCluster"
    error_message = "A failover needs AllowDataLoss, or AWS does a switchover; a switchover must be one."
  }

  assert {
    condition     = jsondecode(aws_ssm_document.failover.content).mainSteps[4].inputs.InputPayload.QuarantineGroupName == "arctiq-prod-us-east-1-quarantine" && aws_security_group.quarantine.name == "arctiq-prod-eu-west-1-quarantine"
    error_message = "The fence must use the quarantine group of the other region."
  }

  assert {
    condition = jsonencode(jsondecode(aws_ssm_document.failover.content).mainSteps[7].inputs.InputPayload) == jsonencode({
      Endpoints = var.failover.routing_cluster_endpoints
      On        = ["arn:aws:route53-recovery-control::123456789012:controlpanel/p/routingcontrol/eu"]
      Off       = ["arn:aws:route53-recovery-control::123456789012:controlpanel/p/routingcontrol/us"]
    })
    error_message = "Routing must change both regions in one call and know all five endpoints."
  }

  assert {
    condition     = length(aws_ssm_document.failover.content) < 64000 && aws_ssm_document.failover.document_type == "Automation"
    error_message = "AWS takes at most 64 KB of a document."
  }

  assert {
    condition     = length(aws_security_group.quarantine.ingress) == 0 && length(aws_security_group.quarantine.egress) == 0
    error_message = "The quarantine group must have no rule."
  }
}

run "posts_every_signal_once_to_the_drill" {
  variables {
    drill_id = "2026-q4-orders"
  }

  assert {
    condition     = alltrue([for target in values(aws_cloudwatch_event_target.signal) : target.http_target[0].header_parameters["Idempotency-Key"] == "$.id" && target.input_transformer[0].input_paths["id"] == "$.id" && target.http_target[0].path_parameter_values == tolist(["2026-q4-orders"]) && target.dead_letter_config[0].arn == aws_sqs_queue.dead_letter.arn])
    error_message = "Every event must go to the drill with its id as the key, and to the queue if the portal does not take it."
  }

  assert {
    condition     = aws_cloudwatch_event_api_destination.portal.invocation_endpoint == "https://portal.arctiq.example/api/dr-drills/v1/drills/*/events" && aws_cloudwatch_event_api_destination.portal.http_method == "POST"
    error_message = "The destination is not the portal's drill API."
  }

  assert {
    condition     = alltrue([for rule in values(aws_cloudwatch_event_rule.signal) : rule.state == "ENABLED"])
    error_message = "The rules must be on while a drill is named."
  }

  # With placeholders filled in, every body must be JSON with the fields that the API takes.
  assert {
    condition = alltrue([for key, target in aws_cloudwatch_event_target.signal :
      keys(jsondecode(replace(target.input_transformer[0].input_template, "/<[a-z]+>/", "\"x\""))) == ["account", "at", "detail", "instant", "key", "note", "region", "resources", "signal", "source", "type"] &&
    jsondecode(replace(target.input_transformer[0].input_template, "/<[a-z]+>/", "\"x\"")).signal == key])
    error_message = "A body is not what the drill API takes."
  }

  assert {
    condition = alltrue([for instant in ["T0", "T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9", "T10"] :
      anytrue([for target in values(aws_cloudwatch_event_target.signal) : strcontains(target.input_transformer[0].input_template, "\"instant\": \"${instant}\"")])
    ])
    error_message = "An instant of the drill record has no source."
  }

  assert {
    condition = alltrue([for id in ["0181", "0182", "0184", "0185", "0238", "0239", "0240", "0241", "0390", "0391", "0397", "0519"] :
      length([for rule in values(aws_cloudwatch_event_rule.signal) : rule if strcontains(rule.event_pattern, "RDS-EVENT-${id}")]) == 1
    ])
    error_message = "Every event of Aurora that times a failover must be taken by exactly one rule."
  }

  assert {
    condition     = jsondecode(aws_cloudwatch_event_rule.signal["t5-writes-blocked"].event_pattern).detail-type == ["RDS DB Cluster Event", "RDS DB Instance Event"]
    error_message = "Fencing is an event of the instance: a rule on clusters alone misses it."
  }
}

run "is_silent_between_drills" {
  assert {
    condition     = alltrue([for rule in values(aws_cloudwatch_event_rule.signal) : rule.state == "DISABLED"])
    error_message = "Without a drill nothing may be sent."
  }
}

run "encrypts_and_tags_what_it_keeps" {
  assert {
    condition     = aws_cloudwatch_log_group.fis.kms_key_id == aws_kms_key.this.arn && aws_sqs_queue.dead_letter.kms_master_key_id == aws_kms_key.this.arn && aws_sns_topic.approval.kms_master_key_id == aws_kms_key.this.arn && aws_cloudwatch_event_connection.portal.kms_key_identifier == aws_kms_key.this.arn && aws_kms_key.this.enable_key_rotation
    error_message = "Log, queue, topic and connection must be encrypted with the module's own key."
  }

  assert {
    condition     = aws_kms_key.this.tags["EventBridgeApiDestinations"] == "true"
    error_message = "Without this tag EventBridge refuses the key."
  }

  assert {
    condition     = toset(aws_cloudwatch_metric_alarm.undelivered.alarm_actions) == toset([var.alarm_topic_arn]) && toset(aws_cloudwatch_metric_alarm.undelivered.ok_actions) == toset([var.alarm_topic_arn])
    error_message = "Somebody must hear of an event that the portal did not take, and when it is over."
  }

  assert {
    condition = alltrue([for policy in [aws_sqs_queue_policy.dead_letter.policy, aws_sns_topic_policy.approval.policy] :
    { for s in jsondecode(policy).Statement : s.Sid => "${s.Effect} ${s.Sid == "DenyInsecureTransport" ? jsonencode(s.Condition) : ""}" }["DenyInsecureTransport"] == "Deny {\"Bool\":{\"aws:SecureTransport\":\"false\"}}"])
    error_message = "Queue and topic must refuse requests without TLS."
  }

  assert {
    condition = alltrue([for tags in concat(
      [aws_kms_key.this.tags, aws_security_group.quarantine.tags, aws_cloudwatch_log_group.fis.tags, aws_iam_role.fis.tags, aws_iam_role.failover.tags, aws_iam_role.bridge.tags],
      [aws_ssm_document.failover.tags, aws_sns_topic.approval.tags, aws_sqs_queue.dead_letter.tags, aws_cloudwatch_metric_alarm.undelivered.tags],
      [for template in values(aws_fis_experiment_template.this) : template.tags],
      [for rule in values(aws_cloudwatch_event_rule.signal) : rule.tags],
    ) : tags["cost-centre"] == "cc-1000" && tags["module"] == "dr-drill"])
    error_message = "A resource lacks the tags of the company."
  }
}

run "makes_only_the_experiments_asked_for" {
  variables {
    experiments = ["aurora-writer-loss"]
  }

  assert {
    condition     = keys(aws_fis_experiment_template.this) == ["aurora-writer-loss"]
    error_message = "A region must be broken only in the ways that were asked for."
  }
}
