variable "name" {
  description = "Beginning of every name, for example arctiq-prod-analytics. Bucket names grow from it, so it has to be unique in the world."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{2,22}[a-z0-9]$", var.name))
    error_message = "name must be 4 to 24 lower case letters, digits and hyphens, begin with a letter and not end with a hyphen: a service account of Google has at most 30."
  }
}

variable "project_id" {
  description = "Google project that holds the analytics."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{4,28}[a-z0-9]$", var.project_id))
    error_message = "project_id must be the id of a project (6 to 30 lower case letters, digits and hyphens), not its number or display name."
  }
}

variable "project_number" {
  description = "Number of the same project. Google names its own service agents by it."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[0-9]{6,20}$", var.project_number))
    error_message = "project_number must be digits: `gcloud projects describe PROJECT --format='value(projectNumber)'`."
  }
}

variable "region" {
  description = "Region of Google. Data of EU customers stays in an EU region."
  type        = string
  nullable    = false

  validation {
    condition     = contains(["us-east4", "europe-west1", "europe-west2", "europe-west3", "europe-west9", "asia-southeast1", "australia-southeast1", "asia-south1", "southamerica-east1"], var.region)
    error_message = "region must be the Google region beside one that Arctiq runs in: us-east4 (N. Virginia), europe-west1, europe-west2, europe-west3, europe-west9, asia-southeast1, australia-southeast1, asia-south1 or southamerica-east1."
  }
}

variable "subnet_cidr" {
  description = "Range of the cluster's subnet. It must not overlap the address plan of AWS (10.0.0.0/8), which a VPN may join one day."
  type        = string
  default     = "172.16.0.0/22"
  nullable    = false

  validation {
    condition     = can(cidrhost(var.subnet_cidr, 0)) && can(regex("^(172\\.(1[6-9]|2[0-9]|3[01])|192\\.168)\\.", var.subnet_cidr)) && try(tonumber(split("/", var.subnet_cidr)[1]) >= 20 && tonumber(split("/", var.subnet_cidr)[1]) <= 26, false)
    error_message = "subnet_cidr must be a /20 to /26 inside 172.16.0.0/12 or 192.168.0.0/16: 10.0.0.0/8 belongs to the VPCs in AWS."
  }
}

variable "cluster" {
  description = "Size of the Dataproc cluster that runs the Flink job. Primary workers keep the state and are never taken away; secondary workers are spot."
  type = object({
    image_version         = optional(string, "2.2-debian12")
    master_machine_type   = optional(string, "n2-standard-4")
    worker_machine_type   = optional(string, "n2-standard-4")
    disk_gb               = optional(number, 200)
    min_workers           = optional(number, 2)
    max_workers           = optional(number, 10)
    max_secondary_workers = optional(number, 10)
  })
  default  = {}
  nullable = false

  validation {
    condition     = can(regex("^2\\.[0-9]+(\\.[0-9]+)?-(debian12|ubuntu22|rocky9)$", var.cluster.image_version))
    error_message = "cluster.image_version must be pinned to a line of Dataproc 2.x with its system, for example \"2.2-debian12\"."
  }

  validation {
    condition     = var.cluster.min_workers >= 2 && var.cluster.min_workers <= var.cluster.max_workers
    error_message = "cluster: min_workers must be 2 or more (HDFS keeps two copies) and not above max_workers."
  }

  validation {
    condition     = var.cluster.max_workers + var.cluster.max_secondary_workers <= 40
    error_message = "cluster: max_workers and max_secondary_workers together must stay at 40 or below. That is about $5,600 a month on demand: ask the platform team to raise it, with the new cost estimate."
  }

  validation {
    condition     = var.cluster.disk_gb >= 100 && var.cluster.disk_gb <= 1000
    error_message = "cluster.disk_gb must be 100 to 1000. Data belongs in the buckets."
  }
}

variable "retention_days" {
  description = "Days until an object is deleted: raw events 30 (personal data; a deletion request is carried out within 30 days), curated sets 400, temporary files 7."
  type = object({
    raw     = optional(number, 30)
    curated = optional(number, 400)
    temp    = optional(number, 7)
  })
  default  = {}
  nullable = false

  validation {
    condition     = var.retention_days.raw >= 1 && var.retention_days.raw <= 30
    error_message = "retention_days.raw must be 1 to 30: raw events hold personal data, which has to be gone within 30 days of a request."
  }

  validation {
    condition     = var.retention_days.curated >= 30 && var.retention_days.curated <= 1827 && var.retention_days.temp >= 1 && var.retention_days.temp <= 14
    error_message = "retention_days: curated must be 30 to 1827 and temp 1 to 14."
  }
}

variable "aws_account_id" {
  description = "AWS account whose roles may act here through workload identity federation."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[0-9]{12}$", var.aws_account_id))
    error_message = "aws_account_id must have 12 digits."
  }
}

variable "aws_writer_roles" {
  description = "Names of AWS roles that may write raw events, for example the MSK Connect role."
  type        = set(string)
  nullable    = false

  validation {
    condition     = length(var.aws_writer_roles) > 0 && alltrue([for role in var.aws_writer_roles : can(regex("^[A-Za-z0-9+=,.@_-]{1,64}$", role))])
    error_message = "aws_writer_roles must hold at least one role name (a name, not an ARN)."
  }
}

variable "github_deployers" {
  description = "Repositories whose workflows may submit the job, name => \"owner/repository\". They count on the branch main only."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for repository in values(var.github_deployers) : can(regex("^[A-Za-z0-9-]+/[A-Za-z0-9._-]+$", repository))])
    error_message = "github_deployers must be \"owner/repository\". A wildcard would let every repository of GitHub submit jobs."
  }
}

variable "github_owner_id" {
  description = "Number of the GitHub organisation. Names can be given up and taken by somebody else; the number cannot."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[0-9]{1,12}$", var.github_owner_id))
    error_message = "github_owner_id must be the number of the organisation: `gh api orgs/ORGANISATION --jq .id`."
  }
}

variable "deletion_protection" {
  description = "Keeps buckets that still hold objects."
  type        = bool
  default     = true
  nullable    = false
}

variable "tags" {
  description = "Who pays for it and who answers for it. Becomes the labels team, service, environment and cost-centre."
  type        = object({ team = string, service = string, environment = string, cost_centre = string })
  nullable    = false
}
