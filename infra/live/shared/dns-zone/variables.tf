variable "domain_name" {
  description = "Name of the zone, for example dev.arctiq.io. Call this module with a provider of us-east-1."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^([a-z0-9-]+\\.)+[a-z]{2,}$", var.domain_name))
    error_message = "domain_name must be a domain in lower case, for example \"dev.arctiq.io\"."
  }
}

variable "delegations" {
  description = "Zones below this one that live in other accounts: name => name servers."
  type        = map(list(string))
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for name in keys(var.delegations) : endswith(name, ".${var.domain_name}")])
    error_message = "delegations: every name must lie below domain_name."
  }
}

variable "aliases" {
  description = "Names of this zone that point at a distribution of CloudFront: name => its domain name and hosted zone."
  type        = map(object({ domain_name = string, hosted_zone_id = string }))
  default     = {}
  nullable    = false
}
