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

module "state" {
  source = "../.."

  name       = "arctiq-terraform-state"
  account_id = "123456789012"
  region     = "us-east-1"

  administrator_role_arns = ["arn:aws:iam::123456789012:role/arctiq-break-glass"]

  stacks = {
    network = {
      writer_role_arns = ["arn:aws:iam::210987654321:role/arctiq-terraform-apply"]
      reader_role_arns = ["arn:aws:iam::345678901234:role/arctiq-terraform-apply"]
    }
    prod = {
      writer_role_arns = ["arn:aws:iam::345678901234:role/arctiq-terraform-apply", "arn:aws:iam::345678901234:role/arctiq-terraform-plan"]
    }
  }

  old_versions = { keep_days = 90, keep_count = null }

  # The example is torn down again; a real state bucket is not.
  deletion_protection = false

  tags = {
    team        = "platform"
    service     = "terraform-state"
    environment = "management"
    cost_centre = "cc-1000"
  }
}

output "backends" {
  description = "What the roots write into their backend block."
  value       = module.state.backends
}
