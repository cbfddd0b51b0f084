variable "domain_names" {
  description = "Names that the certificate covers, the main one first."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.domain_names) > 0
    error_message = "domain_names must hold at least one name."
  }
}

variable "zone_id" {
  description = "Public zone that holds the names."
  type        = string
  nullable    = false
}
