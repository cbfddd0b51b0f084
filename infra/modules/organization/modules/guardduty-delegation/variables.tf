variable "security_account_id" {
  description = "Account that becomes GuardDuty administrator in the region of the provider: 12 digits."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[0-9]{12}$", var.security_account_id))
    error_message = "security_account_id must be the 12 digits of the security account."
  }
}
