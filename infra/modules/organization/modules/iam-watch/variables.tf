variable "name" {
  description = "Prefix of every name that the module makes, for example \"arctiq\"."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,40}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 42 lower case letters, digits and hyphens, start with a letter and not end with a hyphen, for example \"arctiq\"."
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
  description = "Region of the rule. IAM events exist in us-east-1 only."
  type        = string
  default     = "us-east-1"
  nullable    = false

  validation {
    condition     = var.region == "us-east-1"
    error_message = "region must be us-east-1: IAM is global and its events are delivered there and nowhere else."
  }
}

variable "pipeline_role_arns" {
  description = "ARNs of the roles by which the pipeline applies Terraform in this account. What they do is not reported."
  type        = set(string)
  nullable    = false

  validation {
    condition     = length(var.pipeline_role_arns) > 0 && alltrue([for arn in var.pipeline_role_arns : can(regex("^arn:aws:iam::[0-9]{12}:role/[A-Za-z0-9+=,.@_/-]+$", arn))])
    error_message = "pipeline_role_arns must hold at least one exact role ARN, without a wildcard: a wildcard would hide more than the pipeline."
  }
}

variable "alert_emails" {
  description = "Addresses that hear of it. Each confirms its subscription once by a link."
  type        = set(string)
  default     = []
  nullable    = false
}

variable "tags" {
  description = "Who pays for it and who answers for it. Becomes the tags team, service, environment and cost-centre."
  type        = object({ team = string, service = string, environment = string, cost_centre = string })
  nullable    = false
}

