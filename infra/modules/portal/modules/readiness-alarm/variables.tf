variable "name" {
  description = "Name of the installation, as in module portal."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,38}[a-z0-9]$", var.name))
    error_message = "name must be that of the installation in module portal: 3 to 40 lower case letters, digits and hyphens."
  }
}

variable "health_check_id" {
  description = "Output health_check_id of module portal."
  type        = string
  nullable    = false
}

variable "alarm_topic_arn" {
  description = "SNS topic in us-east-1 that hears the alarm."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^arn:aws[a-z-]*:sns:us-east-1:", var.alarm_topic_arn))
    error_message = "alarm_topic_arn must be an SNS topic in us-east-1, whatever the region of the portal: Route 53 has the state of its health checks there only. Pass a provider of us-east-1 to this module."
  }
}

variable "tags" {
  description = "Who pays for it and who answers for it. Becomes the tags team, service, environment and cost-centre."
  type        = object({ team = string, service = string, environment = string, cost_centre = string })
  nullable    = false
}
