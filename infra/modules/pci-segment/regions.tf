locals {
  # Where the company may run anything: today's two regions and the approved next ones.
  allowed_regions = ["us-east-1", "eu-west-1", "eu-central-1", "eu-west-2", "eu-west-3", "ap-southeast-1", "ap-southeast-2", "ap-south-1", "sa-east-1"]
}
