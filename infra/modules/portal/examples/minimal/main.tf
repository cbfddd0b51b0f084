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

data "aws_caller_identity" "current" {}

locals {
  tags = {
    team        = "platform"
    service     = "portal"
    environment = "dev"
    cost_centre = "cc-1001"
  }
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

# What modules eks and aurora-global make in a real stack.
resource "aws_security_group" "this" {
  #checkov:skip=CKV2_AWS_5:nothing is attached in an example (until 2027-05-31)
  for_each = toset(["node", "database"])

  name        = "portal-example-${each.key}"
  description = "Stands for the group of the ${each.key}"
  vpc_id      = aws_vpc.this.id
}

resource "aws_iam_role" "this" {
  for_each = toset(["cluster", "external-secrets"])

  name = "portal-example-${each.key}"

  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "eks.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}

resource "aws_eks_cluster" "this" {
  #checkov:skip=CKV_AWS_37:stands for module eks, which logs (until 2027-05-31)
  #checkov:skip=CKV_AWS_58:stands for module eks, which encrypts (until 2027-05-31)
  name     = "portal-example"
  role_arn = aws_iam_role.this["cluster"].arn

  vpc_config {
    subnet_ids              = aws_subnet.app[*].id
    endpoint_private_access = true
    endpoint_public_access  = false
  }
}

resource "aws_secretsmanager_secret" "master" {
  #checkov:skip=CKV_AWS_149:stands for the secret of module aurora-global (until 2027-05-31)
  #checkov:skip=CKV2_AWS_57:stands for the secret of module aurora-global (until 2027-05-31)
  name                    = "portal-example-master"
  recovery_window_in_days = 0
}

resource "aws_sns_topic" "alarms" {
  name              = "portal-example-alarms"
  kms_master_key_id = "alias/aws/sns"
}

resource "aws_route53_zone" "this" {
  #checkov:skip=CKV2_AWS_39:no queries in an example (until 2027-05-31)
  #checkov:skip=CKV2_AWS_38:no registrar behind an example (until 2027-05-31)
  name = "example.org"
}

module "portal" {
  source = "../.."

  name                      = "arctiq-example-portal"
  account_id                = data.aws_caller_identity.current.account_id
  region                    = "us-east-1"
  cluster_name              = aws_eks_cluster.this.name
  node_security_group_id    = aws_security_group.this["node"].id
  domain_name               = "portal.example.org"
  hosted_zone_id            = aws_route53_zone.this.zone_id
  ingress_hostname          = "ingress.dev-us-east-1.example.org"
  external_secrets_role_arn = aws_iam_role.this["external-secrets"].arn
  permissions_boundary_arn  = "arn:aws:iam::aws:policy/PowerUserAccess"
  deletion_protection       = false
  tags                      = local.tags

  database = {
    endpoint          = "portal-example.cluster-abc.us-east-1.rds.amazonaws.com"
    security_group_id = aws_security_group.this["database"].id
    secret_arn        = aws_secretsmanager_secret.master.arn
  }
}

# Route 53 has the state of its checks in us-east-1 only. A stack of another
# region passes a provider of us-east-1 here.
module "readiness_alarm" {
  source = "../../modules/readiness-alarm"

  name            = "arctiq-example-portal"
  health_check_id = module.portal.health_check_id
  alarm_topic_arn = aws_sns_topic.alarms.arn
  tags            = local.tags
}

output "environment" {
  description = "Environment variables for the chart."
  value       = module.portal.environment
}
