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
  tags  = { team = "payments", service = "payment-service", environment = "dev", cost_centre = "cc-1002" }
}

module "network" {
  source = "../../../network"

  name                = "arctiq-dev-use1"
  region              = "us-east-1"
  cidr                = "10.16.0.0/16"
  availability_zones  = local.zones
  nat_gateways        = "none"
  interface_endpoints = []
  alarm_topic_arn     = "arn:aws:sns:us-east-1:111122223333:arctiq-alarms"
  tags                = local.tags
}

module "pci_segment" {
  source = "../.."

  name               = "arctiq-dev-use1-pci"
  region             = "us-east-1"
  vpc_id             = module.network.vpc_id
  vpc_cidr           = module.network.cidr
  availability_zones = local.zones
  subnet_cidrs       = module.network.subnet_cidrs.pci
  alarm_topic_arn    = "arn:aws:sns:us-east-1:111122223333:arctiq-alarms"

  ingress_peers = {
    orders = { cidr = "10.16.0.0/17", port = 8443 }
  }

  egress_peers = {
    endpoints    = { cidr = "10.16.0.0/17", port = 443 }
    egress-proxy = { cidr = "10.16.128.0/20", port = 3128 }
  }

  tags = local.tags
}

output "subnet_ids" {
  description = "Subnets of the segment."
  value       = module.pci_segment.subnet_ids
}
