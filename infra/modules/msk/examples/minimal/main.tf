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

# The network module makes these in an account, with flow logs; here they only have to be there.
resource "aws_vpc" "this" {
  #checkov:skip=CKV2_AWS_11:Flow logs come with the network module (until 2027-05-31)
  #checkov:skip=CKV2_AWS_12:The default group is closed by the network module (until 2027-05-31)
  cidr_block = "10.16.0.0/16"
  tags       = { Name = "example" }
}

resource "aws_subnet" "data" {
  count             = 3
  vpc_id            = aws_vpc.this.id
  cidr_block        = cidrsubnet(aws_vpc.this.cidr_block, 6, count.index)
  availability_zone = "us-east-1${["a", "b", "c"][count.index]}"
  tags              = { Name = "example-data-${count.index}" }
}

resource "aws_security_group" "service" {
  #checkov:skip=CKV2_AWS_5:Stands for the group of a service (until 2027-05-31)
  name        = "example-service"
  description = "Stands for the group of a service"
  vpc_id      = aws_vpc.this.id
  tags        = { Name = "example-service" }
}

module "events" {
  source = "../.."

  name                       = "arctiq-dev-events"
  region                     = "us-east-1"
  vpc_id                     = aws_vpc.this.id
  subnet_ids                 = aws_subnet.data[*].id
  allowed_security_group_ids = { order-service = aws_security_group.service.id }
  alarm_topic_arn            = "arn:aws:sns:us-east-1:111122223333:arctiq-dev-alarms"

  tags = {
    team        = "platform"
    service     = "events"
    environment = "dev"
    cost_centre = "cc-1000"
  }
}
