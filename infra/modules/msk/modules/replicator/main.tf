# Copies topics and the positions of consumer groups to the cluster of this region. Both clusters use IAM.
module "tags" {
  source = "../../../tags"
  module = "msk"
  values = var.tags
}

locals {
  clusters = [var.source_cluster.cluster_arn, var.target_cluster.cluster_arn]
  topics   = [for arn in local.clusters : "${replace(arn, ":cluster/", ":topic/")}/*"]
  groups   = [for arn in local.clusters : "${replace(arn, ":cluster/", ":group/")}/*"]
}

resource "aws_iam_role" "this" {
  name        = "${var.name}-msk"
  description = "MSK Replicator ${var.name}"
  tags        = module.tags.all

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "kafka.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy" "this" {
  name = "replicate"
  role = aws_iam_role.this.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "Clusters"
        Effect   = "Allow"
        Action   = ["kafka-cluster:Connect", "kafka-cluster:DescribeCluster", "kafka-cluster:AlterCluster", "kafka-cluster:WriteDataIdempotently", "kafka-cluster:DescribeClusterDynamicConfiguration"]
        Resource = local.clusters
      },
      {
        Sid      = "ReadTheSource"
        Effect   = "Allow"
        Action   = ["kafka-cluster:DescribeTopic", "kafka-cluster:DescribeTopicDynamicConfiguration", "kafka-cluster:ReadData"]
        Resource = local.topics[0]
      },
      {
        Sid      = "WriteTheTarget"
        Effect   = "Allow"
        Action   = ["kafka-cluster:DescribeTopic", "kafka-cluster:CreateTopic", "kafka-cluster:AlterTopic", "kafka-cluster:WriteData", "kafka-cluster:ReadData", "kafka-cluster:DescribeTopicDynamicConfiguration", "kafka-cluster:AlterTopicDynamicConfiguration"]
        Resource = local.topics[1]
      },
      {
        Sid      = "PositionsOfGroups"
        Effect   = "Allow"
        Action   = ["kafka-cluster:DescribeGroup", "kafka-cluster:AlterGroup"]
        Resource = local.groups
      },
    ]
  })
}

resource "aws_msk_replicator" "this" {
  replicator_name            = var.name
  description                = "Copies topics to ${var.region} for disaster recovery"
  service_execution_role_arn = aws_iam_role.this.arn
  tags                       = module.tags.all

  dynamic "kafka_cluster" {
    for_each = [var.source_cluster, var.target_cluster]

    content {
      amazon_msk_cluster {
        msk_cluster_arn = kafka_cluster.value.cluster_arn
      }

      vpc_config {
        subnet_ids          = kafka_cluster.value.subnet_ids
        security_groups_ids = kafka_cluster.value.security_group_ids
      }
    }
  }

  replication_info_list {
    source_kafka_cluster_arn = var.source_cluster.cluster_arn
    target_kafka_cluster_arn = var.target_cluster.cluster_arn
    target_compression_type  = "ZSTD"

    topic_replication {
      topics_to_replicate                  = var.topics.include
      topics_to_exclude                    = var.topics.exclude
      copy_topic_configurations            = true
      copy_access_control_lists_for_topics = false
      detect_and_copy_new_topics           = true

      # The same names on both sides: consumers move without a change of configuration.
      topic_name_configuration {
        type = "IDENTICAL"
      }

      starting_position {
        type = "EARLIEST"
      }
    }

    consumer_group_replication {
      consumer_groups_to_replicate        = [".*"]
      detect_and_copy_new_consumer_groups = true
      synchronise_consumer_group_offsets  = true
    }
  }

  depends_on = [aws_iam_role_policy.this]
}

locals {
  alarms = {
    latency = { metric = "ReplicationLatency", statistic = "Maximum", threshold = var.latency_alarm_seconds * 1000, missing = "notBreaching", text = "Events reach ${var.region} too late: what is not there yet is lost if the other region goes." }
    failure = { metric = "ReplicatorFailure", statistic = "Maximum", threshold = 0, missing = "breaching", text = "The replicator ${var.name} fails or says nothing." }
  }
}

resource "aws_cloudwatch_metric_alarm" "this" {
  for_each            = local.alarms
  alarm_name          = "${var.name}-${each.key}"
  alarm_description   = each.value.text
  namespace           = "AWS/Kafka"
  metric_name         = each.value.metric
  statistic           = each.value.statistic
  comparison_operator = "GreaterThanThreshold"
  threshold           = each.value.threshold
  period              = 60
  evaluation_periods  = 5
  treat_missing_data  = each.value.missing
  alarm_actions       = [var.alarm_topic_arn]
  ok_actions          = [var.alarm_topic_arn]
  tags                = module.tags.all
  dimensions          = { ReplicatorName = aws_msk_replicator.this.replicator_name }
}
