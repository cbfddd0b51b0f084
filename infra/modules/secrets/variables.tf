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

variable "secrets" {
  description = "Names of secrets, never values. The key is \"<service>/<name>\"; the secret is called \"<environment>/<service>/<name>\". reader_role_arns may read it, writer_role_arns may write it. rotation names the function that rotates, its role and the period."
  type = map(object({
    description      = string
    reader_role_arns = set(string)
    writer_role_arns = optional(set(string), [])
    rotation = optional(object({
      function_arn = string
      role_arn     = string
      days         = optional(number, 30)
    }))
  }))
  nullable = false

  validation {
    condition     = alltrue([for key in keys(var.secrets) : can(regex("^[a-z][a-z0-9-]{1,40}/[a-z][a-z0-9-]{1,60}$", key)) && !can(regex("-[A-Za-z0-9]{6}$", key))])
    error_message = "secrets: keys must look like \"<service>/<name>\" in lower case, for example \"order-service/database\", and must not end with a hyphen and six characters: AWS appends such a suffix itself and looks a secret up wrongly if the name has one."
  }

  validation {
    condition     = alltrue([for secret in values(var.secrets) : length(trimspace(secret.description)) >= 10])
    error_message = "secrets: description must say what the secret opens (at least 10 characters): the person who rotates it at night reads nothing else."
  }

  validation {
    condition     = alltrue([for secret in values(var.secrets) : length(secret.reader_role_arns) > 0 && alltrue([for arn in setunion(secret.reader_role_arns, secret.writer_role_arns) : can(regex("^arn:aws:iam::[0-9]{12}:role/[A-Za-z0-9+=,.@_/-]+$", arn))])])
    error_message = "secrets: reader_role_arns (at least one) and writer_role_arns must be exact role ARNs, without a wildcard: who may read a secret is a list of names."
  }

  validation {
    condition     = alltrue([for secret in values(var.secrets) : secret.rotation == null ? true : secret.rotation.days >= 1 && secret.rotation.days <= 90])
    error_message = "secrets: rotation.days must be 1 to 90: PCI DSS expects credentials of systems to change at least every quarter."
  }

  validation {
    condition     = alltrue([for secret in values(var.secrets) : secret.rotation == null ? true : can(regex("^arn:aws:lambda:[a-z0-9-]+:[0-9]{12}:function:[A-Za-z0-9_-]+$", secret.rotation.function_arn)) && can(regex("^arn:aws:iam::[0-9]{12}:role/[A-Za-z0-9+=,.@_/-]+$", secret.rotation.role_arn))])
    error_message = "secrets: rotation.function_arn must be the ARN of a Lambda function and rotation.role_arn that of its role."
  }
}

variable "replica" {
  description = "Second region in which every secret is readable, with the key there (output kms_key_arn of this module in that region). null: no replica."
  type        = object({ region = string, kms_key_arn = string })
  default     = null

  validation {
    condition = var.replica == null ? true : contains([
      "us-east-1", "eu-west-1", "eu-central-1", "eu-west-2", "eu-west-3",
      "ap-southeast-1", "ap-southeast-2", "ap-south-1", "sa-east-1",
    ], var.replica.region) && var.replica.region != var.region
    error_message = "replica.region must be another region of the list us-east-1, eu-west-1, eu-central-1, eu-west-2, eu-west-3, ap-southeast-1, ap-southeast-2, ap-south-1, sa-east-1."
  }

  validation {
    condition     = var.replica == null ? true : startswith(var.replica.kms_key_arn, "arn:aws:kms:${var.replica.region}:")
    error_message = "replica.kms_key_arn must be a key in replica.region: Secrets Manager encrypts the copy there."
  }
}

variable "copy_reader_role_arns" {
  description = "Roles that read copies in this region of secrets of another region: they may use the key here. For the region that only receives copies, with secrets = {}."
  type        = set(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for arn in var.copy_reader_role_arns : can(regex("^arn:aws:iam::[0-9]{12}:role/[A-Za-z0-9+=,.@_/-]+$", arn))])
    error_message = "copy_reader_role_arns must be exact role ARNs, without a wildcard."
  }
}

variable "administrator_role_arns" {
  description = "Roles that manage the key and the secrets, values aside. Without this list only the account root delegates, through IAM policies."
  type        = set(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for arn in var.administrator_role_arns : can(regex("^arn:aws:iam::[0-9]{12}:role/[A-Za-z0-9+=,.@_/-]+$", arn))])
    error_message = "administrator_role_arns must be exact role ARNs, without a wildcard."
  }
}

variable "deletion_protection" {
  description = "true keeps a deleted secret for 30 days, so that it can be restored. false removes it at once: for tests only."
  type        = bool
  default     = true
  nullable    = false
}

variable "tags" {
  description = "Who pays for it and who answers for it. Becomes the tags team, service, environment and cost-centre."
  type        = object({ team = string, service = string, environment = string, cost_centre = string })
  nullable    = false
}

