variable "name" {
  description = "Prefix of every name that the module makes, for example \"arctiq-prod\"."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,40}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 42 lower case letters, digits and hyphens, start with a letter and not end with a hyphen, for example \"arctiq-prod\"."
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

variable "tags" {
  description = "Who pays for it and who answers for it. Becomes the tags team, service, environment and cost-centre."
  type        = object({ team = string, service = string, environment = string, cost_centre = string })
  nullable    = false
}

