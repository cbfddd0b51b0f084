variable "name" {
  description = "Beginning of every name, for example arctiq-prod-us-east-1-portal. The buckets are called <name>-techdocs and <name>-evidence."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,38}[a-z0-9]$", var.name)) && !strcontains(var.name, "--")
    error_message = "name must be 3 to 40 lower case letters, digits and single hyphens, begin with a letter and not end with a hyphen: bucket names grow from it, and their limit is 63."
  }
}

variable "region" {
  description = "Region of this installation. Its regional host name carries it."
  type        = string
  nullable    = false

  validation {
    condition     = contains(["us-east-1", "eu-west-1", "eu-central-1", "eu-west-2", "eu-west-3", "ap-southeast-1", "ap-southeast-2", "ap-south-1", "sa-east-1"], var.region)
    error_message = "region must be one that Arctiq runs in: us-east-1, eu-west-1, eu-central-1, eu-west-2, eu-west-3, ap-southeast-1, ap-southeast-2, ap-south-1 or sa-east-1."
  }
}

variable "role" {
  description = "primary serves; secondary takes over when the health check of the primary fails or somebody decides so."
  type        = string
  default     = "primary"
  nullable    = false

  validation {
    condition     = contains(["primary", "secondary"], var.role)
    error_message = "role must be primary or secondary."
  }
}

variable "cluster_name" {
  description = "Cluster that the portal runs in (output cluster_name of module eks)."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,38}[a-z0-9]$", var.cluster_name))
    error_message = "cluster_name must be the name of a cluster of module eks."
  }
}

variable "namespace" {
  description = "Namespace of the portal."
  type        = string
  default     = "portal"
  nullable    = false

  validation {
    condition     = can(regex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", var.namespace))
    error_message = "namespace must be a valid name of a namespace."
  }
}

variable "service_account" {
  description = "Service account of the portal, as infra/charts/portal makes it."
  type        = string
  default     = "portal"
  nullable    = false

  validation {
    condition     = can(regex("^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$", var.service_account))
    error_message = "service_account must be a valid name of a service account."
  }
}

variable "techdocs_publishers" {
  description = "Roles of pipelines that build documentation, name => ARN. Each may write below docs it owns: the prefix is <namespace>/<kind>/<name> in lower case."
  type        = map(object({ role_name = string, prefixes = list(string) }))
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue(flatten([for p in values(var.techdocs_publishers) : [for prefix in p.prefixes : can(regex("^[a-z0-9-]+/[a-z]+/[a-z0-9._-]+$", prefix))]]))
    error_message = "techdocs_publishers: a prefix must be <namespace>/<kind>/<name> in lower case, for example \"default/component/order-service\". A pipeline writes the pages of its own component and no others."
  }

  validation {
    condition     = alltrue([for p in values(var.techdocs_publishers) : length(p.prefixes) > 0])
    error_message = "techdocs_publishers: prefixes must not be empty."
  }
}

variable "node_security_group_id" {
  description = "Security group of the pods (output node_security_group_id of module eks). The database opens to it."
  type        = string
  nullable    = false

  validation {
    condition     = startswith(var.node_security_group_id, "sg-")
    error_message = "node_security_group_id must be the id of a security group (sg-...)."
  }
}

variable "database" {
  description = "PostgreSQL of the portal, from the outputs of module aurora-global: writer endpoint, port, security group and master secret."
  type = object({
    endpoint          = string
    port              = optional(number, 5432)
    security_group_id = string
    secret_arn        = string
  })
  nullable = false

  validation {
    condition     = can(regex("\\.rds\\.amazonaws\\.com$", var.database.endpoint))
    error_message = "database.endpoint must be an endpoint of Aurora (...rds.amazonaws.com), as module aurora-global gives it out."
  }

  validation {
    condition     = startswith(var.database.security_group_id, "sg-") && can(regex("^arn:aws[a-z-]*:secretsmanager:", var.database.secret_arn))
    error_message = "database needs the security_group_id (sg-...) and the secret_arn of module aurora-global."
  }
}

variable "domain_name" {
  description = "Name that people type, for example portal.arctiq.io."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z0-9-]+(\\.[a-z0-9-]+)+$", var.domain_name))
    error_message = "domain_name must be a full host name in lower case, for example portal.arctiq.io."
  }
}

variable "hosted_zone_id" {
  description = "Public hosted zone that holds the name."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[A-Z0-9]{8,32}$", var.hosted_zone_id))
    error_message = "hosted_zone_id must be the id of a Route 53 zone, for example Z0123456789ABCDEFGHIJ."
  }
}

variable "ingress_hostname" {
  description = "Stable name of this cluster's ingress, kept by external-dns, for example ingress.prod-us-east-1.arctiq.io."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z0-9-]+(\\.[a-z0-9-]+)+$", var.ingress_hostname)) && var.ingress_hostname != var.domain_name
    error_message = "ingress_hostname must be a full host name in lower case, and another than domain_name: a name cannot point at itself."
  }
}

variable "health_check" {
  description = "How Route 53 asks whether the portal is ready. Time until the name moves is interval_seconds x failures + 60 s of TTL."
  type = object({
    path             = optional(string, "/.backstage/health/v1/readiness")
    interval_seconds = optional(number, 30)
    failures         = optional(number, 3)
  })
  default  = {}
  nullable = false

  validation {
    condition     = startswith(var.health_check.path, "/")
    error_message = "health_check.path must begin with a slash."
  }

  validation {
    condition     = contains([10, 30], var.health_check.interval_seconds) && var.health_check.failures >= 1 && var.health_check.failures <= 10
    error_message = "health_check: interval_seconds must be 10 or 30 and failures 1 to 10; Route 53 knows no others."
  }
}

variable "evidence_retention_days" {
  description = "How long nobody can change or delete a file of evidence (object lock, compliance mode)."
  type        = number
  default     = 1096
  nullable    = false

  validation {
    condition     = var.evidence_retention_days >= 365 && var.evidence_retention_days <= 3660
    error_message = "evidence_retention_days must be 365 to 3660: auditors ask for 12 months at least, and in compliance mode not even the root user ends it earlier."
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

variable "external_secrets_role_arn" {
  description = "Role of external-secrets in this cluster. It alone reads the portal's secrets; the portal's own role does not."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^arn:aws:iam::[0-9]{12}:role/[A-Za-z0-9+=,.@_/-]+$", var.external_secrets_role_arn))
    error_message = "external_secrets_role_arn must be the exact ARN of a role, without a wildcard."
  }
}

variable "secrets_replica" {
  description = "Second region in which the secrets can be read, with a key there (output kms_key_arn of module secrets in that region). Only a primary has one; the secondary reads the copies. null: no copy."
  type        = object({ region = string, kms_key_arn = string })
  default     = null

  validation {
    condition     = var.secrets_replica == null || var.role == "primary"
    error_message = "secrets_replica belongs to the primary: the secondary makes no secrets, it reads the copies."
  }
}

variable "deletion_protection" {
  description = "Keeps buckets that still hold objects."
  type        = bool
  default     = true
  nullable    = false
}

variable "permissions_boundary_arn" {
  description = "Permissions boundary of the roles made here (output permissions_boundary_arn of module iam-baseline). The pipeline may not make a role without it."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^arn:aws[a-z-]*:iam::([0-9]{12}|aws):policy/", var.permissions_boundary_arn))
    error_message = "permissions_boundary_arn must be the ARN of an IAM policy, as module iam-baseline gives it out."
  }
}

variable "tags" {
  description = "Who pays for it and who answers for it. Becomes the tags team, service, environment and cost-centre."
  type        = object({ team = string, service = string, environment = string, cost_centre = string })
  nullable    = false
}
