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
  tags = {
    team        = "customer-profile"
    service     = "user-service"
    environment = "dev"
    cost_centre = "cc-1005"
  }
}

module "user_profiles" {
  source = "../.."

  name                 = "arctiq-dev-user-profiles"
  region               = "us-east-1"
  hash_key             = { name = "user_id", type = "S" }
  ttl_attribute        = "expires_at"
  alarm_topic_arn      = "arn:aws:sns:us-east-1:111122223333:arctiq-dev-alarms"
  contributor_insights = false
  deletion_protection  = false
  tags                 = local.tags

  indexes = {
    by-email = { hash_key = { name = "email", type = "S" }, projection = "KEYS_ONLY" }
  }
}
