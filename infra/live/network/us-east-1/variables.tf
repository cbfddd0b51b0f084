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

variable "availability_zones" {
  description = "Three zones, in the order that subnets are numbered in."
  type        = list(string)
  nullable    = false
}

variable "amazon_side_asn" {
  description = "Number of this region's transit gateway in BGP."
  type        = number
  nullable    = false
}

variable "attached_roots" {
  description = "Roots whose VPC is accepted: root => routing segment. Taking one in is a pull request here; the first apply of all names none, since no root has asked yet."
  type        = map(string)
  nullable    = false

  validation {
    condition     = alltrue([for root, segment in var.attached_roots : can(regex("^[a-z]+/${var.region}$", root)) && contains(["prod", "nonprod", "shared"], segment)])
    error_message = "attached_roots: the key must be a root of this region (\"prod/us-east-1\"), the value prod, nonprod or shared."
  }
}

variable "peered" {
  description = "Accepts the peering that the other region asked for. false only in the first apply of all."
  type        = bool
  default     = true
  nullable    = false
}

variable "data_centre" {
  description = "The other end of the VPN: device, networks and name servers."
  type = object({
    ip_address   = string
    bgp_asn      = number
    device       = string
    domain       = string
    name_servers = list(string)
  })
  nullable = false
}

variable "blocked_domains" {
  description = "Domains that nobody resolves."
  type        = set(string)
  nullable    = false
}
