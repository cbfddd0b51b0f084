variable "name" {
  description = "Name of the table, the same in all regions."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{2,99}$", var.name))
    error_message = "name must be 3 to 100 lower case letters, digits and hyphens, for example \"arctiq-prod-user-profiles\"."
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

variable "hash_key" {
  description = "Partition key: its name and type (S, N or B)."
  type        = object({ name = string, type = string })
  nullable    = false

  validation {
    condition     = contains(["S", "N", "B"], var.hash_key.type)
    error_message = "hash_key.type must be S (string), N (number) or B (binary)."
  }
}

variable "range_key" {
  description = "Sort key: its name and type (S, N or B). Null where the partition key alone names an item."
  type        = object({ name = string, type = string })
  default     = null

  validation {
    condition     = var.range_key == null ? true : contains(["S", "N", "B"], var.range_key.type)
    error_message = "range_key.type must be S (string), N (number) or B (binary)."
  }
}

variable "indexes" {
  description = "Global secondary indexes by name. projection is ALL, KEYS_ONLY or INCLUDE (with non_key_attributes)."
  type = map(object({
    hash_key           = object({ name = string, type = string })
    range_key          = optional(object({ name = string, type = string }))
    projection         = optional(string, "ALL")
    non_key_attributes = optional(list(string), [])
  }))
  nullable = false
  default  = {}

  validation {
    condition     = length(var.indexes) <= 20
    error_message = "A table can have 20 indexes at most: model the access another way, or use a search index."
  }

  validation {
    condition = alltrue([
      for index in values(var.indexes) : contains(["S", "N", "B"], index.hash_key.type) && (index.range_key == null ? true : contains(["S", "N", "B"], index.range_key.type))
    ])
    error_message = "The keys of an index have the type S (string), N (number) or B (binary)."
  }

  validation {
    condition = alltrue([
      for index in values(var.indexes) : contains(["ALL", "KEYS_ONLY", "INCLUDE"], index.projection) && (index.projection == "INCLUDE") == (length(index.non_key_attributes) > 0)
    ])
    error_message = "projection must be ALL, KEYS_ONLY or INCLUDE, and non_key_attributes belong to INCLUDE alone."
  }

  validation {
    condition = length(distinct(flatten([
      [var.hash_key], var.range_key == null ? [] : [var.range_key],
      [for index in values(var.indexes) : concat([index.hash_key], index.range_key == null ? [] : [index.range_key])],
      ]))) == length(distinct(flatten([
      [var.hash_key.name], var.range_key == null ? [] : [var.range_key.name],
      [for index in values(var.indexes) : concat([index.hash_key.name], index.range_key == null ? [] : [index.range_key.name])],
    ])))
    error_message = "The same attribute is used as a key with two types. An attribute has one type in a table: correct one of them."
  }
}

variable "ttl_attribute" {
  description = "Attribute that holds the second at which an item goes. Null for items that stay."
  type        = string
  default     = null
}

variable "stream_view_type" {
  description = "What the stream of changes carries. Null for no stream; a global table always has NEW_AND_OLD_IMAGES."
  type        = string
  default     = null

  validation {
    condition     = var.stream_view_type == null ? true : contains(["KEYS_ONLY", "NEW_IMAGE", "OLD_IMAGE", "NEW_AND_OLD_IMAGES"], var.stream_view_type)
    error_message = "stream_view_type must be KEYS_ONLY, NEW_IMAGE, OLD_IMAGE or NEW_AND_OLD_IMAGES."
  }

  validation {
    condition     = var.stream_view_type == null || length(var.replicas) == 0 || var.stream_view_type == "NEW_AND_OLD_IMAGES"
    error_message = "Replicas are fed from the stream: with replicas leave stream_view_type out or set NEW_AND_OLD_IMAGES."
  }
}

variable "on_demand" {
  description = "Ceiling of an on-demand table in request units per second, a brake on the bill. Null for no ceiling. Not used where provisioned is set."
  type        = object({ max_read_units = optional(number), max_write_units = optional(number) })
  nullable    = false
  default     = {}
}

variable "provisioned" {
  description = "Capacity bought by the hour with autoscaling at 70 %, for a steady load. Null (the default) is on demand."
  type = object({
    read  = object({ min = number, max = number })
    write = object({ min = number, max = number })
  })
  default = null

  validation {
    condition     = var.provisioned == null ? true : var.provisioned.read.min >= 1 && var.provisioned.write.min >= 1 && var.provisioned.read.max >= var.provisioned.read.min && var.provisioned.write.max >= var.provisioned.write.min
    error_message = "provisioned needs min of at least 1 and max not below min, for read and for write."
  }

  validation {
    condition     = var.provisioned == null || length(var.indexes) == 0
    error_message = "A table with indexes stays on demand: Terraform would set the capacity of an index back at every apply after autoscaling has changed it."
  }
}

variable "replicas" {
  description = "Further regions of a global table, each with the ARN of a key of that region (submodule replica-region makes both key and alarms there)."
  type        = list(object({ region = string, kms_key_arn = string }))
  nullable    = false
  default     = []

  validation {
    condition = alltrue([
      for replica in var.replicas : contains([
        "us-east-1", "eu-west-1", "eu-central-1", "eu-west-2", "eu-west-3",
        "ap-southeast-1", "ap-southeast-2", "ap-south-1", "sa-east-1",
      ], replica.region)
    ])
    error_message = "A replica is outside the allow-list of regions: us-east-1, eu-west-1, eu-central-1, eu-west-2, eu-west-3, ap-southeast-1, ap-southeast-2, ap-south-1, sa-east-1."
  }

  validation {
    condition     = !contains(var.replicas[*].region, var.region) && length(distinct(var.replicas[*].region)) == length(var.replicas)
    error_message = "replicas names the other regions, each once: leave out the region of the table itself."
  }

  validation {
    condition     = alltrue([for replica in var.replicas : can(regex("^arn:aws[a-z-]*:kms:${replica.region}:[0-9]{12}:key/.+$", replica.kms_key_arn))])
    error_message = "kms_key_arn of a replica must be the ARN of a KMS key of the same region: DynamoDB does not take a key of another region."
  }
}

variable "replication_latency_alarm_seconds" {
  description = "How far a replica may be behind before somebody is told. The recovery point objective of tier 1 is 300 s."
  type        = number
  nullable    = false
  default     = 60

  validation {
    condition     = var.replication_latency_alarm_seconds >= 1 && var.replication_latency_alarm_seconds <= 300
    error_message = "replication_latency_alarm_seconds must be 1 to 300: above 300 s the alarm would come after the recovery point objective is lost."
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

variable "contributor_insights" {
  description = "Show the hottest keys of table and indexes. It costs by the request, so a table without trouble can do without."
  type        = bool
  nullable    = false
  default     = true
}

variable "backup_tier" {
  description = "Plan of AWS Backup that picks this up by its tag backup: tier-1, tier-2, tier-3 or none."
  type        = string
  nullable    = false
  default     = "tier-1"

  validation {
    condition     = contains(["tier-1", "tier-2", "tier-3", "none"], var.backup_tier)
    error_message = "backup_tier must be tier-1, tier-2, tier-3 or none: these are the plans of the backup module."
  }
}

variable "deletion_protection" {
  description = "Refuse to delete the table."
  type        = bool
  nullable    = false
  default     = true
}

variable "tags" {
  description = "Who pays for it and who answers for it. Becomes the tags team, service, environment and cost-centre."
  type        = object({ team = string, service = string, environment = string, cost_centre = string })
  nullable    = false
}
