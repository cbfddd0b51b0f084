# The bucket of states and its key.
data "terraform_remote_state" "management" {
  backend = "s3"

  config = {
    bucket = "arctiq-terraform-state-210000000001-us-east-1"
    key    = "management/us-east-1/terraform.tfstate"
    region = "us-east-1"
  }
}
