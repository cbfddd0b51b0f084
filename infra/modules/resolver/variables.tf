variable "name" {
  description = "Prefix of endpoints, rules and lists."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,30}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 32 characters: lower case letters, digits and hyphens, a letter first and no hyphen last, for example \"arctiq-dns-use1\"."
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
  description = "VPC of the network account that the endpoints stand in."
  type        = string
  nullable    = false
}

variable "subnet_ids" {
  description = "Subnets of the endpoints by zone: at least two zones, three as a rule. Each is one network interface per endpoint."
  type        = map(string)
  nullable    = false

  validation {
    condition     = length(var.subnet_ids) >= 2 && length(var.subnet_ids) <= 6 && length(distinct(values(var.subnet_ids))) == length(var.subnet_ids)
    error_message = "subnet_ids must name 2 to 6 different subnets by zone, for example { \"us-east-1a\" = \"subnet-...\", ... }: an endpoint in one zone is lost with it."
  }

  validation {
    condition     = alltrue([for zone in keys(var.subnet_ids) : can(regex("^${var.region}[a-f]$", zone))])
    error_message = "subnet_ids: the keys must be zones of the region, for example \"us-east-1a\"."
  }
}

variable "inbound_cidrs" {
  description = "Networks outside AWS that may ask the inbound endpoint, by name: the data centre and the offices."
  type        = map(string)
  nullable    = false

  validation {
    condition     = length(var.inbound_cidrs) > 0 && alltrue([for cidr in values(var.inbound_cidrs) : can(cidrnetmask(cidr)) && can(regex("^(10\\.|192\\.168\\.|172\\.(1[6-9]|2[0-9]|3[01])\\.)", cidr)) && try(tonumber(split("/", cidr)[1]) >= 8, false)])
    error_message = "inbound_cidrs must be private IPv4 ranges (10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16), never 0.0.0.0/0: the endpoint answers with names of inside the company."
  }
}

variable "forward_rules" {
  description = "Domains outside AWS and the servers that know them, by rule name. Rules are shared with `share_with` and associated with `vpc_id`."
  type = map(object({
    domain  = string
    servers = list(object({ ip = string, port = optional(number, 53) }))
  }))
  nullable = false

  validation {
    condition     = length(var.forward_rules) > 0 && alltrue([for rule in values(var.forward_rules) : can(regex("^([a-z0-9_-]+\\.)+[a-z0-9-]+\\.?$", rule.domain))])
    error_message = "forward_rules: at least one; domain must be a domain name such as \"corp.arctiq.example\", not \".\": forwarding everything would make the data centre a single point of failure."
  }

  validation {
    condition     = alltrue([for rule in values(var.forward_rules) : length(rule.servers) >= 2 && length(rule.servers) <= 6])
    error_message = "forward_rules: servers must be 2 to 6, so that one may fail."
  }

  validation {
    condition     = alltrue(flatten([for rule in values(var.forward_rules) : [for server in rule.servers : can(cidrnetmask("${server.ip}/32")) && can(regex("^(10\\.|192\\.168\\.|172\\.(1[6-9]|2[0-9]|3[01])\\.)", server.ip)) && server.port >= 1 && server.port <= 65535]]))
    error_message = "forward_rules: servers must have a private IPv4 address and a port from 1 to 65535: queries for inside names do not go over the internet."
  }
}

variable "share_with" {
  description = "Organisational units (ARNs) whose accounts use the rules, the firewall and the query log, by name."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for arn in values(var.share_with) : can(regex("^arn:aws:organizations::[0-9]{12}:(ou/o-[a-z0-9]+/ou-[a-z0-9-]+|organization/o-[a-z0-9]+)$", arn))])
    error_message = "share_with must hold ARNs of organisational units, for example { workloads = \"arn:aws:organizations::111122223333:ou/o-abcde12345/ou-ab12-11111111\" }."
  }
}

variable "blocked_domains" {
  description = "Domains that nobody resolves (the answer is NXDOMAIN). A leading \"*.\" covers what is below."
  type        = set(string)
  nullable    = false

  validation {
    condition     = length(var.blocked_domains) > 0 && alltrue([for domain in var.blocked_domains : can(regex("^(\\*\\.)?([a-z0-9_-]+\\.)+[a-z0-9-]+\\.?$", domain))])
    error_message = "blocked_domains: at least one, each a domain such as \"evil.example\" or \"*.evil.example\". \"*\" alone would block every name."
  }
}

variable "allowed_domains" {
  description = "Domains that are never blocked, asked first: the company's own and what a managed list blocks by mistake."
  type        = set(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for domain in var.allowed_domains : can(regex("^(\\*\\.)?([a-z0-9_-]+\\.)+[a-z0-9-]+\\.?$", domain))])
    error_message = "allowed_domains must be domains such as \"arctiq.example\" or \"*.arctiq.example\". \"*\" alone would switch the firewall off."
  }
}

variable "managed_domain_list_ids" {
  description = "Lists that AWS keeps (malware, botnets, threats), by name. Their ids differ by region: `aws route53resolver list-firewall-domain-lists`."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for id in values(var.managed_domain_list_ids) : can(regex("^rslvr-fdl-[0-9a-z]+$", id))])
    error_message = "managed_domain_list_ids must look like \"rslvr-fdl-0123456789abcdef\"."
  }
}

variable "query_log_retention_days" {
  description = "How long queries are kept. PCI DSS asks for a year."
  type        = number
  default     = 365
  nullable    = false

  validation {
    condition     = contains([30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.query_log_retention_days)
    error_message = "query_log_retention_days must be a period that CloudWatch Logs knows and at least 30 days: 30, 60, 90, 120, 150, 180, 365, 400, 545, 731 or longer."
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
