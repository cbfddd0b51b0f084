# Three scenarios. Every one hits only what carries the drill tag, ends by itself
# and stops at once when an alarm of the customers' side goes off.
locals {
  log_group = "/aws/fis/${var.name}"
  duration  = "PT${var.duration_minutes}M"

  targets = {
    instances = {
      type       = "aws:ec2:instance"
      mode       = "ALL"
      tagged     = true
      parameters = {}
      arns       = []
      filters = {
        "Placement.AvailabilityZone" = [var.targets.availability_zone]
        "State.Name"                 = ["running"]
      }
    }
    zone-subnets = {
      type       = "aws:ec2:subnet"
      mode       = "ALL"
      tagged     = true
      parameters = { availabilityZoneIdentifier = var.targets.availability_zone }
      arns       = []
      filters    = {}
    }
    region-subnets = {
      type       = "aws:ec2:subnet"
      mode       = "ALL"
      tagged     = true
      parameters = {}
      arns       = []
      filters    = {}
    }
    node-roles = {
      type       = "aws:iam:role"
      mode       = "ALL"
      tagged     = false
      parameters = {}
      arns       = sort(var.targets.node_role_arns)
      filters    = {}
    }
    database = {
      type       = "aws:rds:cluster"
      mode       = "ALL"
      tagged     = false
      parameters = {}
      arns       = [var.targets.aurora_cluster_arn]
      filters    = {}
    }
    database-in-zone = {
      type       = "aws:rds:cluster"
      mode       = "ALL"
      tagged     = true
      parameters = { writerAvailabilityZoneIdentifiers = var.targets.availability_zone }
      arns       = []
      filters    = {}
    }
  }

  actions = {
    stop-instances = {
      action     = "aws:ec2:stop-instances"
      key        = "Instances"
      target     = "instances"
      parameters = { startInstancesAfterDuration = local.duration, completeIfInstancesTerminated = "true" }
    }
    refuse-new-instances = {
      action     = "aws:ec2:api-insufficient-instance-capacity-error"
      key        = "Roles"
      target     = "node-roles"
      parameters = { availabilityZoneIdentifiers = var.targets.availability_zone, duration = local.duration, percentage = "100" }
    }
    cut-zone = {
      action     = "aws:network:disrupt-connectivity"
      key        = "Subnets"
      target     = "zone-subnets"
      parameters = { scope = "all", duration = local.duration }
    }
    cut-network = {
      action     = "aws:network:disrupt-connectivity"
      key        = "Subnets"
      target     = "region-subnets"
      parameters = { scope = "all", duration = local.duration }
    }
    lose-writer-in-zone = {
      action     = "aws:rds:failover-db-cluster"
      key        = "Clusters"
      target     = "database-in-zone"
      parameters = {}
    }
    lose-writer = {
      action     = "aws:rds:failover-db-cluster"
      key        = "Clusters"
      target     = "database"
      parameters = {}
    }
  }

  experiments = {
    zone-outage = {
      description = "The zone ${var.targets.availability_zone} is lost: nodes stop and do not come back, subnets are cut, the writer moves"
      empty       = "skip"
      actions = concat(["stop-instances", "cut-zone", "lose-writer-in-zone"],
      length(var.targets.node_role_arns) == 0 ? [] : ["refuse-new-instances"])
    }
    aurora-writer-loss = {
      description = "The Aurora writer of ${var.region} stops; a reader of the same region takes over"
      empty       = "fail"
      actions     = ["lose-writer"]
    }
    network-disruption = {
      description = "All tagged subnets of ${var.region} lose their network: what a lost region looks like from outside"
      empty       = "fail"
      actions     = ["cut-network"]
    }
  }
}

resource "aws_fis_experiment_template" "this" {
  for_each = { for name, experiment in local.experiments : name => experiment if contains(var.experiments, name) }

  description = each.value.description
  role_arn    = aws_iam_role.fis.arn
  tags        = merge(module.tags.all, { Name = "${var.name}-${each.key}" })

  experiment_options {
    account_targeting            = "single-account"
    empty_target_resolution_mode = each.value.empty
  }

  dynamic "stop_condition" {
    for_each = toset(local.stop_alarms)

    content {
      source = "aws:cloudwatch:alarm"
      value  = stop_condition.value
    }
  }

  dynamic "action" {
    for_each = { for name in each.value.actions : name => local.actions[name] }

    content {
      name      = action.key
      action_id = action.value.action

      target {
        key   = action.value.key
        value = action.value.target
      }

      dynamic "parameter" {
        for_each = action.value.parameters

        content {
          key   = parameter.key
          value = parameter.value
        }
      }
    }
  }

  dynamic "target" {
    for_each = { for name in toset([for action in each.value.actions : local.actions[action].target]) : name => local.targets[name] }

    content {
      name           = target.key
      resource_type  = target.value.type
      selection_mode = target.value.mode
      resource_arns  = length(target.value.arns) == 0 ? null : target.value.arns
      parameters     = length(target.value.parameters) == 0 ? null : target.value.parameters

      dynamic "resource_tag" {
        for_each = target.value.tagged ? [var.targets.tag] : []

        content {
          key   = resource_tag.value.key
          value = resource_tag.value.value
        }
      }

      dynamic "filter" {
        for_each = target.value.filters

        content {
          path   = filter.key
          values = filter.value
        }
      }
    }
  }

  log_configuration {
    log_schema_version = 2

    cloudwatch_logs_configuration {
      log_group_arn = "${aws_cloudwatch_log_group.fis.arn}:*"
    }
  }

  # Evidence: the graphs from 20 minutes before to 20 minutes after.
  experiment_report_configuration {
    pre_experiment_duration  = "PT20M"
    post_experiment_duration = "PT20M"

    dynamic "data_sources" {
      for_each = length(var.evidence.dashboard_arns) == 0 ? [] : [sort(var.evidence.dashboard_arns)]

      content {
        dynamic "cloudwatch_dashboard" {
          for_each = data_sources.value

          content {
            dashboard_arn = cloudwatch_dashboard.value
          }
        }
      }
    }

    outputs {
      s3_configuration {
        bucket_name = var.evidence.bucket_name
        prefix      = "${var.evidence.prefix}/${each.key}"
      }
    }
  }

  depends_on = [aws_iam_role_policy.fis]
}

resource "aws_cloudwatch_log_group" "fis" {
  name              = local.log_group
  retention_in_days = 400
  kms_key_id        = aws_kms_key.this.arn
  tags              = module.tags.all
}
