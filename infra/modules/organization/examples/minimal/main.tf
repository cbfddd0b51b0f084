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

module "organization" {
  source = "../.."

  name       = "arctiq"
  account_id = "123456789012"

  account_emails = {
    security = "aws+security@arctiq.example"
    network  = "aws+network@arctiq.example"
    dev      = "aws+dev@arctiq.example"
    staging  = "aws+staging@arctiq.example"
    prod     = "aws+prod@arctiq.example"
    dr       = "aws+dr@arctiq.example"
  }

  # First apply: Identity Center can be switched on only once the organisation
  # exists. After that `sso` takes its ARN and who gets which permission set.
  sso = null

  # Scans are paid by the gigabyte: a trial goes without.
  malware_protection = false

  alert_emails = ["security@arctiq.example"]

  # The example is torn down again; a real organisation keeps accounts and log.
  close_accounts_on_destroy = true
  trail                     = { lock_mode = "GOVERNANCE" }

  tags = {
    team        = "platform"
    service     = "organization"
    environment = "management"
    cost_centre = "cc-1000"
  }
}

output "account_ids" {
  description = "Accounts by name."
  value       = module.organization.account_ids
}
