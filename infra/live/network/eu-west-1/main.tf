# Modules come from this repository. A consumer outside of it pins a release:
# git::https://github.com/arctiq-commerce/infra.git//infra/modules/<name>?ref=<name>-v1.0.0

module "alarms" {
  source = "../../shared/alarm-topic"

  name   = "arctiq-network-alarms"
  region = var.region
  tags   = merge(local.tags["platform"], { service = "network" })
}

module "region_defaults" {
  source = "../../../modules/iam-baseline/modules/region-defaults"

  name       = "arctiq-network"
  account_id = var.account_id
  region     = var.region
  tags       = merge(local.tags["platform"], { service = "iam-baseline" })
}

# VPC of the resolvers. Nothing else runs in it, so it needs no way out.
module "network" {
  source = "../../../modules/network"

  name                = local.name
  region              = var.region
  cidr                = local.plan["network/${var.region}"]
  other_cidrs         = local.other_cidrs
  availability_zones  = var.availability_zones
  nat_gateways        = "none"
  interface_endpoints = []
  organization_id     = data.terraform_remote_state.management.outputs.organization_id
  alarm_topic_arn     = module.alarms.arn
  tags                = merge(local.tags["platform"], { service = "network" })
}

module "transit_gateway" {
  source = "../../../modules/transit-gateway"

  name            = "arctiq-core-${var.region}"
  region          = var.region
  amazon_side_asn = var.amazon_side_asn
  share_with      = { workloads = data.terraform_remote_state.management.outputs.organizational_unit_arns["workloads"] }

  attachments = local.attachments

  peer = {
    name               = data.terraform_remote_state.peer.outputs.transit_gateway_name
    region             = "us-east-1"
    transit_gateway_id = data.terraform_remote_state.peer.outputs.transit_gateway_id
    account_id         = var.account_id
  }

  # The data centre is behind the other region.
  remote_cidrs    = merge(local.remote_cidrs, { shared = concat(local.remote_cidrs.shared, [local.on_site]) })
  alarm_topic_arn = module.alarms.arn
  tags            = merge(local.tags["platform"], { service = "network" })
}

module "own_attachment" {
  source = "../../../modules/transit-gateway/modules/attachment"

  name               = local.name
  transit_gateway_id = module.transit_gateway.transit_gateway_id
  vpc_id             = module.network.vpc_id
  subnet_ids         = module.network.transit_subnet_ids
  route_tables       = module.network.private_route_tables
  tags               = merge(local.tags["platform"], { service = "network" })
}

module "resolver" {
  source = "../../../modules/resolver"

  name            = "arctiq-dns-${var.region}"
  region          = var.region
  vpc_id          = module.network.vpc_id
  subnet_ids      = zipmap(var.availability_zones, module.network.app_subnet_ids)
  inbound_cidrs   = { data-centre = local.on_site }
  forward_rules   = { data-centre = { domain = var.data_centre.domain, servers = [for ip in var.data_centre.name_servers : { ip = ip }] } }
  share_with      = { workloads = data.terraform_remote_state.management.outputs.organizational_unit_arns["workloads"] }
  blocked_domains = var.blocked_domains
  allowed_domains = ["arctiq.io", "*.arctiq.io"]
  alarm_topic_arn = module.alarms.arn
  tags            = merge(local.tags["platform"], { service = "network" })
}
