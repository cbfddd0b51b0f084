terraform {
  required_version = ">= 1.9.0"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.80.0"
    }
  }
}

# Budgets and the cost explorer answer in us-east-1 only.
provider "aws" {
  region = "us-east-1"
}

module "budget" {
  source = "../.."

  name         = "arctiq"
  account_id   = "123456789012"
  ceiling_usd  = 85000
  alert_emails = ["finops@arctiq.example"]

  team_budgets_usd = {
    orders   = 9000
    payments = 7000
  }

  # A new organisation starts without: AWS knows a key only after a resource carried it for a day.
  cost_allocation_tags = []

  tags = {
    team        = "platform"
    service     = "budget"
    environment = "management"
    cost_centre = "cc-1000"
  }
}

output "topic_arn" {
  description = "Where breaches are announced."
  value       = module.budget.topic_arn
}
