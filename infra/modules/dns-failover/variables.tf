variable "name" {
  description = "Prefix of health checks, alarms and routing controls."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,38}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 40 characters: lower case letters, digits and hyphens, a letter first and no hyphen last, for example \"arctiq-prod-api\"."
  }
}

variable "zone_id" {
  description = "Public hosted zone of the records."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[A-Z0-9]{4,32}$", var.zone_id))
    error_message = "zone_id must be the id of a hosted zone, for example \"Z0123456789ABCDEFGHIJ\", without /hostedzone/."
  }
}

variable "endpoints" {
  description = <<-EOT
    The two regions, by a short name such as "use1".
    - `region`: AWS region, for the latency records.
    - `target`: DNS name of the load balancer there.
    - `health`: where the checkers of Route 53 ask; HTTPS only. `fqdn` is a name of that region alone.
    - `alarm`: CloudWatch alarm that also takes the region out, for what a checker cannot see (error rate, replication).
    - `primary`: which one failover records prefer. Exactly one.
  EOT
  type = map(object({
    region  = string
    target  = string
    health  = object({ fqdn = string, path = optional(string, "/health"), port = optional(number, 443) })
    alarm   = optional(object({ name = string, region = string }))
    primary = bool
  }))
  nullable = false

  validation {
    condition     = length(var.endpoints) == 2 && length([for e in values(var.endpoints) : e if e.primary]) == 1 && length(distinct([for e in values(var.endpoints) : e.region])) == 2
    error_message = "endpoints must be two, in different regions, one of them with primary = true."
  }

  validation {
    condition     = alltrue([for e in values(var.endpoints) : contains(local.allowed_regions, e.region)])
    error_message = "endpoints: region must be one of ${join(", ", local.allowed_regions)}."
  }

  validation {
    condition     = alltrue([for name, e in var.endpoints : can(regex("^[a-z][a-z0-9-]{0,14}$", name)) && can(regex("^([a-z0-9-]+\\.)+[a-z]{2,}\\.?$", e.target)) && can(regex("^([a-z0-9-]+\\.)+[a-z]{2,}$", e.health.fqdn))])
    error_message = "endpoints: the key is a short name in lower case, target and health.fqdn are domain names. Addresses change; names of load balancers do not."
  }

  validation {
    condition     = length(distinct([for e in values(var.endpoints) : e.health.fqdn])) == length(var.endpoints)
    error_message = "endpoints: health.fqdn must differ by region. A name that itself moves would call the healthy region when it asks after the broken one."
  }

  validation {
    condition     = alltrue([for e in values(var.endpoints) : startswith(e.health.path, "/") && length(e.health.path) <= 255 && e.health.port >= 1 && e.health.port <= 65535])
    error_message = "endpoints: health.path begins with a slash and has at most 255 characters; health.port is 1 to 65535."
  }
}

variable "records" {
  description = "Names that move, by a short key. `policy` \"latency\": both regions serve, the nearest answers (active-active). \"failover\": the primary serves until it is unhealthy."
  type = map(object({
    name   = string
    policy = string
    ttl    = optional(number, 30)
  }))
  nullable = false

  validation {
    condition     = length(var.records) > 0 && alltrue([for r in values(var.records) : contains(["latency", "failover"], r.policy) && can(regex("^([a-z0-9-]+\\.)+[a-z]{2,}\\.?$", r.name))])
    error_message = "records: at least one; name is a full domain name, policy \"latency\" or \"failover\"."
  }

  validation {
    condition     = alltrue([for r in values(var.records) : r.ttl >= 1 && r.ttl <= 60])
    error_message = "records: ttl must be 1 to 60 seconds. Every second of it is a second in which clients still go to the region that failed."
  }
}

variable "health_check" {
  description = "How fast a failure is seen: `interval` 10 or 30 seconds (10 costs more), `threshold` failed checks in a row. interval x threshold + the longest ttl must be at most 150 s."
  type        = object({ interval = optional(number, 10), threshold = optional(number, 3) })
  default     = {}
  nullable    = false

  validation {
    condition     = contains([10, 30], var.health_check.interval)
    error_message = "health_check.interval must be 10 or 30: Route 53 knows no other."
  }

  validation {
    condition     = var.health_check.threshold >= 1 && var.health_check.threshold <= 10 && floor(var.health_check.threshold) == var.health_check.threshold
    error_message = "health_check.threshold must be a whole number from 1 to 10."
  }

  validation {
    condition     = try(var.health_check.interval * var.health_check.threshold + max([for r in values(var.records) : r.ttl]...) <= 150, true)
    error_message = "The worst time until clients have moved, interval x threshold + longest ttl, is above 150 s. Lower health_check.threshold, set health_check.interval to 10, or lower the ttl of the records."
  }
}

variable "routing_controls" {
  description = "Makes the switches of Application Recovery Controller (cluster, control panel, one control per region, safety rule), with which a person or a drill moves traffic without touching Terraform. A cluster costs about 1,800 dollars a month; false leaves only the health checks."
  type        = bool
  default     = true
  nullable    = false
}

variable "alarm_topic_arn" {
  description = "SNS topic that alarms go to, on alarm and when they clear. It must be in us-east-1, where the metrics of global services are."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^arn:aws:sns:us-east-1:[0-9]{12}:[A-Za-z0-9_-]{1,256}$", var.alarm_topic_arn))
    error_message = "alarm_topic_arn must be the ARN of an SNS topic in us-east-1, for example \"arn:aws:sns:us-east-1:111122223333:arctiq-alarms\"."
  }
}

variable "tags" {
  description = "Who pays for it and who answers for it. Becomes the tags team, service, environment and cost-centre."
  type        = object({ team = string, service = string, environment = string, cost_centre = string })
  nullable    = false
}
