variable "name" {
  description = "Name of the transit gateway, for example with the region in it."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,30}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 32 characters: lower case letters, digits and hyphens, a letter first and no hyphen last, for example \"arctiq-core-use1\"."
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

variable "amazon_side_asn" {
  description = "Autonomous system number of the transit gateway. Each region has its own: two gateways with the same number cannot be peered."
  type        = number
  nullable    = false

  validation {
    condition     = (var.amazon_side_asn >= 64512 && var.amazon_side_asn <= 65534) || (var.amazon_side_asn >= 4200000000 && var.amazon_side_asn <= 4294967294)
    error_message = "amazon_side_asn must be private: 64512 to 65534, or 4200000000 to 4294967294. Take one that no other region and no customer gateway uses."
  }
}

variable "share_with" {
  description = "Organisational units (ARNs) whose accounts may ask for an attachment, by name. Nothing outside the organisation can be named."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for arn in values(var.share_with) : can(regex("^arn:aws:organizations::[0-9]{12}:(ou/o-[a-z0-9]+/ou-[a-z0-9-]+|organization/o-[a-z0-9]+)$", arn))])
    error_message = "share_with must hold ARNs of organisational units, for example { workloads = \"arn:aws:organizations::111122223333:ou/o-abcde12345/ou-ab12-11111111\" }. Single accounts are not named: an account gets its access by where it stands in the organisation."
  }
}

variable "attachments" {
  description = <<-EOT
    What is attached, by name, and where it belongs. The whole routing policy follows from it.
    - `id`: attachment id (tgw-attach-...).
    - `segment`: prod, nonprod or shared. The attachment is associated with that route table.
    - `kind`: "vpc" (of another account: accepted here), "own-vpc" (of this account) or "vpn". The peering of this module is known without being listed.
    - `cidrs`: what is behind it.
    - `propagate_to`: tables that learn its routes; by default its own segment and shared (a shared one: all three).
  EOT
  type = map(object({
    id           = string
    segment      = string
    kind         = optional(string, "vpc")
    cidrs        = list(string)
    propagate_to = optional(set(string))
  }))
  default  = {}
  nullable = false

  validation {
    condition     = alltrue([for a in values(var.attachments) : contains(["prod", "nonprod", "shared"], a.segment)])
    error_message = "attachments: segment must be prod, nonprod or shared."
  }

  validation {
    condition     = alltrue([for a in values(var.attachments) : contains(["vpc", "own-vpc", "vpn"], a.kind)])
    error_message = "attachments: kind must be \"vpc\" (another account), \"own-vpc\" or \"vpn\"."
  }

  validation {
    condition     = alltrue(flatten([for a in values(var.attachments) : [for table in coalesce(a.propagate_to, []) : contains(["prod", "nonprod", "shared"], table)]]))
    error_message = "attachments: propagate_to takes prod, nonprod and shared."
  }

  # The rule that the three tables exist for.
  validation {
    condition = alltrue([
      for a in values(var.attachments) :
      !(a.segment == "prod" && contains(coalesce(a.propagate_to, []), "nonprod")) &&
      !(a.segment == "nonprod" && contains(coalesce(a.propagate_to, []), "prod"))
    ])
    error_message = "attachments: a prod attachment must not propagate to the nonprod table, nor a nonprod one to prod. What both need belongs in the segment shared."
  }

  validation {
    condition     = alltrue(flatten([for a in values(var.attachments) : [for cidr in a.cidrs : can(cidrnetmask(cidr)) && !endswith(cidr, "/0")]]))
    error_message = "attachments: cidrs must be IPv4 ranges, and not 0.0.0.0/0: internet traffic leaves by the NAT gateways of each VPC, not by the transit gateway."
  }

  validation {
    condition = alltrue(flatten([
      for a_name, a in var.attachments : [
        for b_name, b in var.attachments : [
          for a_cidr in a.cidrs : [
            for b_cidr in b.cidrs : try(
              sum([for i, octet in split(".", cidrhost(a_cidr, 0)) : tonumber(octet) * pow(256, 3 - i)])
              >= sum([for i, octet in split(".", cidrhost(b_cidr, 0)) : tonumber(octet) * pow(256, 3 - i)]) + pow(2, 32 - tonumber(split("/", b_cidr)[1]))
              ||
              sum([for i, octet in split(".", cidrhost(b_cidr, 0)) : tonumber(octet) * pow(256, 3 - i)])
              >= sum([for i, octet in split(".", cidrhost(a_cidr, 0)) : tonumber(octet) * pow(256, 3 - i)]) + pow(2, 32 - tonumber(split("/", a_cidr)[1])),
              true
            )
          ]
        ] if index(keys(var.attachments), a_name) < index(keys(var.attachments), b_name)
      ]
    ]))
    error_message = "attachments: two attachments announce overlapping cidrs, so that traffic would go to either. Give one of the networks a free range of the address plan."
  }
}

variable "remote_cidrs" {
  description = "What is behind the peering, by segment: the ranges of the other region. A peering learns nothing, so these become static routes."
  type = object({
    prod    = optional(list(string), [])
    nonprod = optional(list(string), [])
    shared  = optional(list(string), [])
  })
  default  = {}
  nullable = false

  validation {
    condition     = alltrue([for cidr in concat(var.remote_cidrs.prod, var.remote_cidrs.nonprod, var.remote_cidrs.shared) : can(cidrnetmask(cidr)) && !endswith(cidr, "/0")])
    error_message = "remote_cidrs must hold IPv4 ranges of the other region, and not 0.0.0.0/0."
  }

  validation {
    condition = alltrue(flatten([
      for remote in concat(var.remote_cidrs.prod, var.remote_cidrs.nonprod, var.remote_cidrs.shared) : [
        for a in values(var.attachments) : [
          for local_cidr in a.cidrs : try(
            sum([for i, octet in split(".", cidrhost(remote, 0)) : tonumber(octet) * pow(256, 3 - i)])
            >= sum([for i, octet in split(".", cidrhost(local_cidr, 0)) : tonumber(octet) * pow(256, 3 - i)]) + pow(2, 32 - tonumber(split("/", local_cidr)[1]))
            ||
            sum([for i, octet in split(".", cidrhost(local_cidr, 0)) : tonumber(octet) * pow(256, 3 - i)])
            >= sum([for i, octet in split(".", cidrhost(remote, 0)) : tonumber(octet) * pow(256, 3 - i)]) + pow(2, 32 - tonumber(split("/", remote)[1])),
            true
          )
        ]
      ]
    ]))
    error_message = "remote_cidrs overlap with a range that is attached in this region. The two regions must have different ranges; take a free one of the address plan."
  }

  validation {
    condition     = length(concat(var.remote_cidrs.prod, var.remote_cidrs.nonprod, var.remote_cidrs.shared)) == 0 || var.peer != null || length(var.accept_peering) > 0
    error_message = "remote_cidrs need a peering to lead to: set peer (the region that asks) or accept_peering (the region that accepts)."
  }
}

variable "peer" {
  description = "Transit gateway of the other region that this one asks for a peering. Set it in one of the two regions; the other names the result in accept_peering."
  type        = object({ name = string, region = string, transit_gateway_id = string, account_id = string })
  default     = null

  validation {
    condition     = var.peer == null || try(contains(local.allowed_regions, var.peer.region) && var.peer.region != var.region, false)
    error_message = "peer.region must be another region of the allow-list than that of this transit gateway."
  }

  validation {
    condition     = var.peer == null || length(var.accept_peering) == 0
    error_message = "Set peer in one region and accept_peering in the other: with both, two peerings would be made between the same gateways."
  }
}

variable "accept_peering" {
  description = "Peerings that the other region asked for: name of the other gateway => attachment id. At most one."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = length(var.accept_peering) <= 1 && alltrue([for id in values(var.accept_peering) : can(regex("^tgw-attach-[0-9a-z]+$", id))])
    error_message = "accept_peering takes one attachment id (tgw-attach-...), from the output peering_attachment_id of the other region."
  }
}

variable "blackhole_cidrs" {
  description = "Ranges that no segment may reach, whatever is attached. In addition, prod and nonprod drop each other's ranges."
  type        = set(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for cidr in var.blackhole_cidrs : can(cidrnetmask(cidr))])
    error_message = "blackhole_cidrs must hold IPv4 ranges, for example [\"192.168.0.0/16\"]."
  }
}

variable "flow_log_retention_days" {
  description = "How long flow logs are kept. PCI DSS asks for a year."
  type        = number
  default     = 365
  nullable    = false

  validation {
    condition     = contains([30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.flow_log_retention_days)
    error_message = "flow_log_retention_days must be a period that CloudWatch Logs knows and at least 30 days: 30, 60, 90, 120, 150, 180, 365, 400, 545, 731 or longer."
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
