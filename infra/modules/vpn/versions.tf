terraform {
  required_version = ">= 1.9.0"

  required_providers {
    aws = {
      source = "hashicorp/aws"
      # preshared_key_storage came with this version.
      version = ">= 5.100.0"
    }
  }
}
