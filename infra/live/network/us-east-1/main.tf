# Modules come from this repository. A consumer outside of it pins a release:
# git::https://github.com/arctiq-commerce/infra.git//infra/modules/<name>?ref=<name>-v1.0.0

module "alarms" {
  source = "../../shared/alarm-topic"

  name   = "arctiq-network-alarms"
  region = var.region
  tags   = merge(local.tags["platform"], { service = "network" })
}

# Who may plan and apply here, and what pipelines of services may do.
module "iam" {
  source = "../../../modules/iam-baseline"

  name                = "arctiq"
  account_id          = var.account_id
  region              = var.region
  github_organization = "arctiq-commerce"

  terraform = {
    repository         = "infra"
    atlantis_role_arns = ["arn:aws:iam::${local.accounts.prod}:role/arctiq-prod-us-east-1-atlantis"]
    state = {
      bucket_arn  = data.terraform_remote_state.management.outputs.state_bucket_arn
      kms_key_arn = data.terraform_remote_state.management.outputs.state_kms_key_arn
      prefix      = "network"
    }
  }

  tags = merge(local.tags["platform"], { service = "iam-baseline" })
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

  attachments = merge(local.attachments, { for site, id in module.vpn.attachment_ids : site => {
    id      = id
    kind    = "vpn"
    segment = "shared"
    cidrs   = [local.on_site]
  } })

  accept_peering  = { for peer in data.terraform_remote_state.peer : peer.outputs.transit_gateway_name => peer.outputs.peering_attachment_id }
  remote_cidrs    = var.peered ? local.remote_cidrs : {}
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

module "vpn" {
  source = "../../../modules/vpn"

  name               = "arctiq-vpn-${var.region}"
  region             = var.region
  transit_gateway_id = module.transit_gateway.transit_gateway_id

  customer_gateways = {
    data-centre = {
      ip_address = var.data_centre.ip_address
      bgp_asn    = var.data_centre.bgp_asn
      device     = var.data_centre.device
    }
  }

  alarm_topic_arn = module.alarms.arn
  tags            = merge(local.tags["platform"], { service = "network" })
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
