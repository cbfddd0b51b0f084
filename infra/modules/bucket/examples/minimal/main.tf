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
    team        = "orders"
    service     = "order-service"
    environment = "dev"
    cost_centre = "cc-1001"
  }
}

module "invoices" {
  source = "../.."

  name                = "arctiq-dev-invoices-us-east-1"
  region              = "us-east-1"
  access_log_bucket   = null
  deletion_protection = false
  tags                = local.tags

  lifecycle_rules = [{
    id              = "invoices"
    prefix          = "invoices/"
    transitions     = [{ days = 90, storage_class = "GLACIER_IR" }]
    expiration_days = 3650
  }]
}

module "evidence" {
  source = "../.."

  name                = "arctiq-dev-evidence-us-east-1"
  region              = "us-east-1"
  access_log_bucket   = null
  object_lock         = { days = 400 }
  deletion_protection = false
  tags                = local.tags
}
