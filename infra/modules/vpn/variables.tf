variable "name" {
  description = "Prefix of the connections and gateways."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,30}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 32 characters: lower case letters, digits and hyphens, a letter first and no hyphen last, for example \"arctiq-vpn-use1\"."
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

variable "transit_gateway_id" {
  description = "Transit gateway that the tunnels end on."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^tgw-[0-9a-z]+$", var.transit_gateway_id))
    error_message = "transit_gateway_id must look like \"tgw-0123456789abcdef0\": the tunnels end on the transit gateway, never on one VPC."
  }
}

variable "customer_gateways" {
  description = <<-EOT
    Devices at the other end, by site name. Each gets one connection of two tunnels with BGP.
    - `ip_address`: public address of the device.
    - `bgp_asn`: its autonomous system number; another than that of the transit gateway.
    - `device`: what it is, for whoever stands in front of it.
    - `tunnel_inside_cidrs`: two /30 of 169.254.0.0/16; left out, AWS chooses.
  EOT
  type = map(object({
    ip_address          = string
    bgp_asn             = number
    device              = string
    tunnel_inside_cidrs = optional(list(string))
  }))
  nullable = false

  validation {
    condition     = length(var.customer_gateways) > 0 && alltrue([for name in keys(var.customer_gateways) : can(regex("^[a-z][a-z0-9-]{1,30}$", name))])
    error_message = "customer_gateways must name at least one site, in lower case letters, digits and hyphens."
  }

  validation {
    condition = alltrue([
      for gateway in values(var.customer_gateways) :
      can(cidrnetmask("${gateway.ip_address}/32")) && !can(regex("^(10\\.|127\\.|169\\.254\\.|192\\.168\\.|172\\.(1[6-9]|2[0-9]|3[01])\\.|100\\.(6[4-9]|[7-9][0-9]|1[01][0-9]|12[0-7])\\.|0\\.)", gateway.ip_address))
    ])
    error_message = "customer_gateways: ip_address must be the public IPv4 address of the device. A private one behind NAT is not what AWS sees; give the address of the NAT."
  }

  validation {
    condition     = alltrue([for gateway in values(var.customer_gateways) : gateway.bgp_asn >= 1 && gateway.bgp_asn <= 4294967294 && !contains([7224, 9059, 10124, 17943], gateway.bgp_asn)])
    error_message = "customer_gateways: bgp_asn must be 1 to 4294967294 and none of those that AWS reserves (7224, 9059, 10124, 17943)."
  }

  validation {
    condition = alltrue([
      for gateway in values(var.customer_gateways) :
      gateway.tunnel_inside_cidrs == null || (
        length(coalesce(gateway.tunnel_inside_cidrs, [])) == 2 &&
        length(distinct(coalesce(gateway.tunnel_inside_cidrs, []))) == 2 &&
        alltrue([for cidr in coalesce(gateway.tunnel_inside_cidrs, []) : can(regex("^169\\.254\\.[0-9]+\\.[0-9]+/30$", cidr)) && can(cidrnetmask(cidr)) && !contains(["169.254.0.0/30", "169.254.1.0/30", "169.254.2.0/30", "169.254.3.0/30", "169.254.4.0/30", "169.254.5.0/30", "169.254.169.252/30"], cidr)])
      )
    ])
    error_message = "customer_gateways: tunnel_inside_cidrs must be two different /30 of 169.254.0.0/16 outside the blocks that AWS keeps (169.254.0.0/30 to 169.254.5.0/30 and 169.254.169.252/30), for example [\"169.254.10.0/30\", \"169.254.10.4/30\"]."
  }
}

variable "log_retention_days" {
  description = "How long the logs of the tunnels are kept. PCI DSS asks for a year."
  type        = number
  default     = 365
  nullable    = false

  validation {
    condition     = contains([30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.log_retention_days)
    error_message = "log_retention_days must be a period that CloudWatch Logs knows and at least 30 days: 30, 60, 90, 120, 150, 180, 365, 400, 545, 731 or longer."
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
