variable "name" {
  description = "Prefix of every name that the module makes, for example \"arctiq\"."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,20}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 22 lower case letters, digits and hyphens, start with a letter and not end with a hyphen, for example \"arctiq\"."
  }
}

variable "account_id" {
  description = "Id of the management account: 12 digits."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id))
    error_message = "account_id must be the 12 digits of the management account, as a string so that a leading zero stays."
  }
}

variable "region" {
  description = "Home region of the organisation: trail, topics and rules live here. IAM events exist in us-east-1 only."
  type        = string
  default     = "us-east-1"
  nullable    = false

  validation {
    condition     = var.region == "us-east-1"
    error_message = "region must be us-east-1: AWS delivers the events of IAM, Organizations and sign-in there and nowhere else, so a rule in another region would never fire."
  }
}

variable "allowed_regions" {
  description = "Regions that member accounts may use. The region policy denies the rest, global services aside."
  type        = set(string)
  default     = ["us-east-1", "eu-west-1"]
  nullable    = false

  validation {
    condition = length(var.allowed_regions) > 0 && length(setsubtract(var.allowed_regions, [
      "us-east-1", "eu-west-1", "eu-central-1", "eu-west-2", "eu-west-3",
      "ap-southeast-1", "ap-southeast-2", "ap-south-1", "sa-east-1",
    ])) == 0
    error_message = "allowed_regions may hold us-east-1, eu-west-1, eu-central-1, eu-west-2, eu-west-3, ap-southeast-1, ap-southeast-2, ap-south-1 and sa-east-1 only, and at least one: clear another region with legal first, then add it to the list of the company."
  }

  validation {
    condition     = contains(var.allowed_regions, "us-east-1")
    error_message = "allowed_regions must hold us-east-1: certificates of CloudFront, WAF of the edge, budgets and IAM events live there."
  }
}

variable "account_emails" {
  description = "Root e-mail of every member account. AWS wants a different one for each; plus addresses are fine."
  type        = object({ security = string, network = string, dev = string, staging = string, prod = string, dr = string })
  nullable    = false

  validation {
    condition     = alltrue([for email in values(var.account_emails) : can(regex("^[^@ ]+@[^@ ]+\\.[a-z]{2,}$", email)) && length(email) <= 64])
    error_message = "account_emails must be mail addresses of at most 64 characters, for example aws+prod@arctiq.example."
  }

  validation {
    condition     = length(distinct([for email in values(var.account_emails) : lower(email)])) == length(values(var.account_emails))
    error_message = "account_emails must all differ: AWS refuses a second account with the same root address."
  }
}

variable "close_accounts_on_destroy" {
  description = "true closes the member accounts when the stack is destroyed (90 days of suspension follow). false only detaches them from the state."
  type        = bool
  default     = false
  nullable    = false
}

variable "pipeline_role_names" {
  description = "Names of the roles by which the pipeline applies Terraform, in every account. They alone may change what the guard policy protects, and their IAM changes are not reported."
  type        = set(string)
  default     = ["arctiq-terraform-apply"]
  nullable    = false

  validation {
    condition     = length(var.pipeline_role_names) > 0 && alltrue([for role in var.pipeline_role_names : can(regex("^[A-Za-z0-9+=,.@_-]{1,64}$", role))])
    error_message = "pipeline_role_names must hold at least one plain role name, without path and without wildcard: a wildcard would exempt more than the pipeline."
  }
}

variable "sso" {
  description = "null until IAM Identity Center is switched on, which can be done only once the organisation exists. Then: instance of IAM Identity Center and who gets which permission set where. group_id is the id of the group in the identity store; permission_set is one of platform-admin, read-only, developer, auditor, billing, break-glass; accounts are keys of account_emails or \"management\"."
  type = object({
    instance_arn = string
    assignments = optional(map(object({
      group_id       = string
      permission_set = string
      accounts       = set(string)
    })), {})
  })
  default = null

  validation {
    condition     = var.sso == null ? true : can(regex("^arn:aws:sso:::instance/(sso)?ins-[a-z0-9-]{16}$", var.sso.instance_arn))
    error_message = "sso.instance_arn must look like arn:aws:sso:::instance/ssoins-1234567890abcdef. Identity Center is switched on once by hand in the management account; its ARN is on the settings page."
  }

  validation {
    condition     = alltrue([for a in try(values(var.sso.assignments), []) : can(regex("^([0-9a-f]{10}-)?[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$", a.group_id))])
    error_message = "sso.assignments: group_id must be the id of the group in the identity store, a UUID, and not its name: names can be given twice."
  }

  validation {
    condition     = alltrue([for a in try(values(var.sso.assignments), []) : contains(["platform-admin", "read-only", "developer", "auditor", "billing", "break-glass"], a.permission_set)])
    error_message = "sso.assignments: permission_set must be one of platform-admin, read-only, developer, auditor, billing, break-glass."
  }

  validation {
    condition     = alltrue(flatten([for a in try(values(var.sso.assignments), []) : [for account in a.accounts : contains(["management", "security", "network", "dev", "staging", "prod", "dr"], account)]]))
    error_message = "sso.assignments: accounts must be out of management, security, network, dev, staging, prod, dr."
  }

  validation {
    condition     = alltrue([for a in try(values(var.sso.assignments), []) : a.permission_set != "developer" || length(setsubtract(a.accounts, ["dev", "staging"])) == 0])
    error_message = "sso.assignments: developer is for dev and staging. In production people read (read-only); the pipeline changes."
  }
}

variable "trail" {
  description = "Audit log of the organisation. retention_days is the lock of every log file: PCI DSS 10.5.1 asks for 365 days. lock_mode COMPLIANCE cannot be shortened by anybody, the root user included."
  type = object({
    retention_days = optional(number, 400)
    lock_mode      = optional(string, "COMPLIANCE")
  })
  default  = {}
  nullable = false

  validation {
    condition     = var.trail.retention_days >= 365 && var.trail.retention_days <= 3650
    error_message = "trail.retention_days must be 365 to 3650: PCI DSS 10.5.1 asks for twelve months of audit log."
  }

  validation {
    condition     = contains(["COMPLIANCE", "GOVERNANCE"], var.trail.lock_mode)
    error_message = "trail.lock_mode must be COMPLIANCE (production) or GOVERNANCE (a trial organisation that will be torn down)."
  }
}

variable "malware_protection" {
  description = "true lets GuardDuty scan the volumes of a suspicious instance in every account. The plan EBS_MALWARE_PROTECTION of the module security-account needs it."
  type        = bool
  default     = true
  nullable    = false
}

variable "alert_emails" {
  description = "Addresses that hear of IAM changes which the pipeline did not make. Each confirms its subscription once by a link."
  type        = set(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for email in var.alert_emails : can(regex("^[^@ ]+@[^@ ]+\\.[a-z]{2,}$", email))])
    error_message = "alert_emails must be mail addresses."
  }
}

variable "tags" {
  description = "Who pays for it and who answers for it. Becomes the tags team, service, environment and cost-centre."
  type        = object({ team = string, service = string, environment = string, cost_centre = string })
  nullable    = false
}

