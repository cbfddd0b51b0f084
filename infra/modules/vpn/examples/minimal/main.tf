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

locals {
  tags = { team = "platform", service = "vpn", environment = "network", cost_centre = "cc-1000" }
}

module "transit_gateway" {
  source = "../../../transit-gateway"

  name            = "arctiq-core-use1"
  region          = "us-east-1"
  amazon_side_asn = 64512
  alarm_topic_arn = "arn:aws:sns:us-east-1:111122223333:arctiq-alarms"
  tags            = local.tags
}

module "vpn" {
  source = "../.."

  name               = "arctiq-vpn-use1"
  region             = "us-east-1"
  transit_gateway_id = module.transit_gateway.transit_gateway_id
  alarm_topic_arn    = "arn:aws:sns:us-east-1:111122223333:arctiq-alarms"

  customer_gateways = {
    dc1 = { ip_address = "203.0.113.10", bgp_asn = 65010, device = "edge-router-1" }
  }

  tags = local.tags
}

output "tunnel_addresses" {
  description = "Outside addresses of the tunnels by site."
  value       = module.vpn.tunnel_addresses
}
