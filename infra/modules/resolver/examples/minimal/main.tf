terraform {
  required_version = ">= 1.9.0"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.80.0"
    }
  }
}

provider "aws" {
  region = "us-east-1"
}

locals {
  zones = ["us-east-1a", "us-east-1b", "us-east-1c"]
  tags  = { team = "platform", service = "resolver", environment = "network", cost_centre = "cc-1000" }
}

module "network" {
  source = "../../../network"

  name                = "arctiq-network-use1"
  region              = "us-east-1"
  cidr                = "10.0.0.0/16"
  availability_zones  = local.zones
  nat_gateways        = "none"
  interface_endpoints = []
  alarm_topic_arn     = "arn:aws:sns:us-east-1:111122223333:arctiq-alarms"
  tags                = local.tags
}

module "resolver" {
  source = "../.."

  name            = "arctiq-dns-use1"
  region          = "us-east-1"
  vpc_id          = module.network.vpc_id
  subnet_ids      = zipmap(local.zones, module.network.app_subnet_ids)
  inbound_cidrs   = { dc1 = "172.20.0.0/16" }
  blocked_domains = ["evil.example", "*.evil.example"]
  allowed_domains = ["*.arctiq.example"]
  alarm_topic_arn = "arn:aws:sns:us-east-1:111122223333:arctiq-alarms"

  forward_rules = {
    corp = { domain = "corp.arctiq.example", servers = [{ ip = "172.20.0.10" }, { ip = "172.20.1.10" }] }
  }

  tags = local.tags
}

output "inbound_ips" {
  description = "Addresses for the conditional forwarders of the data centre."
  value       = module.resolver.inbound_ips
}
