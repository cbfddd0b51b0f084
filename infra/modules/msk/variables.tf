variable "name" {
  description = "Name of the cluster."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,48}[a-z0-9]$", var.name)) && !strcontains(var.name, "--")
    error_message = "name must be 3 to 50 lower case letters, digits and hyphens, beginning with a letter, for example \"arctiq-prod-events\"."
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

variable "vpc_id" {
  description = "VPC that the security group belongs to."
  type        = string
  nullable    = false
}

variable "subnet_ids" {
  description = "The three data subnets of the VPC, one in each availability zone (network output data_subnet_ids)."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(distinct(var.subnet_ids)) == 3
    error_message = "subnet_ids must name three different data subnets, one per availability zone: pass data_subnet_ids of the network module."
  }
}

variable "allowed_security_group_ids" {
  description = "Security groups that may connect (TCP 9098, TLS with IAM), by a name that says who they are. There is no way to open it to an address range."
  type        = map(string)
  nullable    = false

  validation {
    condition     = alltrue([for id in values(var.allowed_security_group_ids) : can(regex("^sg-[0-9a-f]+$", id))])
    error_message = "allowed_security_group_ids maps a name to the id of a security group (sg-...): address ranges are not accepted, name the group of the client instead."
  }
}

variable "monitoring_security_group_ids" {
  description = "Security groups of the Prometheus servers that scrape the brokers (TCP 11001 and 11002), by a name that says who they are."
  type        = map(string)
  nullable    = false
  default     = {}

  validation {
    condition     = alltrue([for id in values(var.monitoring_security_group_ids) : can(regex("^sg-[0-9a-f]+$", id))])
    error_message = "monitoring_security_group_ids maps a name to the id of a security group (sg-...): address ranges are not accepted."
  }
}

variable "kafka_version" {
  description = "Version of Apache Kafka as MSK spells it."
  type        = string
  nullable    = false
  default     = "3.8.x"

  validation {
    condition     = contains(["3.7.x", "3.7.x.kraft", "3.8.x", "3.8.x.kraft", "3.9.x", "3.9.x.kraft"], var.kafka_version)
    error_message = "kafka_version must be 3.7.x, 3.8.x or 3.9.x, with .kraft for a cluster without ZooKeeper. A cluster cannot change from one to the other in place."
  }
}

variable "broker_count" {
  description = "Number of brokers over the three zones."
  type        = number
  nullable    = false
  default     = 3

  validation {
    condition     = var.broker_count >= 3 && var.broker_count <= 30 && var.broker_count % 3 == 0
    error_message = "broker_count must be 3, 6, 9, ... up to 30: every zone gets the same number."
  }
}

variable "instance_type" {
  description = "Size of a broker."
  type        = string
  nullable    = false
  default     = "kafka.m7g.large"

  validation {
    condition     = can(regex("^kafka\\.(m5|m7g)\\.[0-9]*x?large$", var.instance_type))
    error_message = "instance_type must be of the families kafka.m7g or kafka.m5: kafka.t3.small can neither be read by a replicator nor keep the topics of production."
  }
}

variable "volume_gib" {
  description = "Disk of a broker at the start, and how far it may grow by itself. It never shrinks."
  type        = object({ initial = optional(number, 500), max = optional(number, 2000) })
  nullable    = false
  default     = {}

  validation {
    condition     = var.volume_gib.initial >= 100 && var.volume_gib.max > var.volume_gib.initial && var.volume_gib.max <= 16384
    error_message = "volume_gib.initial must be at least 100 and volume_gib.max above it and at most 16384."
  }
}

variable "retention_hours" {
  description = "How long a topic keeps its events unless it says otherwise. The company's rule is seven days."
  type        = number
  nullable    = false
  default     = 168

  validation {
    condition     = var.retention_hours >= 1 && var.retention_hours <= 2160
    error_message = "retention_hours must be 1 to 2160 (90 days): what is kept longer belongs into the archive in S3."
  }
}

variable "replicated" {
  description = "Whether a replicator in the other region reads from this cluster. Opens private connectivity and the cluster policy for it."
  type        = bool
  nullable    = false
  default     = false
}

variable "log_retention_days" {
  description = "How long the logs stay in CloudWatch. Audit logs need at least 90 days at hand."
  type        = number
  nullable    = false
  default     = 90

  validation {
    condition     = contains([90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.log_retention_days)
    error_message = "log_retention_days must be a value that CloudWatch knows and at least 90 (90, 120, 150, 180, 365, 400, 545, 731, ...)."
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
