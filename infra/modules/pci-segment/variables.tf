variable "name" {
  description = "Prefix of everything in the segment."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,30}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 32 characters: lower case letters, digits and hyphens, a letter first and no hyphen last, for example \"arctiq-prod-use1-pci\"."
  }
}

variable "region" {
  description = "AWS region that the provider of the caller works in."
  type        = string
  nullable    = false

  validation {
    condition     = contains(local.allowed_regions, var.region)
    error_message = "region must be one of ${join(", ", local.allowed_regions)}: the company has no approval for any other. To add one, change the list in company policy first, then here."
  }
}

variable "vpc_id" {
  description = "VPC that the segment is cut from."
  type        = string
  nullable    = false
}

variable "vpc_cidr" {
  description = "Address range of that VPC."
  type        = string
  nullable    = false

  validation {
    condition     = can(cidrnetmask(var.vpc_cidr))
    error_message = "vpc_cidr must be an IPv4 range, for example \"10.48.0.0/16\": output cidr of module network."
  }
}

variable "availability_zones" {
  description = "Three zones, in the order of subnet_cidrs."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.availability_zones) == 3 && length(distinct(var.availability_zones)) == 3 && alltrue([for zone in var.availability_zones : can(regex("^${var.region}[a-f]$", zone))])
    error_message = "availability_zones must be three different zones of the region, for example [\"us-east-1a\", \"us-east-1b\", \"us-east-1c\"]."
  }
}

variable "subnet_cidrs" {
  description = "Three subnets inside vpc_cidr: output subnet_cidrs.pci of module network, which sets them aside."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.subnet_cidrs) == 3 && length(distinct(var.subnet_cidrs)) == 3 && alltrue([for cidr in var.subnet_cidrs : can(cidrnetmask(cidr)) && try(tonumber(split("/", cidr)[1]) >= 24 && tonumber(split("/", cidr)[1]) <= 28, false)])
    error_message = "subnet_cidrs must be three different ranges of /24 to /28: what an auditor looks at is kept small. Take output subnet_cidrs.pci of module network."
  }

  # Inside: the first address is not below that of the VPC, and the end not beyond.
  validation {
    condition = alltrue([
      for cidr in var.subnet_cidrs : try(
        sum([for i, octet in split(".", cidrhost(cidr, 0)) : tonumber(octet) * pow(256, 3 - i)])
        >= sum([for i, octet in split(".", cidrhost(var.vpc_cidr, 0)) : tonumber(octet) * pow(256, 3 - i)])
        &&
        sum([for i, octet in split(".", cidrhost(cidr, 0)) : tonumber(octet) * pow(256, 3 - i)]) + pow(2, 32 - tonumber(split("/", cidr)[1]))
        <= sum([for i, octet in split(".", cidrhost(var.vpc_cidr, 0)) : tonumber(octet) * pow(256, 3 - i)]) + pow(2, 32 - tonumber(split("/", var.vpc_cidr)[1])),
        true
      )
    ])
    error_message = "subnet_cidrs must lie inside vpc_cidr."
  }
}

variable "ingress_peers" {
  description = <<-EOT
    Who may open a connection into the segment, by name. Nobody else can. Each is let through the network ACL by `cidr`
    and through the security group by `security_group_id`, or by `cidr` where the peer has none (another VPC).
  EOT
  type = map(object({
    cidr              = string
    port              = number
    security_group_id = optional(string)
  }))
  nullable = false

  validation {
    condition     = alltrue([for name in keys(var.ingress_peers) : can(regex("^[a-z][a-z0-9-]{1,40}$", name))])
    error_message = "ingress_peers: names in lower case letters, digits and hyphens; they become the descriptions that an auditor reads."
  }

  validation {
    condition     = alltrue([for peer in values(var.ingress_peers) : can(cidrnetmask(peer.cidr)) && can(regex("^(10\\.|192\\.168\\.|172\\.(1[6-9]|2[0-9]|3[01])\\.)", peer.cidr)) && try(tonumber(split("/", peer.cidr)[1]) >= 16, false)])
    error_message = "ingress_peers: cidr must be a private range of /16 or smaller, never 0.0.0.0/0. The payments segment takes no traffic from the internet."
  }

  validation {
    condition     = alltrue([for peer in values(var.ingress_peers) : peer.port >= 1 && peer.port <= 65535 && !contains([22, 3389], peer.port)])
    error_message = "ingress_peers: port must be 1 to 65535, and not 22 or 3389: people reach hosts by Session Manager, never by an open port."
  }
}

variable "egress_peers" {
  description = "What the segment may open a connection to, by name: stores, endpoints, the egress proxy towards the payment providers. There is no route to the internet."
  type = map(object({
    cidr              = string
    port              = number
    security_group_id = optional(string)
  }))
  default  = {}
  nullable = false

  validation {
    condition     = alltrue([for name in keys(var.egress_peers) : can(regex("^[a-z][a-z0-9-]{1,40}$", name))])
    error_message = "egress_peers: names in lower case letters, digits and hyphens."
  }

  validation {
    condition     = alltrue([for peer in values(var.egress_peers) : can(cidrnetmask(peer.cidr)) && can(regex("^(10\\.|192\\.168\\.|172\\.(1[6-9]|2[0-9]|3[01])\\.)", peer.cidr)) && try(tonumber(split("/", peer.cidr)[1]) >= 16, false) && peer.port >= 1 && peer.port <= 65535])
    error_message = "egress_peers: cidr must be a private range of /16 or smaller and port 1 to 65535. Payment providers are reached through the egress proxy, whose allow-list names them."
  }

  # A network ACL takes 20 rules in each direction; one is the closing deny and one stays free.
  validation {
    condition     = length(var.ingress_peers) + length(var.egress_peers) <= 18
    error_message = "ingress_peers and egress_peers together must be 18 or fewer: a network ACL takes 20 rules in each direction. Put services behind one load balancer instead of naming each."
  }
}

variable "recorder" {
  description = "Runs the Config recorder of this account and region, delivering to that bucket with its key. null where the organisation runs it already; an account has one recorder in each region."
  type        = object({ bucket_name = string, kms_key_arn = string, bucket_prefix = optional(string, "config") })
  default     = null

  validation {
    condition     = var.recorder == null || can(regex("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", var.recorder.bucket_name))
    error_message = "recorder.bucket_name must be the name of an S3 bucket."
  }

  validation {
    condition     = var.recorder == null || can(regex("^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/", var.recorder.kms_key_arn))
    error_message = "recorder.kms_key_arn must be the ARN of the key that the bucket is encrypted with (arn:aws:kms:...:key/...): without it AWS Config delivers nothing."
  }
}

variable "reject_alarm_threshold" {
  description = "Refused connections in five minutes that raise the alarm. Few are normal: nobody should knock at all."
  type        = number
  default     = 50
  nullable    = false

  validation {
    condition     = var.reject_alarm_threshold >= 1 && var.reject_alarm_threshold <= 10000
    error_message = "reject_alarm_threshold must be 1 to 10000."
  }
}

variable "flow_log_retention_days" {
  description = "How long flow logs of the segment are kept."
  type        = number
  default     = 365
  nullable    = false

  validation {
    condition     = contains([365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.flow_log_retention_days)
    error_message = "flow_log_retention_days must be 365 or a longer period that CloudWatch Logs knows (400, 545, 731, ...): PCI DSS 10.5.1 asks for twelve months."
  }
}

variable "alarm_topic_arn" {
  description = "SNS topic that alarms go to, on alarm and when they clear. It must be in the region of this module."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^arn:aws:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]{1,256}$", var.alarm_topic_arn))
    error_message = "alarm_topic_arn must be the ARN of an SNS topic, for example \"arn:aws:sns:us-east-1:111122223333:arctiq-alarms\"."
  }
}

variable "tags" {
  description = "Who pays for it and who answers for it. Becomes the tags team, service, environment and cost-centre."
  type        = object({ team = string, service = string, environment = string, cost_centre = string })
  nullable    = false
}
