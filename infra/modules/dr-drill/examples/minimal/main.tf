terraform {
  required_version = ">= 1.9.0"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100.0"
    }
  }
}

provider "aws" {
  region = "us-east-1"
}

provider "aws" {
  alias  = "secondary"
  region = "eu-west-1"
}

variable "portal_token" {
  description = "Token of the portal's external access. The default opens nothing: it is here so that the example can be planned."
  type        = string
  sensitive   = true
  default     = "example-only-not-a-token-0000"
}

locals {
  account   = "123456789012"
  primary   = "arn:aws:rds:us-east-1:${local.account}:cluster:arctiq-prod-orders-us-east-1"
  secondary = "arn:aws:rds:eu-west-1:${local.account}:cluster:arctiq-prod-orders-eu-west-1"
  panel     = "arn:aws:route53-recovery-control::${local.account}:controlpanel/0123456789abcdef0123456789abcdef/routingcontrol"
  approvers = ["arn:aws:iam::${local.account}:role/arctiq-incident-commander"]

  endpoints = {
    us-east-1      = "https://aaaaaaaa.route53-recovery-cluster.us-east-1.amazonaws.com/v1"
    us-west-2      = "https://bbbbbbbb.route53-recovery-cluster.us-west-2.amazonaws.com/v1"
    eu-west-1      = "https://cccccccc.route53-recovery-cluster.eu-west-1.amazonaws.com/v1"
    ap-northeast-1 = "https://dddddddd.route53-recovery-cluster.ap-northeast-1.amazonaws.com/v1"
    ap-southeast-2 = "https://eeeeeeee.route53-recovery-cluster.ap-southeast-2.amazonaws.com/v1"
  }

  tags = {
    team        = "platform"
    service     = "dr-drill"
    environment = "prod"
    cost_centre = "cc-1000"
  }
}

# us-east-1: what is broken in a drill, and the way back from eu-west-1.
module "primary" {
  source = "../.."

  name       = "arctiq-prod-us-east-1"
  account_id = local.account
  region     = "us-east-1"
  vpc_id     = "vpc-0a1b2c3d4e5f60718"

  targets = {
    availability_zone  = "us-east-1a"
    aurora_cluster_arn = local.primary
    node_role_arns     = ["arn:aws:iam::${local.account}:role/arctiq-prod-us-east-1-node"]
  }

  # Recording and the way back come first; experiments follow when the stop alarms have proven themselves.
  experiments          = []
  stop_alarm_arns      = ["arn:aws:cloudwatch:us-east-1:${local.account}:alarm:checkout-errors"]
  detection_alarm_arns = ["arn:aws:cloudwatch:us-east-1:${local.account}:alarm:us-east-1-unreachable"]
  alarm_topic_arn      = "arn:aws:sns:us-east-1:${local.account}:arctiq-prod-alarms"

  evidence = {
    bucket_name = "arctiq-prod-evidence-us-east-1"
    kms_key_arn = "arn:aws:kms:us-east-1:${local.account}:key/11111111-2222-3333-4444-555555555555"
  }

  failover = {
    from_region               = "eu-west-1"
    global_cluster_identifier = "arctiq-prod-orders"
    from_cluster_arn          = local.secondary
    routing_cluster_endpoints = local.endpoints
    routing_control_on_arns   = ["${local.panel}/aaaaaaaaaaaaaaaa"]
    routing_control_off_arns  = ["${local.panel}/bbbbbbbbbbbbbbbb"]
    approver_arns             = local.approvers
    verify_url                = "https://probe.us-east-1.arctiq.example/synthetic-order"
  }

  portal       = { base_url = "https://portal.arctiq.example" }
  portal_token = var.portal_token
  drill_id     = "2026-q4-orders-us-east-1"

  tags = local.tags
}

# eu-west-1: takes over from us-east-1.
module "secondary" {
  source = "../.."

  providers = {
    aws = aws.secondary
  }

  name       = "arctiq-prod-eu-west-1"
  account_id = local.account
  region     = "eu-west-1"
  vpc_id     = "vpc-0a1b2c3d4e5f60719"

  targets = {
    availability_zone  = "eu-west-1a"
    aurora_cluster_arn = local.secondary
  }

  experiments          = []
  stop_alarm_arns      = ["arn:aws:cloudwatch:eu-west-1:${local.account}:alarm:checkout-errors"]
  detection_alarm_arns = ["arn:aws:cloudwatch:eu-west-1:${local.account}:alarm:us-east-1-unreachable"]
  alarm_topic_arn      = "arn:aws:sns:eu-west-1:${local.account}:arctiq-prod-alarms"

  evidence = {
    bucket_name = "arctiq-prod-evidence-eu-west-1"
    kms_key_arn = "arn:aws:kms:eu-west-1:${local.account}:key/11111111-2222-3333-4444-555555555555"
  }

  failover = {
    from_region               = "us-east-1"
    global_cluster_identifier = "arctiq-prod-orders"
    from_cluster_arn          = local.primary
    routing_cluster_endpoints = local.endpoints
    routing_control_on_arns   = ["${local.panel}/bbbbbbbbbbbbbbbb"]
    routing_control_off_arns  = ["${local.panel}/aaaaaaaaaaaaaaaa"]
    approver_arns             = local.approvers
    verify_url                = "https://probe.eu-west-1.arctiq.example/synthetic-order"
  }

  portal       = { base_url = "https://portal.arctiq.example" }
  portal_token = var.portal_token
  drill_id     = "2026-q4-orders-us-east-1"

  tags = local.tags
}

output "failover_documents" {
  description = "What the incident commander starts, by the region that takes over."
  value = {
    us-east-1 = module.primary.failover_document_name
    eu-west-1 = module.secondary.failover_document_name
  }
}
