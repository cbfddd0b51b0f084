variable "role" {
  description = "primary makes the global database and its first cluster, secondary joins with a cluster of another region."
  type        = string
  nullable    = false

  validation {
    condition     = contains(["primary", "secondary"], var.role)
    error_message = "role must be primary or secondary. After a switchover leave it as it is: it says who made the global database, not who writes today."
  }
}

variable "name" {
  description = "Name of the cluster of this region."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{0,38}[a-z0-9]$", var.name)) && !strcontains(var.name, "--")
    error_message = "name must be 2 to 40 lower case letters, digits and single hyphens, beginning with a letter, for example \"arctiq-prod-orders\"."
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

variable "global_cluster_identifier" {
  description = "Name of the global database: made by the primary, joined by the secondary (output global_cluster_identifier of the primary)."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{0,61}[a-z0-9]$", var.global_cluster_identifier))
    error_message = "global_cluster_identifier must be 2 to 63 lower case letters, digits and hyphens, for example \"arctiq-prod-orders\"."
  }
}

variable "engine_version" {
  description = "Version of Aurora PostgreSQL, major and minor. A switchover needs the same in both regions."
  type        = string
  nullable    = false
  default     = "16.6"

  validation {
    condition     = can(regex("^(15\\.(10|1[1-9])|16\\.([6-9]|1[0-9])|17\\.[4-9])$", var.engine_version))
    error_message = "engine_version must be 15.10 or newer, 16.6 or newer, or 17.4 or newer: from there readers of the secondary stay up while the primary region is away."
  }
}

variable "database_name" {
  description = "Database that is made with the cluster (primary only)."
  type        = string
  default     = null

  validation {
    condition     = var.database_name == null ? var.role == "secondary" : var.role == "primary" && can(regex("^[a-z][a-z0-9_]{0,62}$", var.database_name))
    error_message = "The primary needs database_name (lower case letters, digits, underscores); the secondary must leave it out, it gets the data of the primary."
  }
}

variable "master_username" {
  description = "Name of the administrator. Services log in with IAM, nobody works as this user day by day."
  type        = string
  nullable    = false
  default     = "arctiq_admin"

  validation {
    condition     = can(regex("^[a-z][a-z0-9_]{1,62}$", var.master_username)) && !contains(["admin", "postgres", "rdsadmin"], var.master_username)
    error_message = "master_username must be lower case letters, digits and underscores, and none of the names that Aurora reserves (admin, postgres, rdsadmin)."
  }
}

variable "master_password" {
  description = "Password of the administrator, ephemeral: output password of the submodule master-password (primary only). It goes to Aurora and to Secrets Manager and into no plan or state."
  type        = string
  sensitive   = true
  ephemeral   = true
  default     = null

  validation {
    condition     = var.role == "secondary" ? var.master_password == null : try(length(var.master_password) >= 32, false)
    error_message = "The primary needs master_password of at least 32 characters: pass module.<name>.password of the submodule master-password. The secondary must leave it out."
  }
}

variable "master_password_version" {
  description = "Raise by one to set a new password in Aurora and in Secrets Manager."
  type        = number
  nullable    = false
  default     = 1

  validation {
    condition     = var.master_password_version >= 1 && floor(var.master_password_version) == var.master_password_version
    error_message = "master_password_version must be a whole number, 1 at first."
  }
}

variable "instance_class" {
  description = "Size of every instance. The same in both regions, else the secondary cannot carry the load after a failover."
  type        = string
  nullable    = false
  default     = "db.r7g.large"

  validation {
    condition     = can(regex("^db\\.r[678]g\\.[0-9]*x?large$", var.instance_class))
    error_message = "instance_class must be db.r6g, db.r7g or db.r8g: global databases do not run on burstable instances."
  }
}

variable "instance_count" {
  description = "Instances in this region: in the primary one writer and the rest readers, in the secondary all readers."
  type        = number
  nullable    = false
  default     = 3

  validation {
    condition     = var.instance_count >= 1 && var.instance_count <= 15 && floor(var.instance_count) == var.instance_count
    error_message = "instance_count must be 1 to 15. A secondary without an instance is refused: a failover onto it (RDS-EVENT-0519) ends with no database to connect to."
  }

  validation {
    condition     = !contains(["prod", "dr"], var.tags.environment) || var.instance_count >= 2
    error_message = "In prod and dr instance_count must be at least 2: with one instance the loss of a zone is an outage of minutes."
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
  description = "Security groups that may connect (TCP 5432, TLS), by a name that says who they are. There is no way to open it to an address range."
  type        = map(string)
  nullable    = false

  validation {
    condition     = alltrue([for id in values(var.allowed_security_group_ids) : can(regex("^sg-[0-9a-f]+$", id))])
    error_message = "allowed_security_group_ids maps a name to the id of a security group (sg-...): address ranges are not accepted, name the group of the client instead."
  }
}

variable "backup_retention_days" {
  description = "How far back a point-in-time restore can go."
  type        = number
  nullable    = false
  default     = 14

  validation {
    condition     = var.backup_retention_days >= 7 && var.backup_retention_days <= 35
    error_message = "backup_retention_days must be 7 to 35 (the maximum of Aurora); what is kept longer belongs to the backup module."
  }

  validation {
    condition     = var.tags.environment != "prod" || var.backup_retention_days >= 14
    error_message = "In prod backup_retention_days must be at least 14: damage by a faulty release is often found a sprint later."
  }
}

variable "preferred_backup_window" {
  description = "When the daily snapshot is taken."
  type        = string
  nullable    = false
  default     = "01:00-02:00"

  validation {
    condition     = can(regex("^([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-3]):[0-5][0-9]$", var.preferred_backup_window))
    error_message = "preferred_backup_window must look like hh24:mi-hh24:mi in UTC, for example 02:00-03:00."
  }
}

variable "preferred_maintenance_window" {
  description = "When AWS may work on the cluster. The instances follow in the same window."
  type        = string
  nullable    = false
  default     = "sun:03:00-sun:04:00"

  validation {
    condition     = can(regex("^(mon|tue|wed|thu|fri|sat|sun):([01][0-9]|2[0-3]):[0-5][0-9]-(mon|tue|wed|thu|fri|sat|sun):([01][0-9]|2[0-3]):[0-5][0-9]$", var.preferred_maintenance_window))
    error_message = "preferred_maintenance_window must look like ddd:hh24:mi-ddd:hh24:mi in UTC and lower case, for example sun:04:00-sun:05:00."
  }
}

variable "rpo_alarm_seconds" {
  description = "How far the secondary region may be behind before somebody is called."
  type        = number
  nullable    = false
  default     = 60

  validation {
    condition     = var.rpo_alarm_seconds >= 1 && var.rpo_alarm_seconds <= 300
    error_message = "rpo_alarm_seconds must be 1 to 300: the recovery point objective of tier 1 is 5 minutes, an alarm above 300 s comes after it is lost. 10 to 60 is usual."
  }
}

variable "commit_block_rpo_seconds" {
  description = "rds.global_db_rpo: commits wait while every secondary is further behind than this. Null (the default) never stops writes."
  type        = number
  default     = null

  validation {
    condition     = var.commit_block_rpo_seconds == null ? true : var.commit_block_rpo_seconds >= 20 && var.commit_block_rpo_seconds <= 300
    error_message = "commit_block_rpo_seconds must be 20 (the least that Aurora takes) to 300 (the recovery point objective), or null."
  }

  validation {
    condition     = var.commit_block_rpo_seconds == null || var.role == "primary"
    error_message = "Set commit_block_rpo_seconds in the primary only: with two regions a promoted secondary that carries it has no other region to wait for, and its commits may stall right after the failover."
  }
}

variable "alarm_thresholds" {
  description = "Where the alarms go off. memory and local storage are what is left, volume is what is used, connections are per instance."
  type = object({
    cpu_percent         = optional(number, 80)
    freeable_memory_mib = optional(number, 1024)
    local_storage_gib   = optional(number, 5)
    volume_gib          = optional(number, 1024)
    connections         = optional(number, 800)
    deadlocks_per_min   = optional(number, 5)
    replica_lag_ms      = optional(number, 1000)
  })
  nullable = false
  default  = {}

  validation {
    condition     = var.alarm_thresholds.cpu_percent > 0 && var.alarm_thresholds.cpu_percent < 100
    error_message = "alarm_thresholds.cpu_percent lies between 0 and 100: at 100 it is too late."
  }
}

variable "event_topic_arn" {
  description = "SNS topic for events of failover, switchover and failure. Null takes alarm_topic_arn."
  type        = string
  default     = null

  validation {
    condition     = var.event_topic_arn == null ? true : can(regex("^arn:aws[a-z-]*:sns:[a-z0-9-]+:[0-9]{12}:.+$", var.event_topic_arn))
    error_message = "event_topic_arn must be the ARN of an SNS topic of the same region, or null."
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
  description = "Refuse to delete the cluster and the global database, and take a last snapshot when it is switched off and deleted all the same."
  type        = bool
  nullable    = false
  default     = true
}

variable "tags" {
  description = "Who pays for it and who answers for it. Becomes the tags team, service, environment and cost-centre."
  type        = object({ team = string, service = string, environment = string, cost_centre = string })
  nullable    = false
}
