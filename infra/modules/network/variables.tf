variable "name" {
  description = "Name of the VPC; prefix of everything in it."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,30}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 32 characters: lower case letters, digits and hyphens, a letter first and no hyphen last, for example \"arctiq-prod-use1\"."
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

variable "cidr" {
  description = "Address range of the VPC. Always a /16 of 10.0.0.0/8, so that every VPC has the same plan inside (see the README)."
  type        = string
  nullable    = false

  validation {
    condition     = can(cidrnetmask(var.cidr)) && endswith(var.cidr, "/16")
    error_message = "cidr must be a /16, for example \"10.48.0.0/16\": the subnet plan of this module fills exactly that. Take a free /16 from the address plan instead of a larger or smaller block."
  }

  validation {
    condition     = can(regex("^10\\.", var.cidr)) && try(cidrhost(var.cidr, 0) == split("/", var.cidr)[0], true)
    error_message = "cidr must be the first address of a /16 inside 10.0.0.0/8, for example \"10.48.0.0/16\": routes, DNS rules and firewalls of the company assume 10.0.0.0/8."
  }
}

# Only checked, nothing is made of it.
# tflint-ignore: terraform_unused_declarations
variable "other_cidrs" {
  description = "Address ranges of the rest of the company, by name (other VPCs, offices, data centres). `cidr` may overlap none of them; two overlapping networks can never be joined by a transit gateway."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for cidr in values(var.other_cidrs) : can(cidrnetmask(cidr))])
    error_message = "other_cidrs must hold IPv4 ranges, for example { \"prod-euw1\" = \"10.49.0.0/16\" }."
  }

  # Two ranges overlap when each begins before the other ends; addresses are compared as numbers.
  validation {
    condition = alltrue([
      for other in values(var.other_cidrs) : try(
        sum([for i, octet in split(".", cidrhost(other, 0)) : tonumber(octet) * pow(256, 3 - i)])
        >= sum([for i, octet in split(".", cidrhost(var.cidr, 0)) : tonumber(octet) * pow(256, 3 - i)]) + pow(2, 32 - tonumber(split("/", var.cidr)[1]))
        ||
        sum([for i, octet in split(".", cidrhost(var.cidr, 0)) : tonumber(octet) * pow(256, 3 - i)])
        >= sum([for i, octet in split(".", cidrhost(other, 0)) : tonumber(octet) * pow(256, 3 - i)]) + pow(2, 32 - tonumber(split("/", other)[1])),
        true
      )
    ])
    error_message = "cidr overlaps with a range in other_cidrs. Take a free /16 from the address plan for this VPC; never renumber the one that is already in use."
  }
}

variable "availability_zones" {
  description = "Exactly three zones of the region, in the order that the subnets are numbered in. Never reorder them: addresses would move to another zone."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.availability_zones) == 3 && length(distinct(var.availability_zones)) == 3
    error_message = "availability_zones must be three different zones: stores keep a quorum and workloads spread over exactly three."
  }

  validation {
    condition     = alltrue([for zone in var.availability_zones : can(regex("^${var.region}[a-f]$", zone))])
    error_message = "availability_zones must be zones of the region of this VPC, for example [\"us-east-1a\", \"us-east-1b\", \"us-east-1c\"]."
  }
}

variable "nat_gateways" {
  description = "How app subnets reach the internet: \"per-az\" (production: a lost zone takes no other with it), \"one\" (a shared gateway: cheaper, fails with its zone) or \"none\" (only private endpoints)."
  type        = string
  default     = "one"
  nullable    = false

  validation {
    condition     = contains(["one", "per-az", "none"], var.nat_gateways)
    error_message = "nat_gateways must be \"one\", \"per-az\" or \"none\"."
  }

  validation {
    condition     = var.nat_gateways == "per-az" || !contains(["prod", "dr"], var.tags.environment)
    error_message = "nat_gateways must be \"per-az\" in prod and dr: with one gateway the loss of its zone cuts off all three."
  }
}

variable "interface_endpoints" {
  description = "AWS services that get a private endpoint in the app subnets. Each costs per zone and hour; take one away only where its traffic may go through the NAT gateway."
  type        = set(string)
  default = [
    "autoscaling", "ec2", "ecr.api", "ecr.dkr", "eks", "eks-auth", "elasticloadbalancing",
    "kms", "logs", "monitoring", "secretsmanager", "sqs", "ssm", "sts",
  ]
  nullable = false

  validation {
    condition     = alltrue([for service in var.interface_endpoints : can(regex("^[a-z0-9][a-z0-9.-]+$", service)) && !contains(["s3", "dynamodb"], service)])
    error_message = "interface_endpoints takes short service names such as \"ecr.api\" or \"sts\". s3 and dynamodb have gateway endpoints already, which cost nothing."
  }
}

variable "organization_id" {
  description = "AWS organisation (o-...) whose principals alone may use the endpoints. With null the endpoints have the open policy of AWS."
  type        = string
  default     = null

  validation {
    condition     = var.organization_id == null || can(regex("^o-[a-z0-9]{10,32}$", var.organization_id))
    error_message = "organization_id must look like \"o-abcde12345\"."
  }
}

variable "cluster_names" {
  description = "EKS clusters in this VPC. App subnets carry `karpenter.sh/discovery` of the first, and `kubernetes.io/cluster/<name> = shared` of each."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = length(var.cluster_names) == length(distinct(var.cluster_names)) && alltrue([for name in var.cluster_names : can(regex("^[a-zA-Z0-9][a-zA-Z0-9_-]{0,99}$", name))])
    error_message = "cluster_names must be different names of EKS clusters, for example [\"arctiq-prod-use1\"]."
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
