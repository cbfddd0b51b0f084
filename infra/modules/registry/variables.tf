variable "name" {
  description = "Prefix of every name that the module makes, for example \"arctiq\"."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,20}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 22 lower case letters, digits and hyphens, start with a letter and not end with a hyphen, for example \"arctiq\"."
  }
}

variable "account_id" {
  description = "Account that the module runs in: 12 digits."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id))
    error_message = "account_id must be the 12 digits of the account, as a string so that a leading zero stays."
  }
}

variable "region" {
  description = "Region of this instance of the module."
  type        = string
  nullable    = false

  validation {
    condition = contains([
      "us-east-1", "eu-west-1", "eu-central-1", "eu-west-2", "eu-west-3",
      "ap-southeast-1", "ap-southeast-2", "ap-south-1", "sa-east-1",
    ], var.region)
    error_message = "region must be one of us-east-1, eu-west-1, eu-central-1, eu-west-2, eu-west-3, ap-southeast-1, ap-southeast-2, ap-south-1, sa-east-1: other regions are not cleared for customer data and the organisation denies them."
  }
}

variable "role" {
  description = "\"primary\" makes the repositories and replicates them. \"replica\" prepares a region that receives copies: key and template, so that copies are encrypted, immutable and tagged as well."
  type        = string
  default     = "primary"
  nullable    = false

  validation {
    condition     = contains(["primary", "replica"], var.role)
    error_message = "role must be \"primary\" or \"replica\"."
  }
}

variable "repositories" {
  description = "One repository per service: the key is the service, the repository is called \"<name>/<service>\". keep_releases is the number of release images kept; untagged ones go after untagged_days. push_role_arns: roles of other accounts that may push (roles of this account push by their own policy)."
  type = map(object({
    keep_releases  = optional(number, 50)
    untagged_days  = optional(number, 7)
    push_role_arns = optional(set(string), [])
  }))
  default  = {}
  nullable = false

  validation {
    condition     = alltrue([for service in keys(var.repositories) : can(regex("^[a-z][a-z0-9-]{1,60}$", service))])
    error_message = "repositories: keys must be names of services in lower case, for example \"order-service\"."
  }

  validation {
    condition     = alltrue([for repository in values(var.repositories) : repository.keep_releases >= 10 && repository.keep_releases <= 1000 && repository.untagged_days >= 1 && repository.untagged_days <= 30])
    error_message = "repositories: keep_releases must be 10 to 1000 (fewer would delete what a rollback needs) and untagged_days 1 to 30."
  }

  validation {
    condition     = alltrue(flatten([for repository in values(var.repositories) : [for arn in repository.push_role_arns : can(regex("^arn:aws:iam::[0-9]{12}:role/[A-Za-z0-9+=,.@_/-]+$", arn))]]))
    error_message = "repositories: push_role_arns must be exact role ARNs, without a wildcard."
  }

  validation {
    condition     = var.role == "primary" ? length(var.repositories) > 0 : length(var.repositories) == 0
    error_message = "repositories: name at least one where role is \"primary\", and none where it is \"replica\": ECR makes the copies from the template."
  }
}

variable "workload_account_ids" {
  description = "Accounts whose nodes may pull: name => 12 digits. Nobody else outside this account may."
  type        = map(string)
  nullable    = false

  validation {
    condition     = length(var.workload_account_ids) > 0 && alltrue([for id in values(var.workload_account_ids) : can(regex("^[0-9]{12}$", id))])
    error_message = "workload_account_ids must hold at least one account of 12 digits: without it no cluster could pull."
  }
}

variable "replication_regions" {
  description = "Regions that receive a copy of every image. Run the module with role = \"replica\" there first."
  type        = set(string)
  default     = ["eu-west-1"]
  nullable    = false

  validation {
    condition = length(setsubtract(var.replication_regions, [
      "us-east-1", "eu-west-1", "eu-central-1", "eu-west-2", "eu-west-3",
      "ap-southeast-1", "ap-southeast-2", "ap-south-1", "sa-east-1",
    ])) == 0
    error_message = "replication_regions may hold us-east-1, eu-west-1, eu-central-1, eu-west-2, eu-west-3, ap-southeast-1, ap-southeast-2, ap-south-1 and sa-east-1 only."
  }

  validation {
    condition     = var.role == "replica" || !contains(var.replication_regions, var.region)
    error_message = "replication_regions must not hold the module's own region: ECR refuses to copy onto itself."
  }
}

variable "enhanced_scanning" {
  description = "true: Amazon Inspector scans on push and again whenever a new vulnerability is published (paid per image). false: basic scan on push."
  type        = bool
  default     = true
  nullable    = false
}

variable "pull_through_cache" {
  description = "Upstream registries that are mirrored under a prefix: prefix => upstream and, where the upstream wants one, the ARN of a secret that begins with ecr-pullthroughcache/."
  type        = map(object({ upstream = string, credential_arn = optional(string) }))
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for prefix in keys(var.pull_through_cache) : can(regex("^[a-z][a-z0-9-]{1,28}[a-z0-9]$", prefix))])
    error_message = "pull_through_cache: the prefix must be 3 to 30 lower case letters, digits and hyphens, for example \"quay\"."
  }

  validation {
    condition     = alltrue([for rule in values(var.pull_through_cache) : contains(["public.ecr.aws", "registry.k8s.io", "quay.io", "registry-1.docker.io", "ghcr.io"], rule.upstream)])
    error_message = "pull_through_cache: upstream must be one of public.ecr.aws, registry.k8s.io, quay.io, registry-1.docker.io, ghcr.io: what else clusters may pull from is decided in the admission policy first."
  }

  validation {
    condition     = alltrue([for rule in values(var.pull_through_cache) : contains(["registry-1.docker.io", "ghcr.io"], rule.upstream) ? can(regex(":secret:ecr-pullthroughcache/", rule.credential_arn)) : true])
    error_message = "pull_through_cache: registry-1.docker.io and ghcr.io need credential_arn, a secret whose name begins with ecr-pullthroughcache/."
  }
}

variable "deletion_protection" {
  description = "true refuses to delete a repository that still holds images."
  type        = bool
  default     = true
  nullable    = false
}

variable "tags" {
  description = "Who pays for it and who answers for it. Becomes the tags team, service, environment and cost-centre."
  type        = object({ team = string, service = string, environment = string, cost_centre = string })
  nullable    = false
}

