variable "account_id" {
  description = "Account of this root: 12 digits. The provider refuses every other."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id))
    error_message = "account_id must be the 12 digits of the account, as a string so that a leading zero stays."
  }
}

variable "region" {
  description = "Region of this root, as its folder is called."
  type        = string
  nullable    = false

  validation {
    condition     = var.region == "us-east-1" && contains(["us-east-1", "eu-west-1", "eu-central-1", "eu-west-2", "eu-west-3", "ap-southeast-1", "ap-southeast-2", "ap-south-1", "sa-east-1"], var.region)
    error_message = "region must be us-east-1: the folder says so, and only regions of the company's list may be used. For another region make a folder of its own."
  }
}

variable "pipeline_role" {
  description = "Role that Terraform works with in this account: arctiq-terraform-plan to plan, arctiq-terraform-apply to apply, empty where the caller is the role already. Ephemeral, so that a saved plan does not carry the role that made it."
  type        = string
  default     = "arctiq-terraform-plan"
  ephemeral   = true
  nullable    = false

  validation {
    condition     = contains(["", "arctiq-terraform-plan", "arctiq-terraform-apply"], var.pipeline_role)
    error_message = "pipeline_role must be arctiq-terraform-plan or arctiq-terraform-apply, which module iam-baseline makes, or empty."
  }
}

variable "secondary_region" {
  description = "Region of the copies that this root keeps elsewhere."
  type        = string
  nullable    = false

  validation {
    condition     = var.secondary_region != var.region && contains(["us-east-1", "eu-west-1", "eu-central-1", "eu-west-2", "eu-west-3", "ap-southeast-1", "ap-southeast-2", "ap-south-1", "sa-east-1"], var.secondary_region)
    error_message = "secondary_region must be another region of the company's list: a copy beside the original is lost with it."
  }
}

variable "account_emails" {
  description = "Root address of every member account."
  type        = object({ security = string, network = string, dev = string, staging = string, prod = string, dr = string })
  nullable    = false
}

variable "sso" {
  description = "Instance of IAM Identity Center, and which group gets which permission set where."
  type = object({
    instance_arn = string
    assignments  = map(object({ group_id = string, permission_set = string, accounts = set(string) }))
  })
  nullable = false
}

variable "alert_emails" {
  description = "Who hears of the budget and of changes that the pipeline did not make."
  type        = set(string)
  nullable    = false
}

variable "ceiling_usd" {
  description = "What the company may spend in a month."
  type        = number
  nullable    = false
}

variable "team_budgets_usd" {
  description = "Month budget of each team; what is left of the ceiling is shared cost."
  type        = map(number)
  nullable    = false
}
