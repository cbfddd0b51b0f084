variable "cluster_name" {
  description = "Name of the EKS cluster (output cluster_name of module eks). Roles, queue and rules begin with it."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,38}[a-z0-9]$", var.cluster_name))
    error_message = "cluster_name must be the name of a cluster of module eks: 3 to 40 lower case letters, digits and hyphens."
  }
}

variable "region" {
  description = "Region of the cluster. The controller's rights end at its border."
  type        = string
  nullable    = false

  validation {
    condition     = contains(["us-east-1", "eu-west-1", "eu-central-1", "eu-west-2", "eu-west-3", "ap-southeast-1", "ap-southeast-2", "ap-south-1", "sa-east-1"], var.region)
    error_message = "region must be one that Arctiq runs in: us-east-1, eu-west-1, eu-central-1, eu-west-2, eu-west-3, ap-southeast-1, ap-southeast-2, ap-south-1 or sa-east-1."
  }
}

variable "volume_kms_key_arn" {
  description = "Key of the nodes' volumes (output kms_key_arn of module eks). The EC2NodeClass names the same key."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/", var.volume_kms_key_arn))
    error_message = "volume_kms_key_arn must be the ARN of a KMS key: the volumes of nodes are never without one."
  }
}

variable "namespace" {
  description = "Namespace of the Karpenter controller."
  type        = string
  default     = "karpenter"
  nullable    = false

  validation {
    condition     = can(regex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", var.namespace))
    error_message = "namespace must be a valid name of a namespace."
  }
}

variable "service_account" {
  description = "Service account of the Karpenter controller."
  type        = string
  default     = "karpenter"
  nullable    = false

  validation {
    condition     = can(regex("^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$", var.service_account))
    error_message = "service_account must be a valid name of a service account."
  }
}

variable "profiles" {
  description = "What Karpenter may do in each environment. The node pools in infra/platform carry the same numbers; cpu_limit and memory_limit_gib are the sum over the node pools of one cluster. spot_percent is the share of vCPUs that may be spot."
  type = map(object({
    size              = string
    spot_percent      = number
    consolidate_after = string
    instance_sizes    = list(string)
    architectures     = list(string)
    cpu_limit         = number
    memory_limit_gib  = number
  }))
  default = {
    dev = {
      size              = "small"
      spot_percent      = 85
      consolidate_after = "30s"
      instance_sizes    = ["medium", "large", "xlarge"]
      architectures     = ["amd64", "arm64"]
      cpu_limit         = 200
      memory_limit_gib  = 800
    }
    staging = {
      size              = "medium"
      spot_percent      = 80
      consolidate_after = "60s"
      instance_sizes    = ["large", "xlarge", "2xlarge"]
      architectures     = ["amd64", "arm64"]
      cpu_limit         = 400
      memory_limit_gib  = 1600
    }
    prod = {
      size              = "large"
      spot_percent      = 65
      consolidate_after = "300s"
      instance_sizes    = ["2xlarge", "4xlarge", "8xlarge"]
      architectures     = ["amd64", "arm64"]
      cpu_limit         = 2000
      memory_limit_gib  = 8000
    }
    dr = {
      size              = "medium"
      spot_percent      = 50
      consolidate_after = "600s"
      instance_sizes    = ["xlarge", "2xlarge", "4xlarge"]
      architectures     = ["amd64", "arm64"]
      cpu_limit         = 2000
      memory_limit_gib  = 8000
    }
  }
  nullable = false

  validation {
    condition     = length(setsubtract(keys(var.profiles), ["dev", "staging", "prod", "dr"])) == 0 && contains(keys(var.profiles), var.tags.environment)
    error_message = "profiles must be named dev, staging, prod or dr, and hold the one of tags.environment: only these environments have clusters."
  }

  validation {
    condition     = alltrue([for p in values(var.profiles) : p.spot_percent >= 0 && p.spot_percent <= 100 && floor(p.spot_percent) == p.spot_percent])
    error_message = "profiles: spot_percent must be a whole number from 0 to 100."
  }

  validation {
    condition     = alltrue([for name, p in var.profiles : p.cpu_limit > 0 && p.cpu_limit <= try(local.maximum[name].cpu, 0)])
    error_message = "profiles: cpu_limit is above the maximum of its environment (dev 400, staging 800, prod 4000, dr 4000 vCPU). A node pool without a limit that holds spends the month's budget in a night: ask the platform team to raise the maximum in this module, with the new cost estimate."
  }

  validation {
    condition     = alltrue([for name, p in var.profiles : p.memory_limit_gib > 0 && p.memory_limit_gib <= try(local.maximum[name].memory_gib, 0)])
    error_message = "profiles: memory_limit_gib is above the maximum of its environment (dev 1600, staging 3200, prod 16000, dr 16000 GiB): ask the platform team to raise the maximum in this module, with the new cost estimate."
  }

  validation {
    condition     = alltrue([for p in values(var.profiles) : can(regex("^[1-9][0-9]*s$", p.consolidate_after)) && try(tonumber(trimsuffix(p.consolidate_after, "s")) >= 30 && tonumber(trimsuffix(p.consolidate_after, "s")) <= 3600, false)])
    error_message = "profiles: consolidate_after must be 30s to 3600s, in seconds. Below 30 s nodes come and go with every deployment; above an hour nobody saves."
  }

  validation {
    condition     = alltrue([for p in values(var.profiles) : length(p.architectures) > 0 && length(setsubtract(p.architectures, ["amd64", "arm64"])) == 0])
    error_message = "profiles: architectures must be amd64, arm64 or both."
  }

  validation {
    condition     = alltrue([for p in values(var.profiles) : length(p.instance_sizes) >= 3 && length(setsubtract(p.instance_sizes, ["medium", "large", "xlarge", "2xlarge", "4xlarge", "8xlarge"])) == 0])
    error_message = "profiles: instance_sizes must name at least three of medium, large, xlarge, 2xlarge, 4xlarge, 8xlarge. With fewer, spot capacity is hard to find; larger nodes make the loss of one too expensive."
  }

  validation {
    condition     = alltrue([for p in values(var.profiles) : contains(["small", "medium", "large"], p.size)])
    error_message = "profiles: size must be small, medium or large."
  }
}

variable "alarm_topic_arn" {
  description = "SNS topic that hears the alarms (output of module observability)."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^arn:aws[a-z-]*:sns:", var.alarm_topic_arn))
    error_message = "alarm_topic_arn must be the ARN of an SNS topic: an alarm that tells nobody is none."
  }
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
