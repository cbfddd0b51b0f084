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
  tags = { team = "platform", service = "transit-gateway", environment = "network", cost_centre = "cc-1000" }
}

module "network" {
  source = "../../../network"

  name                = "arctiq-network-use1"
  region              = "us-east-1"
  cidr                = "10.0.0.0/16"
  availability_zones  = ["us-east-1a", "us-east-1b", "us-east-1c"]
  nat_gateways        = "none"
  interface_endpoints = []
  alarm_topic_arn     = "arn:aws:sns:us-east-1:111122223333:arctiq-alarms"
  tags                = local.tags
}

# The VPC of the network account itself. A workload account does the same, with the
# id of the gateway that was shared with it.
module "attachment" {
  source = "../../modules/attachment"

  name               = "arctiq-network-use1"
  transit_gateway_id = module.transit_gateway.transit_gateway_id
  vpc_id             = module.network.vpc_id
  subnet_ids         = module.network.transit_subnet_ids
  route_tables       = module.network.private_route_tables
  tags               = local.tags
}

module "transit_gateway" {
  source = "../.."

  name            = "arctiq-core-use1"
  region          = "us-east-1"
  amazon_side_asn = 64512
  blackhole_cidrs = ["192.168.0.0/16"]
  alarm_topic_arn = "arn:aws:sns:us-east-1:111122223333:arctiq-alarms"

  attachments = {
    network-use1 = { id = module.attachment.attachment_id, segment = "shared", kind = "own-vpc", cidrs = ["10.0.0.0/16"] }
  }

  tags = local.tags
}

output "route_table_ids" {
  description = "Route tables by segment."
  value       = module.transit_gateway.route_table_ids
}
