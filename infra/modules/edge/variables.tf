variable "name" {
  description = "Name of the distribution; prefix of its policies and of the web ACL."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,38}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 40 characters: lower case letters, digits and hyphens, a letter first and no hyphen last, for example \"arctiq-prod-shop\"."
  }
}

variable "domain_names" {
  description = "Names that the distribution answers to, for example [\"www.arctiq.example\"]."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.domain_names) > 0 && length(distinct(var.domain_names)) == length(var.domain_names) && alltrue([for domain in var.domain_names : can(regex("^([a-z0-9-]+\\.)+[a-z]{2,}$", domain))])
    error_message = "domain_names must be at least one domain name in lower case, for example [\"www.arctiq.example\"]. The name that CloudFront gives allows old TLS versions and is not for customers."
  }
}

variable "certificate_arn" {
  description = "ACM certificate in us-east-1 that covers all domain_names."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^arn:aws:acm:us-east-1:[0-9]{12}:certificate/[0-9a-f-]+$", var.certificate_arn))
    error_message = "certificate_arn must be an ACM certificate in us-east-1: CloudFront reads certificates of no other region."
  }
}

variable "origin" {
  description = "The API and the pages: the name that module dns-failover moves between regions. CloudFront speaks TLS 1.2 to it."
  type        = object({ domain_name = string, read_timeout = optional(number, 30), shield_region = optional(string) })
  nullable    = false

  validation {
    condition     = can(regex("^([a-z0-9-]+\\.)+[a-z]{2,}$", var.origin.domain_name))
    error_message = "origin.domain_name must be a domain name, not an address: its certificate is checked and its region moves by DNS."
  }

  validation {
    condition     = !contains(var.domain_names, var.origin.domain_name)
    error_message = "origin.domain_name must differ from domain_names: CloudFront would call itself."
  }

  validation {
    condition     = var.origin.read_timeout >= 1 && var.origin.read_timeout <= 60
    error_message = "origin.read_timeout must be 1 to 60 seconds. The gateway's own limit is 30; work that takes longer goes through a queue."
  }
}

variable "origin_secret" {
  description = "Value of the header x-origin-verify that proves to the origin that a request came through this distribution. At least 32 characters. CloudFront keeps it in clear, so the state does as well: see the README on what it may and may not protect."
  type        = string
  sensitive   = true
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z0-9_-]{32,128}$", var.origin_secret))
    error_message = "origin_secret must be 32 to 128 characters of letters, digits, hyphen and underscore, for example from `openssl rand -hex 32`, read from Secrets Manager by the caller."
  }
}

variable "asset_bucket" {
  description = "Bucket of static files, read through an origin access control. `domain_name` is the regional one."
  type        = object({ name = string, domain_name = string, paths = optional(list(string), ["/assets/*", "/favicon.ico"]) })
  nullable    = false

  validation {
    condition     = can(regex("^[a-z0-9.-]+\\.s3\\.[a-z0-9-]+\\.amazonaws\\.com$", var.asset_bucket.domain_name)) && startswith(var.asset_bucket.domain_name, "${var.asset_bucket.name}.")
    error_message = "asset_bucket.domain_name must be the regional domain name of the bucket, for example \"arctiq-prod-assets.s3.us-east-1.amazonaws.com\". Website endpoints speak no TLS and take no access control."
  }

  validation {
    condition     = length(var.asset_bucket.paths) > 0 && alltrue([for path in var.asset_bucket.paths : startswith(path, "/")])
    error_message = "asset_bucket.paths must be path patterns that begin with a slash, for example \"/assets/*\"."
  }
}

variable "cached_paths" {
  description = "Paths of the origin whose answers are the same for everybody and may be kept for cached_ttl_seconds: the catalogue. Cookies and Authorization are not forwarded there."
  type        = list(string)
  default     = ["/api/products*"]
  nullable    = false

  validation {
    condition     = alltrue([for path in var.cached_paths : startswith(path, "/") && !contains(["/", "/*", "/api/*"], path) && !can(regex("(?i)(users|orders|payments|cart|session|account)", path))])
    error_message = "cached_paths must begin with a slash, must not cover everything, and must not hold answers of one person (users, orders, payments, cart, session, account): somebody else would be shown them."
  }
}

variable "cached_ttl_seconds" {
  description = "How long an answer of cached_paths is kept when the origin names no time."
  type        = number
  default     = 300
  nullable    = false

  validation {
    condition     = var.cached_ttl_seconds >= 1 && var.cached_ttl_seconds <= 300
    error_message = "cached_ttl_seconds must be 1 to 300: the catalogue may be five minutes old, no more."
  }
}

variable "content_security_policy" {
  description = "Content-Security-Policy of every answer."
  type        = string
  default     = "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'self'; form-action 'self'; object-src 'none'; upgrade-insecure-requests"
  nullable    = false

  validation {
    condition     = !can(regex("unsafe-eval|script-src[^;]*('unsafe-inline'|\\*)", var.content_security_policy)) && strcontains(var.content_security_policy, "frame-ancestors")
    error_message = "content_security_policy must name frame-ancestors and must not allow 'unsafe-eval', nor 'unsafe-inline' or * for scripts: PCI DSS 6.4.3 asks that every script of a payment page is authorised. Use hashes or nonces."
  }
}

variable "price_class" {
  description = "Edge locations used. PriceClass_100 is North America and Europe; PriceClass_200 adds Asia, the Middle East and Africa; PriceClass_All adds South America and Oceania."
  type        = string
  default     = "PriceClass_100"
  nullable    = false

  validation {
    condition     = contains(["PriceClass_100", "PriceClass_200", "PriceClass_All"], var.price_class)
    error_message = "price_class must be PriceClass_100, PriceClass_200 or PriceClass_All."
  }
}

variable "managed_rules" {
  description = "AWS managed rule groups in this order, each \"block\" (as AWS set it) or \"count\" (only seen in the log, to watch a new group for a week)."
  type        = list(object({ name = string, action = optional(string, "block"), count_rules = optional(set(string), []) }))
  default = [
    { name = "AWSManagedRulesAmazonIpReputationList" },
    { name = "AWSManagedRulesAnonymousIpList", action = "count" },
    { name = "AWSManagedRulesKnownBadInputsRuleSet" },
    { name = "AWSManagedRulesCommonRuleSet", count_rules = ["SizeRestrictions_BODY"] },
    { name = "AWSManagedRulesSQLiRuleSet" },
  ]
  nullable = false

  validation {
    condition     = alltrue([for group in var.managed_rules : can(regex("^AWSManagedRules[A-Za-z0-9]+$", group.name)) && contains(["block", "count"], group.action)]) && length(distinct([for group in var.managed_rules : group.name])) == length(var.managed_rules)
    error_message = "managed_rules: each name once and beginning with AWSManagedRules, action \"block\" or \"count\"."
  }

  validation {
    condition = alltrue([
      for required in ["AWSManagedRulesKnownBadInputsRuleSet", "AWSManagedRulesCommonRuleSet"] :
      anytrue([for group in var.managed_rules : group.name == required && group.action == "block"])
    ])
    error_message = "managed_rules must hold AWSManagedRulesKnownBadInputsRuleSet and AWSManagedRulesCommonRuleSet with action \"block\": PCI DSS 6.4.2 asks for a firewall that blocks. Count single rules of a group by count_rules."
  }

  validation {
    condition     = !anytrue([for group in var.managed_rules : strcontains(group.name, "BotControl")])
    error_message = "managed_rules: bot control is paid by request and has its own input, bot_control, which limits the paths."
  }
}

variable "rate_limits" {
  description = "Requests of one address in five minutes, by rule name. `path` limits the rule to what begins with it; null counts everything."
  type        = map(object({ limit = number, path = optional(string), action = optional(string, "block") }))
  default = {
    all      = { limit = 3000 }
    login    = { limit = 100, path = "/api/users/login" }
    payments = { limit = 200, path = "/api/payments" }
  }
  nullable = false

  validation {
    condition     = anytrue([for rule in values(var.rate_limits) : rule.path == null && rule.action == "block"])
    error_message = "rate_limits must hold one rule without path and with action \"block\": the last line against a flood."
  }

  validation {
    condition     = alltrue([for name, rule in var.rate_limits : can(regex("^[a-z][a-z0-9-]{0,30}$", name)) && rule.limit >= 10 && rule.limit <= 2000000000 && contains(["block", "count"], rule.action) && startswith(coalesce(rule.path, "/"), "/")])
    error_message = "rate_limits: names in lower case, limit 10 to 2000000000 in five minutes, path beginning with a slash, action \"block\" or \"count\"."
  }
}

variable "blocked_countries" {
  description = "Countries (ISO 3166 alpha-2) whose requests are refused, for example by sanctions. Empty makes no rule."
  type        = set(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for country in var.blocked_countries : can(regex("^[A-Z]{2}$", country))])
    error_message = "blocked_countries must be two capital letters each (ISO 3166), for example [\"KP\"]."
  }
}

variable "bot_control" {
  description = "Bot control of AWS on the named paths. Paid by request, so never on everything. Empty paths switch it off."
  type        = object({ action = optional(string, "count"), paths = optional(list(string), ["/api/users/login", "/api/payments"]) })
  default     = {}
  nullable    = false

  validation {
    condition     = contains(["block", "count"], var.bot_control.action) && alltrue([for path in var.bot_control.paths : startswith(path, "/") && path != "/"])
    error_message = "bot_control: action \"block\" or \"count\"; paths begin with a slash and are not \"/\" alone, which would be paid for every request."
  }
}

variable "shield_advanced" {
  description = "Protects the distribution with Shield Advanced. Costs about 3,000 dollars a month for the organisation with a commitment of a year, and needs the subscription of the management account. Off unless asked for; Shield Standard is always on and free."
  type        = bool
  default     = false
  nullable    = false
}

variable "log_bucket_arn" {
  description = "Bucket of the access logs (module bucket), with the statement of output log_bucket_policy_statement in its policy."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^arn:aws:s3:::[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", var.log_bucket_arn))
    error_message = "log_bucket_arn must be the ARN of a bucket, for example \"arn:aws:s3:::arctiq-prod-edge-logs\"."
  }
}

variable "waf_log_retention_days" {
  description = "How long requests that the web ACL blocked or counted are kept. PCI DSS asks for a year."
  type        = number
  default     = 365
  nullable    = false

  validation {
    condition     = contains([30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.waf_log_retention_days)
    error_message = "waf_log_retention_days must be a period that CloudWatch Logs knows and at least 30 days: 30, 60, 90, 120, 150, 180, 365, 400, 545, 731 or longer."
  }
}

variable "blocked_alarm_threshold" {
  description = "Requests blocked in five minutes that raise the alarm."
  type        = number
  default     = 10000
  nullable    = false

  validation {
    condition     = var.blocked_alarm_threshold >= 1
    error_message = "blocked_alarm_threshold must be at least 1; about ten times what a quiet day shows."
  }
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
