variable "name" {
  description = "Name of the topic."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,60}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 62 lower case letters, digits and hyphens, for example \"arctiq-network-alarms\"."
  }
}

variable "region" {
  description = "Region that the provider of the caller works in."
  type        = string
  nullable    = false
}

variable "publishers" {
  description = "AWS services that write to the topic, for resources of this account only."
  type        = list(string)
  default     = ["cloudwatch.amazonaws.com", "events.amazonaws.com"]
  nullable    = false
}

variable "https_endpoints" {
  description = "Who is told: name => https address of the on-call tool."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for endpoint in values(var.https_endpoints) : startswith(endpoint, "https://")])
    error_message = "https_endpoints must begin with https://: nobody is on call in a mailbox."
  }
}
