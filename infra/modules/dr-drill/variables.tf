variable "name" {
  description = "Prefix of every name that the module makes, for example \"arctiq-prod\"."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,24}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 26 lower case letters, digits and hyphens, start with a letter and not end with a hyphen, for example \"arctiq-prod\"."
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

variable "vpc_id" {
  description = "VPC of this region. The module makes an empty security group there: the failover puts a lost writer behind it."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^vpc-[0-9a-f]{8,17}$", var.vpc_id))
    error_message = "vpc_id must be the id of a VPC, for example vpc-0a1b2c3d4e5f60718 (output vpc_id of the module network)."
  }
}

variable "targets" {
  description = "What an experiment may touch. Only resources that carry the tag are hit, and only in availability_zone where the scenario is a zone. node_role_arns: roles whose requests for instances are refused in that zone, so that Karpenter cannot refill it."
  type = object({
    availability_zone  = string
    tag                = optional(object({ key = string, value = string }), { key = "dr-drill", value = "allowed" })
    aurora_cluster_arn = string
    node_role_arns     = optional(set(string), [])
  })
  nullable = false

  validation {
    condition     = can(regex("^${var.region}[a-f]$", var.targets.availability_zone))
    error_message = "targets.availability_zone must be a zone of the module's region, for example us-east-1a."
  }

  validation {
    condition     = can(regex("^arn:aws:rds:${var.region}:[0-9]{12}:cluster:[a-z][a-z0-9-]+$", var.targets.aurora_cluster_arn))
    error_message = "targets.aurora_cluster_arn must be the ARN of an Aurora cluster in the module's region."
  }

  validation {
    condition     = length(var.targets.tag.key) > 0 && length(var.targets.tag.value) > 0
    error_message = "targets.tag must have a key and a value: without it an experiment would hit everything in the region."
  }

  validation {
    condition     = alltrue([for arn in var.targets.node_role_arns : can(regex("^arn:aws:iam::[0-9]{12}:role/[A-Za-z0-9+=,.@_/-]+$", arn))])
    error_message = "targets.node_role_arns must be exact role ARNs, without a wildcard."
  }
}

variable "experiments" {
  description = "Which experiments this region has. A region that only takes over has none."
  type        = set(string)
  default     = ["zone-outage", "aurora-writer-loss", "network-disruption"]
  nullable    = false

  validation {
    condition     = length(setsubtract(var.experiments, ["zone-outage", "aurora-writer-loss", "network-disruption"])) == 0
    error_message = "experiments may hold zone-outage, aurora-writer-loss and network-disruption."
  }
}

variable "duration_minutes" {
  description = "How long a zone or a network stays broken before FIS mends it."
  type        = number
  default     = 10
  nullable    = false

  validation {
    condition     = var.duration_minutes >= 5 && var.duration_minutes <= 60 && floor(var.duration_minutes) == var.duration_minutes
    error_message = "duration_minutes must be a whole number from 5 to 60: shorter than 5 is not detected by health checks, longer than 60 burns the error budget of a quarter."
  }
}

variable "stop_alarm_arns" {
  description = "CloudWatch alarms that stop an experiment at once: the customers' pain threshold (checkout error rate, error budget burn)."
  type        = set(string)
  nullable    = false

  validation {
    condition     = length(var.stop_alarm_arns) > 0 && alltrue([for arn in var.stop_alarm_arns : can(regex("^arn:aws:cloudwatch:${var.region}:[0-9]{12}:alarm:.+$", arn))])
    error_message = "stop_alarm_arns must hold at least one alarm ARN of the module's region: an experiment without a stop condition is an outage."
  }
}

variable "detection_alarm_arns" {
  description = "Alarms that tell that the region is lost. ALARM is reported as T1 (detected), the return to OK as T9 (stable)."
  type        = set(string)
  nullable    = false

  validation {
    condition     = length(var.detection_alarm_arns) > 0 && alltrue([for arn in var.detection_alarm_arns : can(regex("^arn:aws:cloudwatch:[a-z0-9-]+:[0-9]{12}:alarm:.+$", arn))])
    error_message = "detection_alarm_arns must hold at least one alarm ARN: without it the time to detect is not measured."
  }
}

variable "evidence" {
  description = "Where FIS writes its reports: a bucket with object lock (module bucket) and its key. dashboard_arns: CloudWatch dashboards whose graphs go into the report."
  type = object({
    bucket_name    = string
    kms_key_arn    = string
    prefix         = optional(string, "fis")
    dashboard_arns = optional(set(string), [])
  })
  nullable = false

  validation {
    condition     = can(regex("^[a-z0-9.-]{3,63}$", var.evidence.bucket_name)) && can(regex("^arn:aws:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$", var.evidence.kms_key_arn))
    error_message = "evidence: bucket_name must be the name of a bucket and kms_key_arn the ARN of its key."
  }
}

variable "failover" {
  description = "How this region takes over from from_region. The document is made in the region that takes over, since the other one may be gone. routing_cluster_endpoints are the five of the ARC cluster: region => URL. approver_arns decide (T3). verify_url answers 200 when a synthetic write and read have worked."
  type = object({
    from_region                  = string
    global_cluster_identifier    = string
    from_cluster_arn             = string
    routing_cluster_endpoints    = map(string)
    routing_control_on_arns      = set(string)
    routing_control_off_arns     = set(string)
    approver_arns                = set(string)
    minimum_approvals            = optional(number, 1)
    approval_timeout_minutes     = optional(number, 10)
    verify_url                   = string
    verify_consecutive_successes = optional(number, 5)
  })
  nullable = false

  validation {
    condition = contains([
      "us-east-1", "eu-west-1", "eu-central-1", "eu-west-2", "eu-west-3",
      "ap-southeast-1", "ap-southeast-2", "ap-south-1", "sa-east-1",
    ], var.failover.from_region) && var.failover.from_region != var.region
    error_message = "failover.from_region must be another region of the list us-east-1, eu-west-1, eu-central-1, eu-west-2, eu-west-3, ap-southeast-1, ap-southeast-2, ap-south-1, sa-east-1: a region cannot take over from itself."
  }

  validation {
    condition     = can(regex("^arn:aws:rds:${var.failover.from_region}:[0-9]{12}:cluster:[a-z][a-z0-9-]+$", var.failover.from_cluster_arn)) && can(regex("^[a-z][a-z0-9-]{0,62}$", var.failover.global_cluster_identifier))
    error_message = "failover: from_cluster_arn must be an Aurora cluster in from_region and global_cluster_identifier the global cluster that both belong to."
  }

  validation {
    condition     = length(var.failover.routing_cluster_endpoints) == 5 && alltrue([for url in values(var.failover.routing_cluster_endpoints) : can(regex("^https://", url))])
    error_message = "failover.routing_cluster_endpoints must hold all five endpoints of the ARC cluster (region => https URL): any one of them may be unreachable in a disaster, and the step tries them in turn."
  }

  validation {
    condition     = length(var.failover.routing_control_on_arns) > 0 && length(var.failover.routing_control_off_arns) > 0 && length(setintersection(var.failover.routing_control_on_arns, var.failover.routing_control_off_arns)) == 0
    error_message = "failover: name at least one routing control to switch on and one to switch off, and none in both: both regions change in one call, so that no safety rule sees a moment without traffic."
  }

  validation {
    condition     = length(var.failover.approver_arns) >= var.failover.minimum_approvals && var.failover.minimum_approvals >= 1 && length(var.failover.approver_arns) <= 10 && alltrue([for arn in var.failover.approver_arns : can(regex("^arn:aws:(iam|sts)::[0-9]{12}:(role|user|assumed-role)/[A-Za-z0-9+=,.@_/-]+$", arn))])
    error_message = "failover.approver_arns must hold 1 to 10 exact ARNs of roles or users, at least as many as minimum_approvals: a region changes only when somebody who answers for it has said so."
  }

  validation {
    condition     = var.failover.approval_timeout_minutes >= 1 && var.failover.approval_timeout_minutes <= 15
    error_message = "failover.approval_timeout_minutes must be 1 to 15: the whole recovery has 15 minutes."
  }

  validation {
    condition     = can(regex("^https://[^ ]+$", var.failover.verify_url)) && var.failover.verify_consecutive_successes >= 1 && var.failover.verify_consecutive_successes <= 20
    error_message = "failover: verify_url must be an https URL and verify_consecutive_successes 1 to 20."
  }
}

variable "portal" {
  description = "Where drill events go: the portal's address without a path. Where the portal has no public address, resource_configuration_arn is the VPC Lattice resource configuration by which EventBridge reaches it."
  type        = object({ base_url = string, resource_configuration_arn = optional(string) })
  nullable    = false

  validation {
    condition     = can(regex("^https://[a-z0-9.-]+(:[0-9]+)?$", var.portal.base_url))
    error_message = "portal.base_url must be https and have no path and no slash at its end, for example https://portal.arctiq.example."
  }
}

variable "portal_token" {
  description = "Token of the portal's external access, limited there to the plugin dr-drills. It is stored in the state (encrypted) and in a secret that EventBridge keeps."
  type        = string
  sensitive   = true
  nullable    = false

  validation {
    condition     = length(var.portal_token) >= 24
    error_message = "portal_token must have at least 24 characters: make one with a password generator and list it under backend.auth.externalAccess of the portal."
  }
}

variable "drill_id" {
  description = "Id of the drill record in the portal that receives the events. Set it by a pull request before a drill, and null after it: with null the rules are off and nothing is sent."
  type        = string
  default     = null

  validation {
    condition     = var.drill_id == null ? true : can(regex("^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$", var.drill_id))
    error_message = "drill_id must be the id of a drill as the portal shows it: letters, digits, dot, underscore and hyphen."
  }
}

variable "alarm_topic_arn" {
  description = "SNS topic that hears when an event could not be delivered to the portal."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^arn:aws:sns:${var.region}:[0-9]{12}:[A-Za-z0-9_-]+$", var.alarm_topic_arn))
    error_message = "alarm_topic_arn must be the ARN of an SNS topic in the module's region: CloudWatch does not call a topic elsewhere."
  }
}

variable "tags" {
  description = "Who pays for it and who answers for it. Becomes the tags team, service, environment and cost-centre."
  type        = object({ team = string, service = string, environment = string, cost_centre = string })
  nullable    = false
}

