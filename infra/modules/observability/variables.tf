variable "name" {
  description = "Beginning of every name, for example arctiq-prod-us-east-1. Buckets are called <name>-loki, <name>-tempo and <name>-metrics, so it has to be unique in the world."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,38}[a-z0-9]$", var.name)) && !strcontains(var.name, "--")
    error_message = "name must be 3 to 40 lower case letters, digits and single hyphens, begin with a letter and not end with a hyphen: bucket names grow from it, and their limit is 63."
  }
}

variable "region" {
  description = "Region of buckets, topics and log groups."
  type        = string
  nullable    = false

  validation {
    condition     = contains(["us-east-1", "eu-west-1", "eu-central-1", "eu-west-2", "eu-west-3", "ap-southeast-1", "ap-southeast-2", "ap-south-1", "sa-east-1"], var.region)
    error_message = "region must be one that Arctiq runs in: us-east-1, eu-west-1, eu-central-1, eu-west-2, eu-west-3, ap-southeast-1, ap-southeast-2, ap-south-1 or sa-east-1."
  }
}

variable "cluster_names" {
  description = "Clusters of this account and region whose pods write and read here, short name => name of the EKS cluster. One set of buckets serves them all; the label `cluster` tells them apart."
  type        = map(string)
  nullable    = false

  validation {
    condition     = length(var.cluster_names) > 0 && alltrue([for name in values(var.cluster_names) : can(regex("^[a-z][a-z0-9-]{1,38}[a-z0-9]$", name))])
    error_message = "cluster_names must name at least one cluster of module eks, for example { main = module.eks.cluster_name }."
  }
}

variable "service_accounts" {
  description = "Which service account of the clusters is which client. The defaults are those of infra/platform."
  type = object({
    loki           = optional(object({ namespace = string, service_account = string }), { namespace = "loki", service_account = "loki" })
    tempo          = optional(object({ namespace = string, service_account = string }), { namespace = "tempo", service_account = "tempo" })
    metrics_writer = optional(object({ namespace = string, service_account = string }), { namespace = "monitoring", service_account = "prometheus" })
    metrics_reader = optional(object({ namespace = string, service_account = string }), { namespace = "monitoring", service_account = "thanos-storegateway" })
    metrics_keeper = optional(object({ namespace = string, service_account = string }), { namespace = "monitoring", service_account = "thanos-compactor" })
  })
  default  = {}
  nullable = false

  validation {
    condition     = length(distinct([for s in values(var.service_accounts) : "${s.namespace}/${s.service_account}"])) == 5
    error_message = "service_accounts must be five different ones: pod identity gives a service account one role, and a reader must not be able to delete."
  }
}

variable "retention_days" {
  description = "Days until an object is deleted, whatever the compactors do: logs 30, traces 14, metrics 400 (13 months, so that a month can be laid beside the same month a year ago)."
  type = object({
    logs    = optional(number, 30)
    traces  = optional(number, 14)
    metrics = optional(number, 400)
  })
  default  = {}
  nullable = false

  validation {
    condition     = var.retention_days.logs >= 7 && var.retention_days.logs <= 90
    error_message = "retention_days.logs must be 7 to 90. Logs may hold personal data: what is needed longer is an audit log and belongs into log_groups."
  }

  validation {
    condition     = var.retention_days.traces >= 3 && var.retention_days.traces <= 30
    error_message = "retention_days.traces must be 3 to 30."
  }

  validation {
    condition     = var.retention_days.metrics >= 95 && var.retention_days.metrics <= 800
    error_message = "retention_days.metrics must be 95 to 800: the portal reads back 95 days when it measures an objective for the first time (slo.collector.backfillDays)."
  }
}

variable "log_groups" {
  description = "Log groups outside the clusters, name => days. They are called /arctiq/<name>/<key>."
  type        = map(number)
  default     = { audit = 400, dr-drill = 400 }
  nullable    = false

  validation {
    condition     = alltrue([for days in values(var.log_groups) : contains([30, 60, 90, 180, 365, 400, 545, 731, 1096, 1827], days)])
    error_message = "log_groups: days must be one of 30, 60, 90, 180, 365, 400, 545, 731, 1096, 1827."
  }

  validation {
    condition     = try(var.log_groups["audit"], 0) >= 365
    error_message = "log_groups must hold \"audit\" with 365 days or more: PCI-DSS 10.5.1 wants the audit log for 12 months."
  }
}

variable "subscriptions" {
  description = "Who hears a topic, name => subscription. `topic` is page (somebody gets up) or ticket (somebody looks tomorrow)."
  type        = map(object({ topic = string, protocol = string, endpoint = string }))
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for s in values(var.subscriptions) : contains(["page", "ticket"], s.topic)])
    error_message = "subscriptions: topic must be page or ticket."
  }

  validation {
    condition     = alltrue([for s in values(var.subscriptions) : contains(["https", "sqs", "lambda"], s.protocol) && (s.protocol != "https" || startswith(s.endpoint, "https://"))])
    error_message = "subscriptions: protocol must be https, sqs or lambda, and an https endpoint must begin with https://. Mail and plain http are refused: nobody is on call in a mailbox."
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
