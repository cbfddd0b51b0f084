# Modules come from this repository. A consumer outside of it pins a release:
# git::https://github.com/arctiq-commerce/infra.git//infra/modules/<name>?ref=<name>-v1.0.0

module "observability" {
  source = "../../../modules/observability"

  name                     = local.name
  region                   = var.region
  cluster_names            = { main = module.eks.cluster_name }
  subscriptions            = { on-call = { topic = "page", protocol = "https", endpoint = var.on_call_endpoint } }
  permissions_boundary_arn = local.boundary_arn
  tags                     = merge(local.tags["platform"], { service = "observability" })
}

# Who may plan and apply here, and what pipelines of services may do.
module "iam" {
  source = "../../../modules/iam-baseline"

  name                = "arctiq"
  account_id          = var.account_id
  region              = var.region
  github_organization = "arctiq-commerce"

  services = { for service in local.company.deployedServices : service => {
    repository   = service
    environments = ["staging"]
  } }

  terraform = {
    repository         = "infra"
    atlantis_role_arns = ["arn:aws:iam::${local.accounts.prod}:role/arctiq-prod-us-east-1-atlantis"]
    state = {
      bucket_arn  = data.terraform_remote_state.management.outputs.state_bucket_arn
      kms_key_arn = data.terraform_remote_state.management.outputs.state_kms_key_arn
      prefix      = "staging"
    }
  }

  tags = merge(local.tags["platform"], { service = "iam-baseline" })
}

module "zone" {
  source = "../../shared/dns-zone"

  domain_name = "staging.arctiq.io"
  tags        = merge(local.tags["platform"], { service = "public-dns" })
}

module "network" {
  source = "../../../modules/network"

  name                = local.name
  region              = var.region
  cidr                = local.cidr
  other_cidrs         = local.other_cidrs
  availability_zones  = var.availability_zones
  nat_gateways        = var.nat_gateways
  interface_endpoints = var.interface_endpoints
  organization_id     = data.terraform_remote_state.management.outputs.organization_id
  cluster_names       = [local.name]
  alarm_topic_arn     = module.observability.alarm_topic_arns["page"]
  tags                = merge(local.tags["platform"], { service = "network" })
}

module "attachment" {
  source = "../../../modules/transit-gateway/modules/attachment"

  name               = local.name
  transit_gateway_id = data.terraform_remote_state.network.outputs.transit_gateway_id
  vpc_id             = module.network.vpc_id
  subnet_ids         = module.network.transit_subnet_ids
  route_tables       = module.network.private_route_tables
  tags               = merge(local.tags["platform"], { service = "network" })
}

module "resolver" {
  source = "../../../modules/resolver/modules/association"

  name                   = local.name
  vpc_id                 = module.network.vpc_id
  rule_ids               = data.terraform_remote_state.network.outputs.resolver.rule_ids
  firewall_rule_group_id = data.terraform_remote_state.network.outputs.resolver.firewall_rule_group_id
  query_log_config_id    = data.terraform_remote_state.network.outputs.resolver.query_log_config_id
  tags                   = merge(local.tags["platform"], { service = "dns" })
}

module "eks" {
  source = "../../../modules/eks"

  name               = local.name
  kubernetes_version = var.kubernetes.version
  system_nodes       = var.kubernetes.system_nodes
  vpc_id             = module.network.vpc_id
  subnet_ids         = module.network.app_subnet_ids

  # People come in by the VPN, Atlantis by the transit gateway.
  api_client_cidrs = { vpn = local.on_site, shared = local.company.addressPlan["network/${var.region}"] }

  access_entries = {
    pipeline = {
      role_arn = "arn:aws:iam::${var.account_id}:role/arctiq-terraform-apply"
      policies = { admin = { policy = "AmazonEKSClusterAdminPolicy" } }
    }
    platform = {
      role_arn = var.administrator_role_arn
      policies = { admin = { policy = "AmazonEKSClusterAdminPolicy" } }
    }
  }

  pod_identity_associations = merge(
    { for name, role in module.pod_role : name => role.association },
    { velero = { namespace = "velero", service_account = "velero", role_arn = module.backup.velero_role_arn } },
  )

  alarm_topic_arn          = module.observability.alarm_topic_arns["page"]
  permissions_boundary_arn = local.boundary_arn
  region                   = var.region
  tags                     = merge(local.tags["platform"], { service = "kubernetes" })
}

module "karpenter" {
  source = "../../../modules/karpenter"

  cluster_name             = module.eks.cluster_name
  region                   = var.region
  alarm_topic_arn          = module.observability.alarm_topic_arns["ticket"]
  volume_kms_key_arn       = module.eks.kms_key_arn
  permissions_boundary_arn = local.boundary_arn
  tags                     = merge(local.tags["platform"], { service = "kubernetes" })
}

# What the add-ons of the cluster may do, one role for each service account.
module "pod_role" {
  source   = "../../shared/pod-role"
  for_each = local.pod_roles

  name                     = "${local.name}-${each.key}"
  cluster_name             = local.name
  namespace                = each.value.namespace
  service_account          = each.key
  statements               = each.value.statements
  permissions_boundary_arn = local.boundary_arn
  tags                     = merge(local.tags[each.value.team], { service = each.value.service })
}

module "secrets" {
  source = "../../../modules/secrets"

  name       = "arctiq-staging"
  account_id = var.account_id
  region     = var.region

  secrets = { for key, description in var.secrets : key => {
    description      = description
    reader_role_arns = ["arn:aws:iam::${var.account_id}:role/${local.name}-external-secrets"]
    writer_role_arns = [var.administrator_role_arn]
  } }

  administrator_role_arns = ["arn:aws:iam::${var.account_id}:role/arctiq-terraform-apply"]
  tags                    = merge(local.tags["platform"], { service = "secrets" })
}
