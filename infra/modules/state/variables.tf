variable "name" {
  description = "Prefix of every name that the module makes, for example \"arctiq-terraform-state\"."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,26}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 28 lower case letters, digits and hyphens, start with a letter and not end with a hyphen, for example \"arctiq-terraform-state\"."
  }
}

variable "account_id" {
  description = "Account that the module runs in: 12 digits."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id))
    error_message = "account_id must be the 12 digits of the account, as a string so that a leading zero stays."
  }
}

variable "region" {
  description = "Region of this instance of the module."
  type        = string
  nullable    = false

  validation {
    condition = contains([
      "us-east-1", "eu-west-1", "eu-central-1", "eu-west-2", "eu-west-3",
      "ap-southeast-1", "ap-southeast-2", "ap-south-1", "sa-east-1",
    ], var.region)
    error_message = "region must be one of us-east-1, eu-west-1, eu-central-1, eu-west-2, eu-west-3, ap-southeast-1, ap-southeast-2, ap-south-1, sa-east-1: other regions are not cleared for customer data and the organisation denies them."
  }
}

variable "stacks" {
  description = "Who may touch which part of the bucket. The key is a key prefix without slash at its ends (\"prod\", \"network\"); writer_role_arns plan and apply there, reader_role_arns only read (remote state of another stack)."
  type = map(object({
    writer_role_arns = set(string)
    reader_role_arns = optional(set(string), [])
  }))
  nullable = false

  validation {
    condition     = length(var.stacks) > 0 && alltrue([for prefix in keys(var.stacks) : can(regex("^[a-z0-9][a-z0-9/-]*[a-z0-9]$", prefix))])
    error_message = "stacks: keys must be key prefixes in lower case such as \"prod\" or \"prod/us-east-1\", without slash at either end and without a wildcard."
  }

  validation {
    condition     = alltrue(flatten([for a in keys(var.stacks) : [for b in keys(var.stacks) : a == b || !startswith("${a}/", "${b}/")]]))
    error_message = "stacks: no prefix may lie within another (\"prod\" and \"prod/us-east-1\"): the outer one's roles would reach the inner one's state."
  }

  validation {
    condition     = alltrue([for stack in values(var.stacks) : length(stack.writer_role_arns) > 0 && alltrue([for arn in setunion(stack.writer_role_arns, stack.reader_role_arns) : can(regex("^arn:aws:iam::[0-9]{12}:role/[A-Za-z0-9+=,.@_/-]+$", arn))])])
    error_message = "stacks: writer_role_arns (at least one) and reader_role_arns must be exact role ARNs, without a wildcard."
  }
}

variable "administrator_role_arns" {
  description = "Roles that manage the bucket itself and may reach every state: the break-glass role and the role that applies this module. At least one, or nobody could mend the policy."
  type        = set(string)
  nullable    = false

  validation {
    condition     = length(var.administrator_role_arns) > 0 && alltrue([for arn in var.administrator_role_arns : can(regex("^arn:aws:iam::[0-9]{12}:role/[A-Za-z0-9+=,.@_/-]+$", arn))])
    error_message = "administrator_role_arns must hold at least one exact role ARN, without a wildcard."
  }
}

variable "old_versions" {
  description = "How long replaced versions of a state are kept: all for keep_days, and the newest keep_count for ever (null: none of them)."
  type        = object({ keep_days = optional(number, 365), keep_count = optional(number, 20) })
  default     = {}
  nullable    = false

  validation {
    condition     = var.old_versions.keep_days >= 30 && (var.old_versions.keep_count == null ? true : var.old_versions.keep_count >= 1 && var.old_versions.keep_count <= 100)
    error_message = "old_versions: keep_days must be at least 30 and keep_count 1 to 100: a damaged state is often noticed weeks later."
  }
}

variable "access_log_days" {
  description = "How long the log of who read and wrote a state is kept. PCI DSS 10.5.1 asks for 365 days."
  type        = number
  default     = 400
  nullable    = false

  validation {
    condition     = var.access_log_days >= 365
    error_message = "access_log_days must be at least 365: PCI DSS 10.5.1 asks for twelve months of audit log."
  }
}

variable "replication" {
  description = "Copy in another region: ARN of the bucket and of the key there (outputs bucket_arn and kms_key_arn of this module in that region). null: no copy."
  type        = object({ bucket_arn = string, kms_key_arn = string })
  default     = null

  validation {
    condition     = var.replication == null ? true : can(regex("^arn:aws:s3:::[a-z0-9.-]{3,63}$", var.replication.bucket_arn)) && can(regex("^arn:aws:kms:[a-z0-9-]+:[0-9]{12}:key/", var.replication.kms_key_arn))
    error_message = "replication: bucket_arn must be the ARN of a bucket and kms_key_arn that of a key."
  }

  validation {
    condition     = var.replication == null ? true : !startswith(var.replication.kms_key_arn, "arn:aws:kms:${var.region}:")
    error_message = "replication.kms_key_arn must be in another region than the module: a copy beside the original is lost with it."
  }
}

variable "deletion_protection" {
  description = "true refuses to delete a bucket that still holds states."
  type        = bool
  default     = true
  nullable    = false
}

variable "tags" {
  description = "Who pays for it and who answers for it. Becomes the tags team, service, environment and cost-centre."
  type        = object({ team = string, service = string, environment = string, cost_centre = string })
  nullable    = false
}

