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
  count = 3

  vpc_id            = aws_vpc.this.id
  cidr_block        = cidrsubnet(aws_vpc.this.cidr_block, 3, count.index + 1)
  availability_zone = ["us-east-1a", "us-east-1b", "us-east-1c"][count.index]
}

resource "aws_sns_topic" "alarms" {
  name              = "eks-example-alarms"
  kms_master_key_id = "alias/aws/sns"
}

resource "aws_iam_role" "platform" {
  name = "eks-example-platform"

  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "ec2.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}

module "eks" {
  source = "../.."

  name                     = "eks-example"
  region                   = "us-east-1"
  vpc_id                   = aws_vpc.this.id
  subnet_ids               = aws_subnet.app[*].id
  api_client_cidrs         = { vpn = "10.0.0.0/16" }
  alarm_topic_arn          = aws_sns_topic.alarms.arn
  permissions_boundary_arn = "arn:aws:iam::aws:policy/PowerUserAccess"
  deletion_protection      = false

  access_entries = {
    platform = {
      role_arn = aws_iam_role.platform.arn
      policies = { admin = { policy = "AmazonEKSClusterAdminPolicy" } }
    }
  }

  tags = {
    team        = "platform"
    service     = "eks"
    environment = "dev"
    cost_centre = "cc-1001"
  }
}

output "cluster_endpoint" {
  description = "Private address of the API server."
  value       = module.eks.cluster_endpoint
}
