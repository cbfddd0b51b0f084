# Units that share, and the bucket of states.
data "terraform_remote_state" "management" {
  backend = "s3"

  config = {
    bucket = "arctiq-terraform-state-210000000001-us-east-1"
    key    = "management/us-east-1/terraform.tfstate"
    region = "us-east-1"
  }
}

# The peering that the other region asks for.
data "terraform_remote_state" "peer" {
  count = var.peered ? 1 : 0

  backend = "s3"

  config = {
    bucket = "arctiq-terraform-state-210000000001-us-east-1"
    key    = "network/eu-west-1/terraform.tfstate"
    region = "us-east-1"
  }
}

# What workload roots ask to be attached.
data "terraform_remote_state" "attached" {
  for_each = var.attached_roots
  backend  = "s3"

  config = {
    bucket = "arctiq-terraform-state-210000000001-us-east-1"
    key    = "${each.key}/terraform.tfstate"
    region = "us-east-1"
  }
}
