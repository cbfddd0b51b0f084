mock_provider "aws" {}

variables {
  name               = "arctiq-prod-use1"
  transit_gateway_id = "tgw-0123456789abcdef0"
  vpc_id             = "vpc-0123456789abcdef0"
  subnet_ids         = ["subnet-a", "subnet-b", "subnet-c"]
  route_tables       = { app-0 = "rtb-app-0", data = "rtb-data" }
  tags               = { team = "platform", service = "network", environment = "prod", cost_centre = "cc-1000" }
}

run "attaches_three_zones_and_routes_the_company" {
  command = plan

  module {
    source = "./modules/attachment"
  }

  assert {
    condition     = length(aws_ec2_transit_gateway_vpc_attachment.this.subnet_ids) == 3 && aws_ec2_transit_gateway_vpc_attachment.this.transit_gateway_id == "tgw-0123456789abcdef0"
    error_message = "one subnet in each zone"
  }

  assert {
    condition     = { for key, route in aws_route.this : key => [route.route_table_id, route.destination_cidr_block, route.transit_gateway_id] } == { "app-0 to 10.0.0.0/8" = ["rtb-app-0", "10.0.0.0/8", "tgw-0123456789abcdef0"], "data to 10.0.0.0/8" = ["rtb-data", "10.0.0.0/8", "tgw-0123456789abcdef0"] }
    error_message = "each route table learns the way to the company and to nothing else"
  }

  assert {
    condition     = alltrue([for key, value in { team = "platform", service = "network", environment = "prod", cost-centre = "cc-1000", managed-by = "terraform", module = "transit-gateway" } : aws_ec2_transit_gateway_vpc_attachment.this.tags[key] == value])
    error_message = "the attachment carries the tags"
  }
}

run "attachment_refuses_name_with_capitals" {
  command = plan

  module {
    source = "./modules/attachment"
  }

  variables {
    name = "Prod"
  }

  expect_failures = [var.name]
}

run "attachment_refuses_a_gateway_by_name" {
  command = plan

  module {
    source = "./modules/attachment"
  }

  variables {
    transit_gateway_id = "core"
  }

  expect_failures = [var.transit_gateway_id]
}

run "attachment_refuses_two_zones" {
  command = plan

  module {
    source = "./modules/attachment"
  }

  variables {
    subnet_ids = ["subnet-a", "subnet-b"]
  }

  expect_failures = [var.subnet_ids]
}

run "attachment_refuses_the_internet_through_the_gateway" {
  command = plan

  module {
    source = "./modules/attachment"
  }

  variables {
    destination_cidrs = ["0.0.0.0/0"]
  }

  expect_failures = [var.destination_cidrs]
}
