terraform {
  required_version = ">= 1.9.0"

  required_providers {
    google = {
      source  = "hashicorp/google"
      version = ">= 6.10.0"
    }
  }
}

provider "google" {
  project = "arctiq-analytics-dev"
  region  = "us-east4"
}

module "analytics" {
  source = "../.."

  name                = "arctiq-dev-analytics"
  project_id          = "arctiq-analytics-dev"
  project_number      = "123456789012"
  region              = "us-east4"
  aws_account_id      = "111122223333"
  aws_writer_roles    = ["arctiq-dev-msk-connect"]
  github_owner_id     = "1234567"
  github_deployers    = { clickstream = "arctiq/clickstream-job" }
  deletion_protection = false

  tags = {
    team        = "data"
    service     = "clickstream"
    environment = "dev"
    cost_centre = "cc-1001"
  }
}

output "workload_identity_providers" {
  description = "For the credential configuration in AWS and GitHub."
  value       = module.analytics.workload_identity_providers
}
