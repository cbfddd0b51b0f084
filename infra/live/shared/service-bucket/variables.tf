variable "name" {
  description = "Name of the bucket."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 63 lower case letters, digits and hyphens."
  }
}

variable "service" {
  description = "Service of AWS that reads or writes the objects, for example cloudfront.amazonaws.com."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z.-]+\\.amazonaws\\.com$", var.service))
    error_message = "service must be a service principal, for example \"cloudfront.amazonaws.com\"."
  }
}

variable "statement" {
  description = "What the service may do with the objects: one statement of a bucket policy as JSON, as module edge gives it out."
  type        = string
  nullable    = false
}

variable "expire_days" {
  description = "Days until an object is deleted; null keeps it."
  type        = number
  default     = null
}
