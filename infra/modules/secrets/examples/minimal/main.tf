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

module "secrets" {
  source = "../.."

  name       = "arctiq-dev"
  account_id = "123456789012"
  region     = "us-east-1"

  secrets = {
    "order-service/psp-key" = {
      description      = "API key of the payment provider's test account"
      reader_role_arns = ["arn:aws:iam::123456789012:role/arctiq-dev-external-secrets"]
      writer_role_arns = ["arn:aws:iam::123456789012:role/arctiq-dev-secret-writer"]
    }
    "portal/github-app" = {
      description      = "Private key of the portal's GitHub App"
      reader_role_arns = ["arn:aws:iam::123456789012:role/arctiq-dev-external-secrets"]
    }
  }

  # The example is torn down again; real secrets stay restorable for 30 days.
  deletion_protection = false

  tags = {
    team        = "platform"
    service     = "secrets"
    environment = "dev"
    cost_centre = "cc-1000"
  }
}

output "secret_names" {
  description = "What external-secrets asks for."
  value       = module.secrets.secret_names
}
