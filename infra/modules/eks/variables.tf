variable "name" {
  description = "Name of the cluster, for example arctiq-prod-us-east-1. Roles, log group and security groups begin with it."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,38}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 40 lower case letters, digits and hyphens, begin with a letter and not end with a hyphen. IAM roles add up to 24 characters to it, and their limit is 64."
  }
}

variable "region" {
  description = "Region of the cluster."
  type        = string
  nullable    = false

  validation {
    condition     = contains(["us-east-1", "eu-west-1", "eu-central-1", "eu-west-2", "eu-west-3", "ap-southeast-1", "ap-southeast-2", "ap-south-1", "sa-east-1"], var.region)
    error_message = "region must be one that Arctiq runs in: us-east-1, eu-west-1, eu-central-1, eu-west-2, eu-west-3, ap-southeast-1, ap-southeast-2, ap-south-1 or sa-east-1."
  }
}

variable "kubernetes_version" {
  description = "Minor version of Kubernetes. One step at a time: EKS does not skip minors."
  type        = string
  default     = "1.34"
  nullable    = false

  validation {
    condition     = contains(["1.31", "1.32", "1.33", "1.34"], var.kubernetes_version)
    error_message = "kubernetes_version must be 1.31, 1.32, 1.33 or 1.34: the versions that the add-ons below and the charts of infra/platform were checked against. Raise this list together with them."
  }
}

variable "support_type" {
  description = "STANDARD lets AWS upgrade the control plane when standard support of the version ends. EXTENDED stays and costs six times as much an hour."
  type        = string
  default     = "STANDARD"
  nullable    = false

  validation {
    condition     = contains(["STANDARD", "EXTENDED"], var.support_type)
    error_message = "support_type must be STANDARD or EXTENDED."
  }
}

variable "vpc_id" {
  description = "VPC of the cluster (output vpc_id of module network)."
  type        = string
  nullable    = false

  validation {
    condition     = startswith(var.vpc_id, "vpc-")
    error_message = "vpc_id must be the id of a VPC (vpc-...), for example module.network.vpc_id."
  }
}

variable "subnet_ids" {
  description = "App subnets, one in each availability zone (output app_subnet_ids of module network). Nodes, pods and the interfaces of the control plane live there."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.subnet_ids) >= 3 && length(distinct(var.subnet_ids)) == length(var.subnet_ids)
    error_message = "subnet_ids must name at least three different subnets, one in each availability zone: with fewer the cluster does not survive the loss of a zone."
  }
}

variable "service_ipv4_cidr" {
  description = "Range of the ClusterIP addresses. It must not overlap the address plan of the company (10.0.0.0/8)."
  type        = string
  default     = "172.20.0.0/16"
  nullable    = false

  validation {
    condition     = can(cidrhost(var.service_ipv4_cidr, 0)) && can(regex("^(172\\.(1[6-9]|2[0-9]|3[01])|192\\.168)\\.", var.service_ipv4_cidr)) && try(tonumber(split("/", var.service_ipv4_cidr)[1]) >= 12 && tonumber(split("/", var.service_ipv4_cidr)[1]) <= 20, false)
    error_message = "service_ipv4_cidr must be a /12 to /20 inside 172.16.0.0/12 or 192.168.0.0/16: 10.0.0.0/8 belongs to the VPCs, and a smaller range runs out at 8,000 pods."
  }
}

variable "api_client_security_groups" {
  description = "Security groups that may reach the private endpoint, name => id (for example the runners of Atlantis)."
  type        = map(string)
  default     = {}
  nullable    = false
}

variable "api_client_cidrs" {
  description = "Private ranges that may reach the private endpoint, name => CIDR (for example the VPN or the network account)."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for cidr in values(var.api_client_cidrs) : can(cidrhost(cidr, 0)) && can(regex("^(10\\.|172\\.(1[6-9]|2[0-9]|3[01])\\.|192\\.168\\.)", cidr)) && try(tonumber(split("/", cidr)[1]) >= 16, false)])
    error_message = "api_client_cidrs must be private ranges of /16 or smaller. 0.0.0.0/0 and public ranges are refused: the endpoint is reached through the VPN or the transit gateway."
  }
}

variable "access_entries" {
  description = "Who may do what in the cluster, name => role. The role comes from the pipeline or from IAM Identity Center; there is no aws-auth ConfigMap."
  type = map(object({
    role_arn          = string
    kubernetes_groups = optional(list(string), [])
    policies = optional(map(object({
      policy     = string
      scope      = optional(string, "cluster")
      namespaces = optional(list(string), [])
    })), {})
  }))
  default  = {}
  nullable = false

  validation {
    condition     = alltrue([for entry in values(var.access_entries) : can(regex("^arn:aws[a-z-]*:iam::[0-9]{12}:role/", entry.role_arn))])
    error_message = "access_entries: role_arn must be the ARN of an IAM role. Users and account roots get no access to a cluster."
  }

  validation {
    condition     = length(distinct([for entry in values(var.access_entries) : entry.role_arn])) == length(var.access_entries)
    error_message = "access_entries: each role may appear once. Put all its policies into one entry."
  }

  validation {
    condition = alltrue(flatten([for entry in values(var.access_entries) : [for grant in values(entry.policies) :
      contains(["AmazonEKSClusterAdminPolicy", "AmazonEKSAdminPolicy", "AmazonEKSAdminViewPolicy", "AmazonEKSEditPolicy", "AmazonEKSViewPolicy"], grant.policy)
    ]]))
    error_message = "access_entries: policy must be AmazonEKSClusterAdminPolicy, AmazonEKSAdminPolicy, AmazonEKSAdminViewPolicy, AmazonEKSEditPolicy or AmazonEKSViewPolicy."
  }

  validation {
    condition = alltrue(flatten([for entry in values(var.access_entries) : [for grant in values(entry.policies) :
      grant.scope == "namespace" ? length(grant.namespaces) > 0 : grant.scope == "cluster" && length(grant.namespaces) == 0
    ]]))
    error_message = "access_entries: scope must be \"cluster\" without namespaces, or \"namespace\" with at least one."
  }
}

variable "addons" {
  description = "Version of each add-on, pinned. `configuration` (JSON) is merged over what the module sets."
  type = map(object({
    version       = string
    configuration = optional(string, "{}")
  }))
  default = {
    vpc-cni                = { version = "v1.21.1-eksbuild.1" }
    kube-proxy             = { version = "v1.34.1-eksbuild.2" }
    eks-pod-identity-agent = { version = "v1.3.10-eksbuild.2" }
    coredns                = { version = "v1.12.4-eksbuild.1" }
    aws-ebs-csi-driver     = { version = "v1.54.0-eksbuild.1" }
  }
  nullable = false

  validation {
    condition     = length(setsubtract(["vpc-cni", "kube-proxy", "eks-pod-identity-agent", "coredns", "aws-ebs-csi-driver"], keys(var.addons))) == 0
    error_message = "addons must pin vpc-cni, kube-proxy, eks-pod-identity-agent, coredns and aws-ebs-csi-driver: the cluster does not work without them, and an unpinned one moves by itself."
  }

  validation {
    condition     = alltrue([for addon in values(var.addons) : can(regex("^v[0-9]+\\.[0-9]+\\.[0-9]+-eksbuild\\.[0-9]+$", addon.version))])
    error_message = "addons: version must be exact, for example \"v1.12.4-eksbuild.1\". `aws eks describe-addon-versions --kubernetes-version 1.34` lists them."
  }

  validation {
    condition     = startswith(try(var.addons["kube-proxy"].version, ""), "v${var.kubernetes_version}.")
    error_message = "addons: kube-proxy must be of the same minor as kubernetes_version. Raise both in one change."
  }

  validation {
    condition     = alltrue([for addon in values(var.addons) : can(keys(jsondecode(addon.configuration)))])
    error_message = "addons: configuration must be a JSON object, for example jsonencode({ replicaCount = 3 })."
  }
}

variable "system_nodes" {
  description = "The managed node group for what must run before Karpenter: CoreDNS, Karpenter itself, the CSI controller, Argo CD. Everything else goes to Karpenter's nodes."
  type = object({
    instance_types = optional(list(string), ["m7g.large"])
    architecture   = optional(string, "arm64")
    min_size       = optional(number, 3)
    max_size       = optional(number, 6)
    volume_gib     = optional(number, 50)
  })
  default  = {}
  nullable = false

  validation {
    condition     = contains(["arm64", "x86_64"], var.system_nodes.architecture)
    error_message = "system_nodes.architecture must be arm64 or x86_64."
  }

  validation {
    condition     = alltrue([for type in var.system_nodes.instance_types : can(regex("^[a-z][0-9]+g", type)) == (var.system_nodes.architecture == "arm64")]) && length(var.system_nodes.instance_types) > 0
    error_message = "system_nodes.instance_types must fit the architecture: Graviton types (a \"g\" after the generation, as in m7g.large) with arm64, the others with x86_64."
  }

  validation {
    condition     = var.system_nodes.min_size >= 2 && var.system_nodes.min_size <= var.system_nodes.max_size && var.system_nodes.max_size <= 12
    error_message = "system_nodes: min_size must be 2 or more (one node is one point of failure), not above max_size, and max_size at most 12: load belongs on Karpenter's nodes."
  }

  validation {
    condition     = var.system_nodes.volume_gib >= 20 && var.system_nodes.volume_gib <= 200
    error_message = "system_nodes.volume_gib must be 20 to 200: images and logs of system pods fit, data does not belong there."
  }
}

variable "pod_identity_associations" {
  description = "Service accounts that act as an IAM role, name => association. The role must trust pods.eks.amazonaws.com."
  type = map(object({
    namespace       = string
    service_account = string
    role_arn        = string
  }))
  default  = {}
  nullable = false

  validation {
    condition     = alltrue([for a in values(var.pod_identity_associations) : can(regex("^arn:aws[a-z-]*:iam::[0-9]{12}:role/", a.role_arn)) && can(regex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", a.namespace)) && a.service_account != ""])
    error_message = "pod_identity_associations: role_arn must be the ARN of a role, namespace a valid name and service_account not empty."
  }
}

variable "log_retention_days" {
  description = "How long the logs of the control plane are kept. The audit log of admin actions is PCI evidence: 12 months at least."
  type        = number
  default     = 400
  nullable    = false

  validation {
    condition     = contains([365, 400, 545, 731, 1096, 1827], var.log_retention_days)
    error_message = "log_retention_days must be 365, 400, 545, 731, 1096 or 1827: PCI-DSS 10.5.1 wants the audit log for 12 months."
  }
}

variable "node_egress_cidrs" {
  description = "Private ranges that nodes and pods may reach on every port, name => CIDR: the VPCs of the company. To the rest of the world they speak HTTPS only."
  type        = map(string)
  default     = { company = "10.0.0.0/8" }
  nullable    = false

  validation {
    condition     = alltrue([for cidr in values(var.node_egress_cidrs) : can(cidrhost(cidr, 0)) && can(regex("^(10\\.|172\\.(1[6-9]|2[0-9]|3[01])\\.|192\\.168\\.)", cidr))])
    error_message = "node_egress_cidrs must be private ranges. What is outside is reached on port 443 only."
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

variable "deletion_protection" {
  description = "Stops `terraform destroy` before it touches the cluster."
  type        = bool
  default     = true
  nullable    = false
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
