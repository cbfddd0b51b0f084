variable "name" {
  description = "Name of the attachment, for example that of the VPC."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,62}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 64 characters: lower case letters, digits and hyphens, a letter first and no hyphen last, for example \"arctiq-prod-use1\"."
  }
}

variable "transit_gateway_id" {
  description = "Transit gateway, shared by the network account."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^tgw-[0-9a-z]+$", var.transit_gateway_id))
    error_message = "transit_gateway_id must look like \"tgw-0123456789abcdef0\"."
  }
}

variable "vpc_id" {
  description = "VPC to attach."
  type        = string
  nullable    = false
}

variable "subnet_ids" {
  description = "One subnet in each of the three zones: the transit subnets of module network."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.subnet_ids) == 3
    error_message = "subnet_ids must be three subnets, one in each zone: a zone without one cannot reach the transit gateway."
  }
}

variable "route_tables" {
  description = "Route tables of the VPC that learn the way to the rest of the company, by name: output private_route_tables of module network."
  type        = map(string)
  default     = {}
  nullable    = false
}

variable "destination_cidrs" {
  description = "What is reached through the transit gateway."
  type        = set(string)
  default     = ["10.0.0.0/8"]
  nullable    = false

  validation {
    condition     = alltrue([for cidr in var.destination_cidrs : can(cidrnetmask(cidr)) && !endswith(cidr, "/0")])
    error_message = "destination_cidrs must be IPv4 ranges, and not 0.0.0.0/0: internet traffic leaves by the NAT gateways of the VPC."
  }
}

variable "tags" {
  description = "Who pays for it and who answers for it. Becomes the tags team, service, environment and cost-centre."
  type        = object({ team = string, service = string, environment = string, cost_centre = string })
  nullable    = false
}
