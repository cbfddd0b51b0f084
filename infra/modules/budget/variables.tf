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

variable "ceiling_usd" {
  description = "What the whole company may spend in a month, in US dollars."
  type        = number
  default     = 85000
  nullable    = false

  validation {
    condition     = var.ceiling_usd > 0
    error_message = "ceiling_usd must be above 0: a budget of nothing alerts always and tells nothing."
  }

  validation {
    condition     = var.ceiling_usd <= 85000 || (var.ceiling_exception_reason == null ? false : length(trimspace(var.ceiling_exception_reason)) >= 20)
    error_message = "ceiling_usd must be at most 85000, the company's ceiling. Where finance has agreed to more, say who and why in ceiling_exception_reason (at least 20 characters)."
  }
}

variable "ceiling_exception_reason" {
  description = "Who agreed to more than 85000 dollars a month, and why. Needed only then; it becomes a tag of the budget."
  type        = string
  default     = null

  validation {
    condition     = var.ceiling_exception_reason == null ? true : can(regex("^[A-Za-z0-9 .:/=+@_-]{20,256}$", var.ceiling_exception_reason))
    error_message = "ceiling_exception_reason must be 20 to 256 characters out of letters, digits, spaces and . : / = + - @ _ (it becomes a tag), for example \"CFO 2027-03-02: launch of Brazil until 2027-06-30\"."
  }
}

variable "team_budgets_usd" {
  description = "Month budget of every team in US dollars, by the tag team."
  type        = map(number)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for team, amount in var.team_budgets_usd : can(regex("^[a-z][a-z0-9-]{1,62}$", team)) && amount > 0])
    error_message = "team_budgets_usd: keys must be names of Groups of the catalog in lower case, amounts must be above 0."
  }

  validation {
    condition     = sum(concat([0], values(var.team_budgets_usd))) <= var.ceiling_usd
    error_message = "team_budgets_usd must not add up to more than ceiling_usd: somebody's budget would not be covered. Lower one or ask for a higher ceiling."
  }
}

variable "alert_emails" {
  description = "Addresses that hear of breaches of the whole budget and of anomalies. Each confirms its subscription once by a link."
  type        = set(string)
  nullable    = false

  validation {
    condition     = length(var.alert_emails) > 0 && alltrue([for email in var.alert_emails : can(regex("^[^@ ]+@[^@ ]+\\.[a-z]{2,}$", email))])
    error_message = "alert_emails must hold at least one mail address: a budget that nobody hears of is none."
  }
}

variable "anomaly_threshold_usd" {
  description = "An anomaly is reported when it costs at least so much above what was expected."
  type        = number
  default     = 200
  nullable    = false

  validation {
    condition     = var.anomaly_threshold_usd >= 10 && var.anomaly_threshold_usd <= 5000
    error_message = "anomaly_threshold_usd must be 10 to 5000: below it is noise, above it a day's overspend would pass unseen."
  }
}

variable "cost_allocation_tags" {
  description = "Tag keys that the bill is split by. AWS knows a key only after a resource carried it for up to 24 hours: in a new organisation start with an empty set."
  type        = set(string)
  default     = ["team", "service", "environment", "cost-centre", "module"]
  nullable    = false

  validation {
    condition     = length(setsubtract(var.cost_allocation_tags, ["team", "service", "environment", "cost-centre", "module", "managed-by"])) == 0
    error_message = "cost_allocation_tags may hold team, service, environment, cost-centre, module and managed-by: the tags that every module spells."
  }
}

variable "tags" {
  description = "Who pays for it and who answers for it. Becomes the tags team, service, environment and cost-centre."
  type        = object({ team = string, service = string, environment = string, cost_centre = string })
  nullable    = false
}

