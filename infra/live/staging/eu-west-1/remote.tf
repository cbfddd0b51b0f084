# The organisation, and the bucket of states.
data "terraform_remote_state" "management" {
  backend = "s3"

  config = {
    bucket = "arctiq-terraform-state-210000000001-us-east-1"
    key    = "management/us-east-1/terraform.tfstate"
    region = "us-east-1"
  }
}

# The transit gateway and the rules of the resolvers.
data "terraform_remote_state" "network" {
  backend = "s3"

  config = {
    bucket = "arctiq-terraform-state-210000000001-us-east-1"
    key    = "network/eu-west-1/terraform.tfstate"
    region = "us-east-1"
  }
}

# The zone of this environment, which is global.
data "terraform_remote_state" "primary" {
  backend = "s3"

  config = {
    bucket = "arctiq-terraform-state-210000000001-us-east-1"
    key    = "staging/us-east-1/terraform.tfstate"
    region = "us-east-1"
  }
}
