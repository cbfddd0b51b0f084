module "tags" {
  source = "../tags"
  module = "network"
  values = var.tags
}

data "aws_caller_identity" "current" {}

locals {
  # The plan inside the /16; the README has it as a table. Numbers are positions of
  # blocks of that size, so every VPC of the company looks alike behind its first two octets.
  plan = {
    app     = [for i in range(3) : cidrsubnet(var.cidr, 3, i)]         # /19
    public  = [for i in range(3) : cidrsubnet(var.cidr, 6, 32 + i)]    # /22
    data    = [for i in range(3) : cidrsubnet(var.cidr, 6, 36 + i)]    # /22
    transit = [for i in range(3) : cidrsubnet(var.cidr, 12, 2560 + i)] # /28
    pci     = [for i in range(3) : cidrsubnet(var.cidr, 8, 164 + i)]   # /24
  }

  zone_numbers = { for i, az in var.availability_zones : az => i }

  # Everything private of the company, and so the only thing that a data subnet talks to.
  company_cidr = "10.0.0.0/8"

  cluster_tags   = { for name in var.cluster_names : "kubernetes.io/cluster/${name}" => "shared" }
  discovery_tags = length(var.cluster_names) == 0 ? {} : { "karpenter.sh/discovery" = var.cluster_names[0] }

  # One gateway in the first zone, or one in each.
  nat_zones = { none = [], one = slice(var.availability_zones, 0, 1), per-az = var.availability_zones }[var.nat_gateways]
}

resource "aws_vpc" "this" {
  cidr_block           = var.cidr
  enable_dns_hostnames = true
  enable_dns_support   = true

  tags = merge(module.tags.all, { Name = var.name })
}

# Emptied: what somebody starts without naming a security group talks to nobody.
resource "aws_default_security_group" "this" {
  vpc_id  = aws_vpc.this.id
  ingress = []
  egress  = []

  tags = merge(module.tags.all, { Name = "${var.name}-default-unused" })
}

# Subnets

resource "aws_subnet" "public" {
  for_each = local.zone_numbers

  vpc_id                  = aws_vpc.this.id
  availability_zone       = each.key
  cidr_block              = local.plan.public[each.value]
  map_public_ip_on_launch = false

  tags = merge(module.tags.all, local.cluster_tags, { Name = "${var.name}-public-${each.key}", tier = "public", "kubernetes.io/role/elb" = "1" })
}

resource "aws_subnet" "app" {
  for_each = local.zone_numbers

  vpc_id                  = aws_vpc.this.id
  availability_zone       = each.key
  cidr_block              = local.plan.app[each.value]
  map_public_ip_on_launch = false

  tags = merge(module.tags.all, local.cluster_tags, local.discovery_tags, { Name = "${var.name}-app-${each.key}", tier = "app", "kubernetes.io/role/internal-elb" = "1" })
}

resource "aws_subnet" "data" {
  for_each = local.zone_numbers

  vpc_id                  = aws_vpc.this.id
  availability_zone       = each.key
  cidr_block              = local.plan.data[each.value]
  map_public_ip_on_launch = false

  tags = merge(module.tags.all, { Name = "${var.name}-data-${each.key}", tier = "data" })
}

# Small and of their own, so that network ACLs and routes of the attachment touch nothing else.
resource "aws_subnet" "transit" {
  for_each = local.zone_numbers

  vpc_id                  = aws_vpc.this.id
  availability_zone       = each.key
  cidr_block              = local.plan.transit[each.value]
  map_public_ip_on_launch = false

  tags = merge(module.tags.all, { Name = "${var.name}-transit-${each.key}", tier = "transit" })
}
