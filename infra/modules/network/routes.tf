resource "aws_internet_gateway" "this" {
  vpc_id = aws_vpc.this.id

  tags = merge(module.tags.all, { Name = var.name })
}

resource "aws_eip" "nat" {
  for_each = toset(local.nat_zones)

  domain = "vpc"

  tags = merge(module.tags.all, { Name = "${var.name}-nat-${each.key}" })

  depends_on = [aws_internet_gateway.this]
}

resource "aws_nat_gateway" "this" {
  for_each = toset(local.nat_zones)

  allocation_id = aws_eip.nat[each.key].id
  subnet_id     = aws_subnet.public[each.key].id

  tags = merge(module.tags.all, { Name = "${var.name}-${each.key}" })
}

# Nothing uses the main route table; a subnet that forgets its own gets local routes only.
resource "aws_default_route_table" "this" {
  default_route_table_id = aws_vpc.this.default_route_table_id
  route                  = []

  tags = merge(module.tags.all, { Name = "${var.name}-default-unused" })
}

resource "aws_route_table" "public" {
  vpc_id = aws_vpc.this.id

  tags = merge(module.tags.all, { Name = "${var.name}-public" })
}

resource "aws_route" "internet" {
  route_table_id         = aws_route_table.public.id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.this.id
}

resource "aws_route_table" "app" {
  for_each = local.zone_numbers

  vpc_id = aws_vpc.this.id

  tags = merge(module.tags.all, { Name = "${var.name}-app-${each.key}" })
}

resource "aws_route" "nat" {
  for_each = var.nat_gateways == "none" ? {} : local.zone_numbers

  route_table_id         = aws_route_table.app[each.key].id
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.this[var.nat_gateways == "per-az" ? each.key : local.nat_zones[0]].id
}

# No default route, and none may be added: a test looks for it.
resource "aws_route_table" "data" {
  vpc_id = aws_vpc.this.id

  tags = merge(module.tags.all, { Name = "${var.name}-data" })
}

resource "aws_route_table" "transit" {
  vpc_id = aws_vpc.this.id

  tags = merge(module.tags.all, { Name = "${var.name}-transit" })
}

resource "aws_route_table_association" "public" {
  for_each = local.zone_numbers

  subnet_id      = aws_subnet.public[each.key].id
  route_table_id = aws_route_table.public.id
}

resource "aws_route_table_association" "app" {
  for_each = local.zone_numbers

  subnet_id      = aws_subnet.app[each.key].id
  route_table_id = aws_route_table.app[each.key].id
}

resource "aws_route_table_association" "data" {
  for_each = local.zone_numbers

  subnet_id      = aws_subnet.data[each.key].id
  route_table_id = aws_route_table.data.id
}

resource "aws_route_table_association" "transit" {
  for_each = local.zone_numbers

  subnet_id      = aws_subnet.transit[each.key].id
  route_table_id = aws_route_table.transit.id
}

# A gateway without free ports refuses new connections without a word to the caller.
resource "aws_cloudwatch_metric_alarm" "nat_ports" {
  for_each = toset(local.nat_zones)

  alarm_name          = "${var.name}-nat-ports-${each.key}"
  alarm_description   = "The NAT gateway of ${each.key} has no free source port towards one destination. Give the workload a private endpoint or connection reuse, or add an address to the gateway."
  namespace           = "AWS/NATGateway"
  metric_name         = "ErrorPortAllocation"
  dimensions          = { NatGatewayId = aws_nat_gateway.this[each.key].id }
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 1
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  treat_missing_data  = "notBreaching"
  alarm_actions       = [var.alarm_topic_arn]
  ok_actions          = [var.alarm_topic_arn]

  tags = module.tags.all
}
