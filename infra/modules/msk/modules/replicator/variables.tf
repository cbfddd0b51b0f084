variable "name" {
  description = "Name of the replicator."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,48}[a-z0-9]$", var.name)) && !strcontains(var.name, "--")
    error_message = "name must be 3 to 50 lower case letters, digits and hyphens, beginning with a letter, for example \"arctiq-prod-events-to-ireland\"."
  }
}

variable "region" {
  description = "Region that the provider of the caller works in. It appears in key policies and names."
  type        = string
  nullable    = false

  validation {
    condition = contains([
      "us-east-1", "eu-west-1", "eu-central-1", "eu-west-2", "eu-west-3",
      "ap-southeast-1", "ap-southeast-2", "ap-south-1", "sa-east-1",
    ], var.region)
    error_message = "region is outside the allow-list. Use one of us-east-1, eu-west-1, eu-central-1, eu-west-2, eu-west-3, ap-southeast-1, ap-southeast-2, ap-south-1, sa-east-1, or have the list changed by an ADR first."
  }
}

variable "source_cluster" {
  description = "Cluster that is read: its ARN, subnets and security groups. It was made with replicated = true."
  type        = object({ cluster_arn = string, subnet_ids = list(string), security_group_ids = list(string) })
  nullable    = false

  validation {
    condition     = can(regex("^arn:aws[a-z-]*:kafka:[a-z0-9-]+:[0-9]{12}:cluster/.+/.+$", var.source_cluster.cluster_arn))
    error_message = "source_cluster.cluster_arn must be the ARN of an MSK cluster (output cluster_arn of the msk module)."
  }
}

variable "target_cluster" {
  description = "Cluster of this region that is written to."
  type        = object({ cluster_arn = string, subnet_ids = list(string), security_group_ids = list(string) })
  nullable    = false

  validation {
    condition     = can(regex("^arn:aws[a-z-]*:kafka:[a-z0-9-]+:[0-9]{12}:cluster/.+/.+$", var.target_cluster.cluster_arn))
    error_message = "target_cluster.cluster_arn must be the ARN of an MSK cluster (output cluster_arn of the msk module)."
  }

  validation {
    condition     = strcontains(var.target_cluster.cluster_arn, ":kafka:${var.region}:") && var.target_cluster.cluster_arn != var.source_cluster.cluster_arn
    error_message = "A replicator runs in the region of its target: target_cluster must be in region and another than source_cluster."
  }
}

variable "topics" {
  description = "Regular expressions of the topics that are copied, and of those that are not."
  type        = object({ include = optional(list(string), [".*"]), exclude = optional(list(string), []) })
  nullable    = false
  default     = {}

  validation {
    condition     = length(var.topics.include) > 0
    error_message = "topics.include must name at least one topic: a replicator without topics costs money and copies nothing."
  }
}

variable "latency_alarm_seconds" {
  description = "How far the copy may be behind before somebody is told. The recovery point objective of tier 1 is 300 s."
  type        = number
  nullable    = false
  default     = 120

  validation {
    condition     = var.latency_alarm_seconds >= 1 && var.latency_alarm_seconds <= 300
    error_message = "latency_alarm_seconds must be 1 to 300: above 300 s the alarm would come after the recovery point objective is lost."
  }
}

variable "alarm_topic_arn" {
  description = "SNS topic that every alarm of this module writes to, when it goes off and when it is over."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^arn:aws[a-z-]*:sns:[a-z0-9-]+:[0-9]{12}:.+$", var.alarm_topic_arn))
    error_message = "alarm_topic_arn must be the ARN of an SNS topic of the same region, for example arn:aws:sns:us-east-1:111122223333:arctiq-prod-alarms."
  }
}

variable "tags" {
  description = "Who pays for it and who answers for it. Becomes the tags team, service, environment and cost-centre."
  type        = object({ team = string, service = string, environment = string, cost_centre = string })
  nullable    = false
}
