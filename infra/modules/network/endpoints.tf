resource "aws_security_group" "endpoints" {
  name        = "${var.name}-endpoints"
  description = "Interface endpoints: HTTPS from this VPC"
  vpc_id      = aws_vpc.this.id

  tags = merge(module.tags.all, { Name = "${var.name}-endpoints" })
}

resource "aws_vpc_security_group_ingress_rule" "endpoints" {
  security_group_id = aws_security_group.endpoints.id
  description       = "HTTPS from everything in this VPC"
  cidr_ipv4         = var.cidr
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443

  tags = module.tags.all
}

locals {
  own_principals = {
    Sid       = "OnlyOurOrganisation"
    Effect    = "Allow"
    Principal = "*"
    Action    = "*"
    Resource  = "*"
    Condition = { StringEquals = { "aws:PrincipalOrgID" = coalesce(var.organization_id, "none") } }
  }

  # What the company's principals do not fetch themselves: ECR hands out layers by signed links of
  # its own, and nodes of Amazon Linux take packages from a bucket of AWS. Reading only.
  aws_buckets = {
    Sid       = "ImagesAndPackagesOfAws"
    Effect    = "Allow"
    Principal = "*"
    Action    = "s3:GetObject"
    Resource = [
      "arn:aws:s3:::prod-${var.region}-starport-layer-bucket/*",
      "arn:aws:s3:::al2023-repos-${var.region}-de612dc2/*",
    ]
  }

  # A pod that trades its token for a role is nobody yet; the role must be one of ours.
  web_identity = {
    Sid       = "RolesOfOurOrganisationForPods"
    Effect    = "Allow"
    Principal = "*"
    Action    = "sts:AssumeRoleWithWebIdentity"
    Resource  = "*"
    Condition = { StringEquals = { "aws:ResourceOrgID" = coalesce(var.organization_id, "none") } }
  }

  extra_statements = { s3 = [local.aws_buckets], sts = [local.web_identity] }

  endpoint_policies = {
    for service in concat(["s3", "dynamodb"], tolist(var.interface_endpoints)) :
    service => var.organization_id == null ? null : jsonencode({
      Version   = "2012-10-17"
      Statement = concat([local.own_principals], lookup(local.extra_statements, service, []))
    })
  }
}

# Free of charge, so always there. Data subnets have none: stores do not call them.
resource "aws_vpc_endpoint" "gateway" {
  for_each = toset(["s3", "dynamodb"])

  vpc_id            = aws_vpc.this.id
  vpc_endpoint_type = "Gateway"
  service_name      = "com.amazonaws.${var.region}.${each.key}"
  route_table_ids   = concat([aws_route_table.public.id], values(aws_route_table.app)[*].id)
  policy            = local.endpoint_policies[each.key]

  tags = merge(module.tags.all, { Name = "${var.name}-${each.key}" })
}

resource "aws_vpc_endpoint" "interface" {
  for_each = var.interface_endpoints

  vpc_id              = aws_vpc.this.id
  vpc_endpoint_type   = "Interface"
  service_name        = "com.amazonaws.${var.region}.${each.key}"
  subnet_ids          = values(aws_subnet.app)[*].id
  security_group_ids  = [aws_security_group.endpoints.id]
  private_dns_enabled = true
  policy              = local.endpoint_policies[each.key]

  tags = merge(module.tags.all, { Name = "${var.name}-${each.key}" })
}
