variable "name" {
  description = "Name of the replication group."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{0,38}[a-z0-9]$", var.name)) && !strcontains(var.name, "--")
    error_message = "name must be 2 to 40 lower case letters, digits and single hyphens, beginning with a letter, for example \"arctiq-prod-cart-cache\"."
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
  description = "Security groups that may connect (TCP 6379, TLS), by a name that says who they are. There is no way to open it to an address range."
  type        = map(string)
  nullable    = false

  validation {
    condition     = alltrue([for id in values(var.allowed_security_group_ids) : can(regex("^sg-[0-9a-f]+$", id))])
    error_message = "allowed_security_group_ids maps a name to the id of a security group (sg-...): address ranges are not accepted, name the group of the client instead."
  }
}

variable "users" {
  description = "Who may log in, by user name, and what each may do (an ACL string of Redis). They authenticate by IAM, so there is no password to keep."
  type        = map(object({ access_string = string }))
  nullable    = false

  validation {
    condition     = length(var.users) > 0 && !contains(keys(var.users), "default")
    error_message = "users needs at least one named user; \"default\" is switched off by the module and cannot be brought back."
  }

  validation {
    condition     = alltrue([for name in keys(var.users) : can(regex("^[a-z][a-z0-9-]{0,39}$", name))])
    error_message = "A user name has 1 to 40 lower case letters, digits and hyphens: ElastiCache takes it as the id as well, so it is unique in the account and region."
  }

  validation {
    condition = alltrue([
      for user in values(var.users) : startswith(user.access_string, "on ") && !strcontains(user.access_string, "nopass") && (!strcontains(user.access_string, "+@all") || strcontains(user.access_string, "-@dangerous"))
    ])
    error_message = "access_string begins with \"on \", never holds nopass, and takes -@dangerous away where it gives +@all, for example \"on ~cart:* +@all -@dangerous\"."
  }
}

variable "engine_version" {
  description = "Version of Redis OSS. IAM log-in needs 7.0 or newer."
  type        = string
  nullable    = false
  default     = "7.1"

  validation {
    condition     = contains(["7.0", "7.1"], var.engine_version)
    error_message = "engine_version must be 7.0 or 7.1: older ones know no IAM log-in, and Valkey would be a module of its own."
  }
}

variable "node_type" {
  description = "Size of a node. Burstable nodes (t3, t4g) are for dev only."
  type        = string
  nullable    = false
  default     = "cache.r7g.large"

  validation {
    condition     = can(regex("^cache\\.(m6g|m7g|r6g|r7g)\\.[0-9]*x?large$", var.node_type)) || (can(regex("^cache\\.t4g\\.(small|medium)$", var.node_type)) && var.tags.environment == "dev")
    error_message = "node_type must be a Graviton node (cache.m6g, m7g, r6g or r7g). cache.t4g.small and .medium are accepted in dev only."
  }
}

variable "shards" {
  description = "Number of shards. Memory and write throughput grow with it."
  type        = number
  nullable    = false
  default     = 2

  validation {
    condition     = var.shards >= 1 && var.shards <= 90 && var.shards * (var.replicas_per_shard + 1) <= 90
    error_message = "shards times (replicas_per_shard + 1) must not pass 90 nodes, the quota of AWS: take larger nodes."
  }
}

variable "replicas_per_shard" {
  description = "Copies of each shard besides its primary. Two spread a shard over all three zones."
  type        = number
  nullable    = false
  default     = 2

  validation {
    condition     = var.replicas_per_shard >= 1 && var.replicas_per_shard <= 5
    error_message = "replicas_per_shard must be 1 to 5: without a replica there is nothing to fail over to."
  }
}

variable "maxmemory_policy" {
  description = "What Redis gives up when memory is full. noeviction for locks and queues, volatile-* or allkeys-* for caches."
  type        = string
  nullable    = false
  default     = "volatile-lru"

  validation {
    condition     = contains(["volatile-lru", "volatile-lfu", "volatile-ttl", "volatile-random", "allkeys-lru", "allkeys-lfu", "allkeys-random", "noeviction"], var.maxmemory_policy)
    error_message = "maxmemory_policy must be one of volatile-lru, volatile-lfu, volatile-ttl, volatile-random, allkeys-lru, allkeys-lfu, allkeys-random, noeviction."
  }
}

variable "snapshot_retention_days" {
  description = "How long daily snapshots are kept."
  type        = number
  nullable    = false
  default     = 7

  validation {
    condition     = var.snapshot_retention_days >= 1 && var.snapshot_retention_days <= 35
    error_message = "snapshot_retention_days must be 1 to 35: 0 would switch snapshots off."
  }
}

variable "snapshot_window" {
  description = "When the daily snapshot is taken."
  type        = string
  nullable    = false
  default     = "02:00-03:00"

  validation {
    condition     = can(regex("^([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-3]):[0-5][0-9]$", var.snapshot_window))
    error_message = "snapshot_window must look like hh24:mi-hh24:mi in UTC, for example 02:00-03:00."
  }
}

variable "maintenance_window" {
  description = "When AWS may patch the nodes. At least one hour, not in the snapshot window."
  type        = string
  nullable    = false
  default     = "sun:04:00-sun:05:00"

  validation {
    condition     = can(regex("^(mon|tue|wed|thu|fri|sat|sun):([01][0-9]|2[0-3]):[0-5][0-9]-(mon|tue|wed|thu|fri|sat|sun):([01][0-9]|2[0-3]):[0-5][0-9]$", var.maintenance_window))
    error_message = "maintenance_window must look like ddd:hh24:mi-ddd:hh24:mi in UTC and lower case, for example sun:04:00-sun:05:00."
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

variable "alarm_thresholds" {
  description = "Where the alarms go off: percentages of CPU and memory, evictions in five minutes, connections per node, replication lag in seconds."
  type = object({
    cpu_percent    = optional(number, 75)
    memory_percent = optional(number, 80)
    evictions      = optional(number, 1000)
    connections    = optional(number, 20000)
    lag_seconds    = optional(number, 10)
  })
  nullable = false
  default  = {}

  validation {
    condition     = alltrue([for percent in [var.alarm_thresholds.cpu_percent, var.alarm_thresholds.memory_percent] : percent > 0 && percent < 100])
    error_message = "cpu_percent and memory_percent of alarm_thresholds lie between 0 and 100: at 100 nobody can act any more."
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

variable "deletion_protection" {
  description = "Take a last snapshot before the replication group is deleted. ElastiCache itself refuses nothing."
  type        = bool
  nullable    = false
  default     = true
}

variable "tags" {
  description = "Who pays for it and who answers for it. Becomes the tags team, service, environment and cost-centre."
  type        = object({ team = string, service = string, environment = string, cost_centre = string })
  nullable    = false
}
