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

# The core before anything is attached: gateway, three tables, what is dropped always.
# ../with-vpc shows the step after it.
module "transit_gateway" {
  source = "../.."

  name            = "arctiq-core-use1"
  region          = "us-east-1"
  amazon_side_asn = 64512
  blackhole_cidrs = ["192.168.0.0/16"]
  alarm_topic_arn = "arn:aws:sns:us-east-1:111122223333:arctiq-alarms"
  tags            = { team = "platform", service = "transit-gateway", environment = "network", cost_centre = "cc-1000" }
}

output "route_table_ids" {
  description = "Route tables by segment."
  value       = module.transit_gateway.route_table_ids
}
