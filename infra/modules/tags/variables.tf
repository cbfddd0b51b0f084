variable "module" {
  description = "Name of the module that makes the resources, as its folder is called."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,40}$", var.module))
    error_message = "module must be the name of a folder below infra/modules, for example \"bucket\"."
  }
}

variable "values" {
  description = "Who pays for it and who answers for it."
  type        = object({ team = string, service = string, environment = string, cost_centre = string })
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,62}$", var.values.team))
    error_message = "tags.team must be the name of a Group of the catalog in lower case, for example \"payments\": the cost page and the on-call lookup find the owner by it."
  }

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,62}$", var.values.service))
    error_message = "tags.service must be the name of a Component of the catalog in lower case, for example \"payment-service\". What serves several components carries the name of the stack, for example \"network\"."
  }

  validation {
    condition     = contains(["management", "security", "network", "dev", "staging", "prod", "dr"], var.values.environment)
    error_message = "tags.environment must be one of management, security, network, dev, staging, prod, dr."
  }

  validation {
    condition     = can(regex("^cc-[0-9]{4}$", var.values.cost_centre))
    error_message = "tags.cost_centre must look like \"cc-1234\": four digits as finance writes them. Without it the spend cannot be shown to a team."
  }
}
