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

module "registry" {
  source = "../.."

  name                 = "arctiq"
  account_id           = "123456789012"
  region               = "us-east-1"
  workload_account_ids = { dev = "234567890123", prod = "345678901234" }

  repositories = {
    order-service   = {}
    payment-service = { keep_releases = 100 }
  }

  # Before the first image is pushed, the module runs in eu-west-1 with role = "replica".
  replication_regions = ["eu-west-1"]

  # The example is torn down again; a real repository keeps its images.
  deletion_protection = false

  tags = {
    team        = "platform"
    service     = "registry"
    environment = "network"
    cost_centre = "cc-1000"
  }
}

output "repository_urls" {
  description = "What pipelines push to."
  value       = module.registry.repository_urls
}
