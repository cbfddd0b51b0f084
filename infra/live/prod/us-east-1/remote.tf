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
    key    = "network/us-east-1/terraform.tfstate"
    region = "us-east-1"
  }
}

# Name servers of zones below this one.
data "terraform_remote_state" "dev" {
  backend = "s3"

  config = {
    bucket = "arctiq-terraform-state-210000000001-us-east-1"
    key    = "dev/us-east-1/terraform.tfstate"
    region = "us-east-1"
  }
}

# Name servers of zones below this one.
data "terraform_remote_state" "staging" {
  backend = "s3"

  config = {
    bucket = "arctiq-terraform-state-210000000001-us-east-1"
    key    = "staging/us-east-1/terraform.tfstate"
    region = "us-east-1"
  }
}

# Buckets that copies go to, out of reach of this account.
data "terraform_remote_state" "dr" {
  backend = "s3"

  config = {
    bucket = "arctiq-terraform-state-210000000001-us-east-1"
    key    = "dr/eu-west-1/terraform.tfstate"
    region = "us-east-1"
  }
}
