terraform {
  required_version = ">= 1.9.0"

  required_providers {
    aws = {
      source = "hashicorp/aws"
      # aws_cloudwatch_log_delivery came with this version.
      version = ">= 5.84.0"
    }
  }
}
