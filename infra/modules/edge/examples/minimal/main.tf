terraform {
  required_version = ">= 1.9.0"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.84.0"
    }
  }
}

# CloudFront reads web ACLs and certificates of this region only.
provider "aws" {
  region = "us-east-1"
}

variable "origin_secret" {
  description = "Read from Secrets Manager by whoever applies, for example TF_VAR_origin_secret."
  type        = string
  sensitive   = true
  default     = "only-for-this-example-0123456789abcdef"
}

module "edge" {
  source = "../.."

  name            = "arctiq-dev-shop"
  domain_names    = ["www.dev.arctiq.example"]
  certificate_arn = "arn:aws:acm:us-east-1:111122223333:certificate/11111111-2222-3333-4444-555555555555"
  origin          = { domain_name = "origin.dev.arctiq.example" }
  origin_secret   = var.origin_secret
  asset_bucket    = { name = "arctiq-dev-assets", domain_name = "arctiq-dev-assets.s3.us-east-1.amazonaws.com" }
  log_bucket_arn  = "arn:aws:s3:::arctiq-dev-edge-logs"
  alarm_topic_arn = "arn:aws:sns:us-east-1:111122223333:arctiq-alarms"

  tags = { team = "platform", service = "edge", environment = "dev", cost_centre = "cc-1000" }
}

output "domain_name" {
  description = "What the records of domain_names point to."
  value       = module.edge.domain_name
}
