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
  name = "karpenter-example-cluster"

  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "eks.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}

resource "aws_eks_cluster" "this" {
  #checkov:skip=CKV_AWS_37:stands for module eks, which logs (until 2027-05-31)
  #checkov:skip=CKV_AWS_58:stands for module eks, which encrypts (until 2027-05-31)
  name     = "karpenter-example"
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

resource "aws_kms_key" "volumes" {
  #checkov:skip=CKV2_AWS_64:the default policy does for an example (until 2027-05-31)
  description         = "Volumes of the example"
  enable_key_rotation = true
}

resource "aws_sns_topic" "alarms" {
  name              = "karpenter-example-alarms"
  kms_master_key_id = "alias/aws/sns"
}

locals {
  tags = {
    team        = "platform"
    service     = "karpenter"
    environment = "dev"
    cost_centre = "cc-1001"
  }
}

module "karpenter" {
  source = "../.."

  cluster_name             = aws_eks_cluster.this.name
  region                   = "us-east-1"
  volume_kms_key_arn       = aws_kms_key.volumes.arn
  alarm_topic_arn          = aws_sns_topic.alarms.arn
  permissions_boundary_arn = "arn:aws:iam::aws:policy/PowerUserAccess"
  tags                     = local.tags
}

output "profile" {
  description = "What Karpenter may do in this cluster."
  value       = module.karpenter.profile
}
