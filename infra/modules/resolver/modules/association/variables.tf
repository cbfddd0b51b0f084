variable "name" {
  description = "Name of the VPC; prefix of the associations."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,30}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 32 characters: lower case letters, digits and hyphens, a letter first and no hyphen last, for example \"arctiq-prod-use1\"."
  }
}

variable "vpc_id" {
  description = "VPC of this account that shall use the company's rules."
  type        = string
  nullable    = false
}

variable "rule_ids" {
  description = "Forward rules by name: output rule_ids of module resolver."
  type        = map(string)
  nullable    = false
}

variable "firewall_rule_group_id" {
  description = "Output firewall_rule_group_id of module resolver."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^rslvr-frg-[0-9a-z]+$", var.firewall_rule_group_id))
    error_message = "firewall_rule_group_id must look like \"rslvr-frg-0123456789abcdef\"."
  }
}

variable "query_log_config_id" {
  description = "Output query_log_config_id of module resolver."
  type        = string
  nullable    = false
}

variable "tags" {
  description = "Who pays for it and who answers for it. Becomes the tags team, service, environment and cost-centre."
  type        = object({ team = string, service = string, environment = string, cost_centre = string })
  nullable    = false
}
