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

module "iam_baseline" {
  source = "../.."

  name                = "arctiq"
  account_id          = "123456789012"
  region              = "us-east-1"
  github_organization = "arctiq"
  alert_emails        = ["security@arctiq.example"]

  services = {
    order-service = {
      repository           = "order-service"
      environments         = ["build", "dev"]
      push_repository_arns = ["arn:aws:ecr:us-east-1:123456789012:repository/arctiq/order-service"]
    }
  }

  terraform = {
    repository         = "infrastructure"
    atlantis_role_arns = ["arn:aws:iam::210987654321:role/arctiq-network-atlantis"]
    state = {
      bucket_arn  = "arn:aws:s3:::arctiq-terraform-state-123456789012-us-east-1"
      kms_key_arn = "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555"
      prefix      = "dev"
    }
  }

  # Here a landing zone holds the defaults of the account.
  manage_defaults = false

  tags = {
    team        = "platform"
    service     = "iam-baseline"
    environment = "dev"
    cost_centre = "cc-1000"
  }
}

output "service_role_arns" {
  description = "Roles that workflows ask for."
  value       = module.iam_baseline.service_role_arns
}
