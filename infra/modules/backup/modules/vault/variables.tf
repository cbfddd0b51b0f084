variable "name" {
  description = "Name of the vault."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,38}[a-z0-9]$", var.name)) && !strcontains(var.name, "--")
    error_message = "name must be 3 to 40 lower case letters, digits and hyphens, beginning with a letter, for example \"arctiq-security\"."
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

variable "source_account_ids" {
  description = "Accounts that may copy recovery points into this vault, besides its own."
  type        = list(string)
  nullable    = false
  default     = []

  validation {
    condition     = alltrue([for id in var.source_account_ids : can(regex("^[0-9]{12}$", id))])
    error_message = "source_account_ids takes account ids of twelve digits; a wildcard would let anybody fill the vault."
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
  description = "Refuse to delete the vault while recovery points are in it."
  type        = bool
  nullable    = false
  default     = true
}

variable "tags" {
  description = "Who pays for it and who answers for it. Becomes the tags team, service, environment and cost-centre."
  type        = object({ team = string, service = string, environment = string, cost_centre = string })
  nullable    = false
}
