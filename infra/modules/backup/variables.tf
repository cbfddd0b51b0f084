variable "name" {
  description = "Name of the vault and of all that belongs to it."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,38}[a-z0-9]$", var.name)) && !strcontains(var.name, "--")
    error_message = "name must be 3 to 40 lower case letters, digits and hyphens, beginning with a letter, for example \"arctiq-prod\"."
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

variable "lock" {
  description = "Vault lock. compliance cannot be lifted by anybody once grace_days are over; governance can, by a role with backup:DeleteBackupVaultLockConfiguration. Must be stated, since the first cannot be taken back."
  type = object({
    mode       = string
    min_days   = optional(number, 7)
    max_days   = optional(number, 400)
    grace_days = optional(number, 7)
  })
  nullable = false

  validation {
    condition     = contains(["compliance", "governance"], var.lock.mode)
    error_message = "lock.mode must be compliance (prod, security account) or governance (everywhere that is torn down now and then)."
  }

  validation {
    condition     = var.lock.min_days >= 1 && var.lock.max_days > var.lock.min_days
    error_message = "lock.min_days must be at least 1 and lock.max_days above it."
  }

  validation {
    condition     = var.lock.grace_days >= 3
    error_message = "lock.grace_days must be at least 3, the least that AWS takes: it is the time to notice a mistake before the lock is for good."
  }
}

variable "copy_vault_arns" {
  description = "Vaults that daily and monthly copies go to: of the other region, and of the security account. Made with the submodule vault."
  type        = object({ other_region = string, security_account = string })

  validation {
    condition     = var.copy_vault_arns == null ? !contains(["prod", "dr"], var.tags.environment) : true
    error_message = "In prod and dr copy_vault_arns must be set: a backup in the same account and region is lost together with what it backs up."
  }

  validation {
    condition = var.copy_vault_arns == null ? true : alltrue([
      for arn in [var.copy_vault_arns.other_region, var.copy_vault_arns.security_account] : can(regex("^arn:aws[a-z-]*:backup:[a-z0-9-]+:[0-9]{12}:backup-vault:.+$", arn))
    ])
    error_message = "copy_vault_arns takes ARNs of backup vaults (output arn of the submodule vault)."
  }

  validation {
    condition     = var.copy_vault_arns == null ? true : !strcontains(var.copy_vault_arns.other_region, ":backup:${var.region}:")
    error_message = "copy_vault_arns.other_region is a vault of the same region: name one of another."
  }
}

variable "restore_tests" {
  description = "What is restored every week to prove that it can be, by name: resource type, and what AWS Backup must be told to restore it (subnet group and so on). Everything with the tag backup = tier-1 of that type is in the draw."
  type = map(object({
    resource_type = string
    metadata      = optional(map(string), {})
    hours_kept    = optional(number, 4)
  }))
  nullable = false
  default  = { dynamodb = { resource_type = "DynamoDB" }, s3 = { resource_type = "S3" } }

  validation {
    condition     = length(var.restore_tests) > 0
    error_message = "restore_tests must name at least one resource type: a backup that was never restored is no backup."
  }

  validation {
    condition     = alltrue([for test in values(var.restore_tests) : contains(["Aurora", "DynamoDB", "S3", "EBS", "EFS", "RDS", "EC2"], test.resource_type)])
    error_message = "resource_type of a restore test must be Aurora, DynamoDB, S3, EBS, EFS, RDS or EC2."
  }

  validation {
    condition     = alltrue([for name in keys(var.restore_tests) : can(regex("^[a-z][a-z0-9_]{0,24}$", name))])
    error_message = "Names in restore_tests are lower case letters, digits and underscores, 25 at most: AWS takes no hyphen there."
  }

  validation {
    condition     = alltrue([for test in values(var.restore_tests) : test.resource_type != "Aurora" || (contains(keys(test.metadata), "dbsubnetgroupname") && contains(keys(test.metadata), "vpcsecuritygroupids"))])
    error_message = "A restore test of Aurora needs metadata dbsubnetgroupname and vpcsecuritygroupids, else the copy comes up in the default VPC or not at all."
  }

  validation {
    condition     = alltrue([for test in values(var.restore_tests) : test.hours_kept >= 1 && test.hours_kept <= 168])
    error_message = "hours_kept must be 1 to 168: so long the restored copy stays for the check, and so long it is paid for."
  }
}

variable "velero" {
  description = "Cluster whose objects and volumes Velero backs up: service account that may use the role by pod identity. Null where no cluster runs."
  type = object({
    bucket_name  = string
    cluster_name = string
    # The cluster makes the association; the role trusts it for this one service account.
    namespace       = optional(string, "velero")
    service_account = optional(string, "velero")
    retention_days  = optional(number, 30)
  })
  default = null

  validation {
    condition     = var.velero == null ? true : var.velero.retention_days >= 7 && var.velero.retention_days <= 400
    error_message = "velero.retention_days must be 7 to 400."
  }
}

variable "access_log_bucket" {
  description = "Bucket for the server access logs of the Velero bucket. Null means that CloudTrail data events are the access log."
  type        = string
  default     = null
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
  description = "Refuse to delete the vault while recovery points are in it, and the Velero bucket while objects are."
  type        = bool
  nullable    = false
  default     = true
}

variable "tags" {
  description = "Who pays for it and who answers for it. Becomes the tags team, service, environment and cost-centre."
  type        = object({ team = string, service = string, environment = string, cost_centre = string })
  nullable    = false
}
