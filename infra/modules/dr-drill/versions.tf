terraform {
  required_version = ">= 1.9.0"

  required_providers {
    aws = {
      source = "hashicorp/aws"
      # Reports of experiments and keys of connections are not known to the first releases of version 5.
      version = ">= 5.100.0"
    }
  }
}
