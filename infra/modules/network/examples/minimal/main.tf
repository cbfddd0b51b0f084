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

module "network" {
  source = "../.."

  name               = "arctiq-dev-use1"
  region             = "us-east-1"
  cidr               = "10.16.0.0/16"
  availability_zones = ["us-east-1a", "us-east-1b", "us-east-1c"]
  cluster_names      = ["arctiq-dev-use1"]
  organization_id    = "o-abcde12345"
  alarm_topic_arn    = "arn:aws:sns:us-east-1:111122223333:arctiq-alarms"

  other_cidrs = {
    network-use1 = "10.0.0.0/16"
    prod-use1    = "10.48.0.0/16"
  }

  tags = { team = "platform", service = "network", environment = "dev", cost_centre = "cc-1000" }
}

output "vpc_id" {
  description = "Id of the VPC."
  value       = module.network.vpc_id
}
