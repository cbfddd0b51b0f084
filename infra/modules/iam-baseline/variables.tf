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

variable "allowed_regions" {
  description = "Regions in which roles that pipelines create may act. The same list as in the organisation's region policy."
  type        = set(string)
  default     = ["us-east-1", "eu-west-1"]
  nullable    = false

  validation {
    condition = length(var.allowed_regions) > 0 && length(setsubtract(var.allowed_regions, [
      "us-east-1", "eu-west-1", "eu-central-1", "eu-west-2", "eu-west-3",
      "ap-southeast-1", "ap-southeast-2", "ap-south-1", "sa-east-1",
    ])) == 0
    error_message = "allowed_regions may hold us-east-1, eu-west-1, eu-central-1, eu-west-2, eu-west-3, ap-southeast-1, ap-southeast-2, ap-south-1 and sa-east-1 only, and at least one."
  }
}

variable "github_organization" {
  description = "Organisation on GitHub whose repositories may ask for roles."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z0-9]([A-Za-z0-9-]{0,37}[A-Za-z0-9])?$", var.github_organization))
    error_message = "github_organization must be one exact organisation name, without a wildcard."
  }
}

variable "services" {
  description = "One role per service and environment, for its workflows on GitHub. The key is the service. environments are GitHub environments: only a job that runs in one of them gets the role. push_repository_arns: ECR repositories that it may push to. statements: what else it may do."
  type = map(object({
    repository           = string
    environments         = set(string)
    push_repository_arns = optional(set(string), [])
    statements = optional(list(object({
      sid       = string
      actions   = list(string)
      resources = list(string)
    })), [])
  }))
  default  = {}
  nullable = false

  validation {
    condition     = alltrue([for service in keys(var.services) : can(regex("^[a-z][a-z0-9-]{1,30}$", service))])
    error_message = "services: the keys must be names of services, 2 to 31 lower case letters, digits and hyphens: they become part of role names (64 characters)."
  }

  validation {
    condition     = alltrue([for service in values(var.services) : can(regex("^[A-Za-z0-9._-]+$", service.repository))])
    error_message = "services: repository must be the exact name of one repository, without organisation and without a wildcard. \"*\" or \"order-*\" would let any repository take the role."
  }

  validation {
    condition     = alltrue(flatten([for service in values(var.services) : concat([length(service.environments) > 0], [for environment in service.environments : contains(["build", "dev", "staging", "prod", "dr"], environment)])]))
    error_message = "services: environments must be out of build, dev, staging, prod, dr, at least one, and never a wildcard: the environment is what production approvals hang on. build is where images are made and pushed."
  }

  validation {
    condition     = alltrue(flatten([for service in values(var.services) : [for arn in service.push_repository_arns : can(regex("^arn:aws:ecr:[a-z0-9-]+:[0-9]{12}:repository/[a-z0-9/_.-]+$", arn))]]))
    error_message = "services: push_repository_arns must be exact ARNs of ECR repositories, without a wildcard."
  }

  validation {
    condition = alltrue(flatten([for service in values(var.services) : [for statement in service.statements :
      length(statement.actions) > 0 && length(statement.resources) > 0 &&
      alltrue([for action in statement.actions : can(regex("^[a-z0-9-]+:[A-Za-z]+\\*?$", action)) && !startswith(action, "iam:") && !startswith(action, "sts:") && !startswith(action, "organizations:")]) &&
      !contains(statement.resources, "*")
    ]]))
    error_message = "services: statements must name actions (\"s3:GetObject\"; never \"*\" or \"s3:*\", never iam:, sts: or organizations:) and resources (never \"*\"). Roles and policies are made by Terraform, not by a service's workflow."
  }
}

variable "terraform" {
  description = "Who plans and applies. repository is the repository of the stacks: jobs in its GitHub environment `<environment>-plan` may plan, in `<environment>-apply` may apply the platform's stacks, in `<environment>-delivery` those of product teams. atlantis_role_arns are the roles that Atlantis runs with; they may assume all three. state holds the bucket, its key and the prefix that belongs to this account."
  type = object({
    repository         = string
    atlantis_role_arns = optional(set(string), [])
    state = object({
      bucket_arn  = string
      kms_key_arn = string
      prefix      = string
    })
  })
  nullable = false

  validation {
    condition     = can(regex("^[A-Za-z0-9._-]+$", var.terraform.repository))
    error_message = "terraform.repository must be the exact name of one repository, without organisation and without a wildcard."
  }

  validation {
    condition     = alltrue([for arn in var.terraform.atlantis_role_arns : can(regex("^arn:aws:iam::[0-9]{12}:role/[A-Za-z0-9+=,.@_/-]+$", arn))])
    error_message = "terraform.atlantis_role_arns must be exact role ARNs, without a wildcard."
  }

  validation {
    condition     = can(regex("^arn:aws:s3:::[a-z0-9.-]{3,63}$", var.terraform.state.bucket_arn)) && can(regex("^arn:aws:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$", var.terraform.state.kms_key_arn))
    error_message = "terraform.state: bucket_arn must be the ARN of the state bucket and kms_key_arn the ARN of its key (outputs bucket_arn and kms_key_arn of the module state)."
  }

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9/-]*[a-z0-9]$", var.terraform.state.prefix))
    error_message = "terraform.state.prefix must be the part of the bucket that belongs to this account, for example \"prod\", without slash at either end and without a wildcard."
  }
}

variable "manage_defaults" {
  description = "true sets the defaults of the account and the region: no public bucket, password policy, encrypted volumes with an own key, instance metadata version 2. false where another stack (a landing zone) holds them already: AWS keeps one setting per account and region, and two stacks would undo each other."
  type        = bool
  default     = true
  nullable    = false
}

variable "alert_emails" {
  description = "Addresses that hear of IAM changes in this account which the pipeline did not make."
  type        = set(string)
  default     = []
  nullable    = false
}

variable "tags" {
  description = "Who pays for it and who answers for it. Becomes the tags team, service, environment and cost-centre."
  type        = object({ team = string, service = string, environment = string, cost_centre = string })
  nullable    = false
}

