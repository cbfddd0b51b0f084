variable "name" {
  description = "Name of the bucket. Unique over all of AWS, so it carries account and region."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9-]{1,58}[a-z0-9]$", var.name)) && !strcontains(var.name, "--")
    error_message = "name must be 3 to 60 lower case letters, digits and hyphens (the replication role is called rep-<name>), for example \"arctiq-prod-orders-invoices-us-east-1\"."
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

variable "access_log_bucket" {
  description = "Bucket for the server access logs of this one. Must be stated: null means that CloudTrail data events are the access log."
  type        = string
}

variable "lifecycle_rules" {
  description = "What happens to objects as they age. Incomplete uploads and old versions are dealt with in any case."
  type = list(object({
    id              = string
    prefix          = optional(string, "")
    transitions     = optional(list(object({ days = number, storage_class = string })), [])
    expiration_days = optional(number)
  }))
  nullable = false
  default  = []

  validation {
    condition     = length(distinct(var.lifecycle_rules[*].id)) == length(var.lifecycle_rules)
    error_message = "Every rule in lifecycle_rules needs an id of its own."
  }

  validation {
    condition     = alltrue([for rule in var.lifecycle_rules : length(rule.transitions) > 0 || rule.expiration_days != null])
    error_message = "A rule in lifecycle_rules must move or expire something: give it transitions or expiration_days."
  }

  validation {
    condition = alltrue(flatten([
      for rule in var.lifecycle_rules : [
        for move in rule.transitions : contains(["STANDARD_IA", "INTELLIGENT_TIERING", "GLACIER_IR", "GLACIER", "DEEP_ARCHIVE"], move.storage_class) && move.days >= (move.storage_class == "STANDARD_IA" ? 30 : 0)
      ]
    ]))
    error_message = "A transition goes to STANDARD_IA (not before day 30), INTELLIGENT_TIERING, GLACIER_IR, GLACIER or DEEP_ARCHIVE. ONEZONE_IA is not offered: it does not survive the loss of a zone."
  }

  validation {
    condition = alltrue(flatten([
      for rule in var.lifecycle_rules : [for move in rule.transitions : rule.expiration_days == null ? true : rule.expiration_days > move.days]
    ]))
    error_message = "expiration_days must be later than every transition of the same rule: drop the transition or expire later."
  }
}

variable "noncurrent_version_days" {
  description = "How long a replaced or deleted version can be brought back."
  type        = number
  nullable    = false
  default     = 90

  validation {
    condition     = var.noncurrent_version_days >= 7 && var.noncurrent_version_days <= 3650
    error_message = "noncurrent_version_days must be 7 to 3650: less than a week is gone before anybody notices the mistake."
  }
}

variable "replication" {
  description = "Bucket that every object is copied to. The destination is a bucket of this module in another region; account_id only where it belongs to another account."
  type        = object({ bucket_arn = string, kms_key_arn = string, account_id = optional(string) })
  default     = null

  validation {
    condition     = var.replication == null ? true : can(regex("^arn:aws[a-z-]*:s3:::[a-z0-9.-]+$", var.replication.bucket_arn)) && can(regex("^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/.+$", var.replication.kms_key_arn))
    error_message = "replication needs the ARN of the destination bucket and the ARN of its KMS key: copies are never stored without a key of their own."
  }

  validation {
    condition     = try(var.replication.account_id, null) == null ? true : can(regex("^[0-9]{12}$", var.replication.account_id))
    error_message = "replication.account_id must be the twelve digits of the account that owns the destination."
  }

  validation {
    condition     = var.replication == null || var.alarm_topic_arn != null
    error_message = "A replicated bucket needs alarm_topic_arn: replication that fails without a word is no replication."
  }
}

variable "replication_source_role_arns" {
  description = "Replication roles of other accounts that may write copies into this bucket. Roles of the same account need no entry."
  type        = list(string)
  nullable    = false
  default     = []

  validation {
    condition     = alltrue([for arn in var.replication_source_role_arns : can(regex("^arn:aws[a-z-]*:iam::[0-9]{12}:role/[A-Za-z0-9+=,.@_/-]+$", arn))])
    error_message = "replication_source_role_arns takes ARNs of IAM roles only, no wildcard and no account."
  }
}

variable "reader_role_arns" {
  description = "Roles of other accounts that may list and read. Roles of the same account get it by their own policies."
  type        = list(string)
  nullable    = false
  default     = []

  validation {
    condition     = alltrue([for arn in var.reader_role_arns : can(regex("^arn:aws[a-z-]*:iam::[0-9]{12}:role/[A-Za-z0-9+=,.@_/-]+$", arn))])
    error_message = "reader_role_arns takes ARNs of IAM roles only, no wildcard and no account: a public bucket cannot be had from this module."
  }
}

variable "object_lock" {
  description = "Write once, read many, for evidence. COMPLIANCE cannot be shortened by anybody, the root user included. Can be chosen at creation only."
  type        = object({ mode = optional(string, "COMPLIANCE"), days = number })
  default     = null

  validation {
    condition     = var.object_lock == null ? true : contains(["COMPLIANCE", "GOVERNANCE"], var.object_lock.mode)
    error_message = "object_lock.mode must be COMPLIANCE (evidence) or GOVERNANCE (can be lifted by a role with s3:BypassGovernanceRetention)."
  }

  validation {
    condition     = var.object_lock == null ? true : var.object_lock.days >= 1 && var.object_lock.days <= 3650 && floor(var.object_lock.days) == var.object_lock.days
    error_message = "object_lock.days must be a whole number from 1 to 3650."
  }

  validation {
    condition     = var.object_lock == null ? true : alltrue([for rule in var.lifecycle_rules : rule.expiration_days == null ? true : rule.expiration_days >= var.object_lock.days])
    error_message = "A rule in lifecycle_rules expires objects before object_lock.days are over. Expire later: until then the locked versions would stay, hidden and paid for."
  }
}

variable "inventory" {
  description = "Weekly list of all objects with their encryption and replication state, written to another bucket. Null for none."
  type        = object({ bucket_arn = string, prefix = optional(string, "inventory") })
  default     = null

  validation {
    condition     = var.inventory == null ? true : can(regex("^arn:aws[a-z-]*:s3:::[a-z0-9.-]+$", var.inventory.bucket_arn))
    error_message = "inventory.bucket_arn must be the ARN of a bucket that lets s3.amazonaws.com write."
  }
}

variable "eventbridge" {
  description = "Send the events of this bucket to EventBridge, where rules can pick them up."
  type        = bool
  nullable    = false
  default     = false
}

variable "alarm_topic_arn" {
  description = "SNS topic of the replication alarms. Needed where replication is set."
  type        = string
  default     = null

  validation {
    condition     = var.alarm_topic_arn == null ? true : can(regex("^arn:aws[a-z-]*:sns:[a-z0-9-]+:[0-9]{12}:.+$", var.alarm_topic_arn))
    error_message = "alarm_topic_arn must be the ARN of an SNS topic of the same region, for example arn:aws:sns:us-east-1:111122223333:arctiq-prod-alarms."
  }
}

variable "backup_tier" {
  description = "Plan of AWS Backup that picks this up by its tag backup: tier-1, tier-2, tier-3 or none."
  type        = string
  nullable    = false
  default     = "none"

  validation {
    condition     = contains(["tier-1", "tier-2", "tier-3", "none"], var.backup_tier)
    error_message = "backup_tier must be tier-1, tier-2, tier-3 or none: these are the plans of the backup module."
  }
}

variable "deletion_protection" {
  description = "Refuse to delete the bucket while objects are in it."
  type        = bool
  nullable    = false
  default     = true
}

variable "tags" {
  description = "Who pays for it and who answers for it. Becomes the tags team, service, environment and cost-centre."
  type        = object({ team = string, service = string, environment = string, cost_centre = string })
  nullable    = false
}
