terraform {
  backend "s3" {
    bucket       = "arctiq-terraform-state-210000000001-us-east-1"
    key          = "management/us-east-1/terraform.tfstate"
    region       = "us-east-1"
    encrypt      = true
    use_lockfile = true
  }
}
