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

variable "availability_zones" {
  description = "Three zones, in the order that subnets are numbered in."
  type        = list(string)
  nullable    = false
}

variable "nat_gateways" {
  description = "How app subnets reach the internet: \"per-az\" or \"one\"."
  type        = string
  nullable    = false
}

variable "interface_endpoints" {
  description = "AWS services with a private endpoint. Each costs per zone and hour."
  type        = set(string)
  nullable    = false
}

variable "kubernetes" {
  description = "Version of the cluster and its nodes before Karpenter."
  type = object({
    version      = optional(string, "1.34")
    system_nodes = optional(object({ instance_types = optional(list(string), ["m7g.large"]), min_size = optional(number, 3), max_size = optional(number, 6) }), {})
  })
  nullable = false
}

variable "administrator_role_arn" {
  description = "Role that people of the platform team take on by single sign-on. Identity Center gives it its name, once."
  type        = string
  nullable    = false

  validation {
    condition     = startswith(var.administrator_role_arn, "arn:aws:iam::${var.account_id}:role/aws-reserved/sso.amazonaws.com/")
    error_message = "administrator_role_arn must be a role of single sign-on in this account: `aws iam list-roles --path-prefix /aws-reserved/sso.amazonaws.com/`."
  }
}

variable "on_call_endpoint" {
  description = "Where the on-call tool takes alarms by https."
  type        = string
  nullable    = false
}

variable "engine_version" {
  description = "Version of Aurora PostgreSQL, the same in both regions: a switchover needs it."
  type        = string
  nullable    = false
}

variable "databases" {
  description = "Aurora clusters by bounded context. The other region names the same ones."
  type = map(object({
    team           = string
    service        = string
    instance_class = optional(string, "db.r7g.large")
    instance_count = number
    backup_tier    = optional(string, "tier-1")
    pci            = optional(bool, false)
  }))
  nullable = false
}

variable "events" {
  description = "Kafka of this region."
  type        = object({ instance_type = string, broker_count = optional(number, 3), volume_gib = number })
  nullable    = false
}

variable "cache" {
  description = "Redis of this region: size, and its users with the prefix of their keys."
  type        = object({ node_type = string, shards = number, replicas_per_shard = number, users = map(string) })
  nullable    = false
}

variable "search" {
  description = "OpenSearch of this region."
  type = object({
    data_nodes       = object({ count = number, type = string, volume_gib = number })
    master_node_type = string
  })
  nullable = false
}

variable "tables" {
  description = "DynamoDB tables by name."
  type = map(object({
    team      = string
    hash_key  = object({ name = string, type = string })
    range_key = optional(object({ name = string, type = string }))
    indexes   = optional(map(object({ hash_key = object({ name = string, type = string }) })), {})
    ttl       = optional(string)
    global    = optional(bool, false)
  }))
  nullable = false
}

variable "buckets" {
  description = "Buckets by name. `expire_days` and `archive_days` are what the lifecycle does; `copied` ones have a copy in the other region, `mirrored` ones in the account of disaster recovery."
  type = map(object({
    team         = string
    expire_days  = optional(number)
    archive_days = optional(number)
    copied       = optional(bool, false)
    mirrored     = optional(bool, false)
  }))
  nullable = false
}

variable "secrets" {
  description = "Names of secrets that pods read, never values: \"<service>/<name>\" => what it opens, and whose it is."
  type        = map(string)
  nullable    = false
}

variable "domain_name" {
  description = "Public domain of the shop."
  type        = string
  nullable    = false
}

variable "shield_advanced" {
  description = "Shield Advanced at the edge: 3,000 dollars a month for the organisation, WAF requests included."
  type        = bool
  nullable    = false
}

variable "origin_secret" {
  description = "Header by which the origin knows that a request came through CloudFront. The pipeline sets TF_VAR_origin_secret; it is in no file."
  type        = string
  sensitive   = true
  nullable    = false
}

variable "drill_id" {
  description = "Drill record in the portal that receives events while a drill runs. Set by a pull request before it, null after it."
  type        = string
  default     = null
}

variable "portal_token" {
  description = "Token that drill events are sent to the portal with. The pipeline sets TF_VAR_portal_token; it is in no file."
  type        = string
  sensitive   = true
  nullable    = false
}
