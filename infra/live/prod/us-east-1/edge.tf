# What the public reaches: CloudFront for all, then the nearest healthy region.
module "certificate" {
  source = "../../shared/certificate"

  domain_names = ["www.${var.domain_name}"]
  zone_id      = module.zone.zone_id
  tags         = merge(local.tags["platform"], { service = "edge-waf" })
}

module "edge_log" {
  source = "../../shared/service-bucket"

  name        = "${local.name}-edge-log"
  service     = "delivery.logs.amazonaws.com"
  statement   = jsonencode(module.edge.log_bucket_policy_statement)
  expire_days = 365
  tags        = merge(local.tags["platform"], { service = "cloudfront" })
}

# Built web applications, one prefix for each release.
module "web_assets" {
  source = "../../shared/service-bucket"

  name      = "arctiq-prod-web-assets-${var.region}"
  service   = "cloudfront.amazonaws.com"
  statement = jsonencode(module.edge.asset_bucket_policy_statement)
  tags      = merge(local.tags["storefront"], { service = "web-assets" })
}

module "edge" {
  source = "../../../modules/edge"

  name            = "arctiq-prod-shop"
  domain_names    = ["www.${var.domain_name}"]
  certificate_arn = module.certificate.arn
  origin          = { domain_name = "origin.${var.domain_name}", shield_region = var.region }
  origin_secret   = var.origin_secret
  asset_bucket    = { name = module.web_assets.name, domain_name = module.web_assets.regional_domain_name }
  log_bucket_arn  = module.edge_log.arn
  shield_advanced = var.shield_advanced
  alarm_topic_arn = module.observability.alarm_topic_arns["page"]
  tags            = merge(local.tags["platform"], { service = "cloudfront" })
}

module "dns_failover" {
  source = "../../../modules/dns-failover"

  name    = "arctiq-prod"
  zone_id = module.zone.zone_id

  endpoints = {
    use1 = {
      region  = var.region
      target  = "ingress.${var.region}.${var.domain_name}"
      health  = { fqdn = "ingress.${var.region}.${var.domain_name}" }
      primary = true
    }
    euw1 = {
      region  = var.secondary_region
      target  = "ingress.${var.secondary_region}.${var.domain_name}"
      health  = { fqdn = "ingress.${var.secondary_region}.${var.domain_name}" }
      primary = false
    }
  }

  records = {
    origin = { name = "origin.${var.domain_name}", policy = "latency" }
    api    = { name = "api.${var.domain_name}", policy = "latency" }
  }

  alarm_topic_arn = module.observability.alarm_topic_arns["page"]
  tags            = merge(local.tags["platform"], { service = "public-dns" })
}

module "portal" {
  source = "../../../modules/portal"

  name                   = "${local.name}-portal"
  region                 = var.region
  role                   = "primary"
  cluster_name           = module.eks.cluster_name
  node_security_group_id = module.eks.node_security_group_id

  database = {
    endpoint          = module.database["portal"].endpoint
    security_group_id = module.database["portal"].security_group_id
    secret_arn        = module.database["portal"].master_secret_arn
  }

  domain_name               = "portal.${var.domain_name}"
  hosted_zone_id            = module.zone.zone_id
  ingress_hostname          = "ingress.${var.region}.${var.domain_name}"
  external_secrets_role_arn = "arn:aws:iam::${var.account_id}:role/${local.name}-external-secrets"
  secrets_replica           = { region = var.secondary_region, kms_key_arn = module.secrets_replica_key.kms_key_arn }
  permissions_boundary_arn  = local.boundary_arn
  account_id                = var.account_id
  tags                      = merge(local.tags["platform"], { service = "arctiq-portal" })
}

# Route 53 has the state of its health checks in us-east-1 only.
module "portal_readiness" {
  source = "../../../modules/portal/modules/readiness-alarm"

  name            = "${local.name}-portal"
  health_check_id = module.portal.health_check_id
  alarm_topic_arn = module.observability.alarm_topic_arns["ticket"]
  tags            = merge(local.tags["platform"], { service = "arctiq-portal" })
}

# Experiments in this region, and the document by which it takes over from the
# other one.
module "dr_drill" {
  source = "../../../modules/dr-drill"

  name       = local.name
  account_id = var.account_id
  region     = var.region
  vpc_id     = module.network.vpc_id

  targets = {
    availability_zone  = var.availability_zones[0]
    aurora_cluster_arn = "arn:aws:rds:${var.region}:${var.account_id}:cluster:arctiq-prod-orders-${var.region}"
    node_role_arns     = ["arn:aws:iam::${var.account_id}:role/${local.name}-karpenter-node"]
  }

  stop_alarm_arns      = [for name in ["orders", "payments"] : "arn:aws:cloudwatch:${var.region}:${var.account_id}:alarm:${module.database[name].rpo_alarm_name}"]
  detection_alarm_arns = ["arn:aws:cloudwatch:${var.region}:${var.account_id}:alarm:${module.database["orders"].rpo_alarm_name}"]

  evidence = {
    bucket_name = module.drill_evidence.name
    kms_key_arn = module.drill_evidence.kms_key_arn
  }

  failover = {
    from_region               = "eu-west-1"
    global_cluster_identifier = "arctiq-prod-orders"
    from_cluster_arn          = "arn:aws:rds:eu-west-1:${var.account_id}:cluster:arctiq-prod-orders-eu-west-1"
    routing_cluster_endpoints = { for endpoint in module.dns_failover.cluster_endpoints : endpoint.region => endpoint.endpoint }
    routing_control_on_arns   = [module.dns_failover.routing_control_arns["use1"]]
    routing_control_off_arns  = [module.dns_failover.routing_control_arns["euw1"]]
    approver_arns             = [var.administrator_role_arn]
    verify_url                = "https://ingress.${var.region}.${var.domain_name}/health/write-read"
  }

  portal          = { base_url = "https://portal.${var.domain_name}" }
  portal_token    = var.portal_token
  drill_id        = var.drill_id
  alarm_topic_arn = module.observability.alarm_topic_arns["ticket"]
  tags            = merge(local.tags["platform"], { service = "dr-drill" })
}

module "drill_evidence" {
  source = "../../../modules/bucket"

  name              = "${local.name}-drill-evidence"
  region            = var.region
  access_log_bucket = null
  object_lock       = { days = 1096 }
  tags              = merge(local.tags["platform"], { service = "dr-drill" })
}
