variable "name" {
  description = "Name of the role."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{2,63}$", var.name))
    error_message = "name must be 3 to 64 lower case letters, digits and hyphens."
  }
}

variable "cluster_name" {
  description = "Cluster that the service account lives in."
  type        = string
  nullable    = false
}

variable "namespace" {
  description = "Namespace of the service account."
  type        = string
  nullable    = false
}

variable "service_account" {
  description = "The one service account that may be this role."
  type        = string
  nullable    = false
}

variable "permissions_boundary_arn" {
  description = "Boundary of roles that the pipeline makes (output of module iam-baseline)."
  type        = string
  default     = null
}

variable "statements" {
  description = "What the role may do. \"*\" as an action is refused; \"*\" as a resource needs a condition or an action that only describes."
  type = list(object({
    sid        = string
    actions    = list(string)
    resources  = list(string)
    conditions = optional(list(object({ test = string, variable = string, values = list(string) })), [])
  }))
  nullable = false

  validation {
    condition     = alltrue(flatten([for s in var.statements : [for action in s.actions : can(regex("^[a-z0-9-]+:[A-Za-z]+\\*?$", action))]]))
    error_message = "statements: actions must be named (\"route53:ListHostedZones\" or \"ec2:Describe*\"), never \"*\" or \"ec2:*\"."
  }

  validation {
    condition = alltrue([
      for s in var.statements : !contains(s.resources, "*") || length(s.conditions) > 0 ||
      alltrue([for action in s.actions : can(regex(":(Describe|List|Get)[A-Za-z]*\\*?$", action))])
    ])
    error_message = "statements: the resource \"*\" is for actions that only read, or with a condition."
  }
}
