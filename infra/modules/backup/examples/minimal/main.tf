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

module "backup" {
  source = "../.."

  name                = "arctiq-dev"
  region              = "us-east-1"
  lock                = { mode = "governance" }
  copy_vault_arns     = null
  alarm_topic_arn     = "arn:aws:sns:us-east-1:111122223333:arctiq-dev-alarms"
  velero              = { bucket_name = "arctiq-dev-velero-us-east-1", cluster_name = "arctiq-dev" }
  deletion_protection = false

  tags = {
    team        = "platform"
    service     = "backup"
    environment = "dev"
    cost_centre = "cc-1000"
  }
}
