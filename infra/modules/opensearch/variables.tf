variable "name" {
  description = "Name of the domain."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{2,27}$", var.name)) && !strcontains(var.name, "--")
    error_message = "name must be 3 to 28 lower case letters, digits and hyphens, beginning with a letter (the limit of OpenSearch), for example \"arctiq-prod-catalogue\"."
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
  description = "Security groups that may connect (TCP 443), by a name that says who they are. There is no way to open it to an address range."
  type        = map(string)
  nullable    = false

  validation {
    condition     = alltrue([for id in values(var.allowed_security_group_ids) : can(regex("^sg-[0-9a-f]+$", id))])
    error_message = "allowed_security_group_ids maps a name to the id of a security group (sg-...): address ranges are not accepted, name the group of the client instead."
  }
}

variable "engine_version" {
  description = "Version of OpenSearch."
  type        = string
  nullable    = false
  default     = "OpenSearch_2.19"

  validation {
    condition     = can(regex("^OpenSearch_(2\\.(1[3579])|3\\.[0-9]+)$", var.engine_version))
    error_message = "engine_version must be OpenSearch_2.13, 2.15, 2.17, 2.19 or a 3.x: older ones are close to the end of their support."
  }
}

variable "data_nodes" {
  description = "Number, size and disk (gp3, GiB each) of the nodes that hold data."
  type = object({
    count      = optional(number, 3)
    type       = optional(string, "r7g.large.search")
    volume_gib = optional(number, 200)
  })
  nullable = false
  default  = {}

  validation {
    condition     = var.data_nodes.count >= 3 && var.data_nodes.count <= 78 && var.data_nodes.count % 3 == 0
    error_message = "data_nodes.count must be 3, 6, 9, ... : every zone gets the same number, so that a lost zone costs a third and no data."
  }

  validation {
    condition     = can(regex("^(m6g|m7g|r6g|r7g|c7g|or1|or2)\\.[0-9]*x?large\\.search$", var.data_nodes.type))
    error_message = "data_nodes.type must be a Graviton node such as r7g.large.search: burstable nodes know no fine-grained access control at load."
  }

  validation {
    condition     = var.data_nodes.volume_gib >= 20 && var.data_nodes.volume_gib <= 3000
    error_message = "data_nodes.volume_gib must be 20 to 3000 per node: beyond that add nodes."
  }
}

variable "master_node_type" {
  description = "Size of the three dedicated master nodes."
  type        = string
  nullable    = false
  default     = "m7g.large.search"

  validation {
    condition     = can(regex("^(m6g|m7g|r6g|r7g|c7g)\\.[0-9]*x?large\\.search$", var.master_node_type))
    error_message = "master_node_type must be a Graviton node such as m7g.large.search."
  }
}

variable "master_role_arn" {
  description = "Role that administers the domain from inside (fine-grained access control). A person takes it on, no service does."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^arn:aws[a-z-]*:iam::[0-9]{12}:role/.+$", var.master_role_arn))
    error_message = "master_role_arn must be the ARN of an IAM role: users with passwords are switched off."
  }
}

variable "access_role_arns" {
  description = "Roles of services that may talk to the domain at all. What each may do is mapped to roles inside the domain."
  type        = list(string)
  nullable    = false

  validation {
    condition     = alltrue([for arn in var.access_role_arns : can(regex("^arn:aws[a-z-]*:iam::[0-9]{12}:role/[A-Za-z0-9+=,.@_/-]+$", arn))])
    error_message = "access_role_arns takes ARNs of IAM roles only: no wildcard, no account."
  }
}

variable "snapshot_bucket" {
  description = "Bucket for snapshots of one's own (kept longer than the 14 days of the hourly ones). Makes the role that the domain writes with. Null for none."
  type        = object({ arn = string, kms_key_arn = string })
  default     = null

  validation {
    condition     = var.snapshot_bucket == null ? true : can(regex("^arn:aws[a-z-]*:s3:::.+$", var.snapshot_bucket.arn)) && can(regex("^arn:aws[a-z-]*:kms:.+$", var.snapshot_bucket.kms_key_arn))
    error_message = "snapshot_bucket needs the ARN of a bucket and of its KMS key (outputs arn and kms_key_arn of the bucket module)."
  }
}

variable "off_peak_start_hour" {
  description = "Hour (UTC) at which the ten hours begin in which AWS may update and tune."
  type        = number
  nullable    = false
  default     = 0

  validation {
    condition     = contains(range(24), var.off_peak_start_hour)
    error_message = "off_peak_start_hour must be a whole hour from 0 to 23 (UTC)."
  }
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
