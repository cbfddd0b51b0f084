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

resource "aws_vpc" "this" {
  #checkov:skip=CKV2_AWS_11:no traffic in the network of an example (until 2027-05-31)
  #checkov:skip=CKV2_AWS_12:nothing uses the default group of an example (until 2027-05-31)
  cidr_block = "10.250.0.0/16"
}

resource "aws_subnet" "app" {
  count = 2

  vpc_id            = aws_vpc.this.id
  cidr_block        = cidrsubnet(aws_vpc.this.cidr_block, 3, count.index + 1)
  availability_zone = ["us-east-1a", "us-east-1b"][count.index]
}

# What module eks makes in a real stack.
resource "aws_iam_role" "cluster" {
  name = "obs-example-cluster"

  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "eks.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}

resource "aws_eks_cluster" "this" {
  #checkov:skip=CKV_AWS_37:stands for module eks, which logs (until 2027-05-31)
  #checkov:skip=CKV_AWS_58:stands for module eks, which encrypts (until 2027-05-31)
  name     = "obs-example"
  role_arn = aws_iam_role.cluster.arn

  access_config {
    authentication_mode = "API"
  }

  vpc_config {
    subnet_ids              = aws_subnet.app[*].id
    endpoint_private_access = true
    endpoint_public_access  = false
  }
}

locals {
  tags = {
    team        = "platform"
    service     = "observability"
    environment = "dev"
    cost_centre = "cc-1001"
  }
}

module "observability" {
  source = "../.."

  name                     = "arctiq-obs-example"
  region                   = "us-east-1"
  cluster_names            = { main = aws_eks_cluster.this.name }
  permissions_boundary_arn = "arn:aws:iam::aws:policy/PowerUserAccess"
  deletion_protection      = false
  tags                     = local.tags
}

output "alarm_topic_arns" {
  description = "Topics that the other modules take."
  value       = module.observability.alarm_topic_arns
}
