module "portal" {
  source = "../../../modules/portal"

  name                   = "${local.name}-portal"
  region                 = var.region
  role                   = "secondary"
  cluster_name           = module.eks.cluster_name
  node_security_group_id = module.eks.node_security_group_id

  database = {
    endpoint          = module.database["portal"].endpoint
    security_group_id = module.database["portal"].security_group_id
    secret_arn        = data.terraform_remote_state.primary.outputs.portal_database_secret_arn
  }

  domain_name               = "portal.${var.domain_name}"
  hosted_zone_id            = data.terraform_remote_state.primary.outputs.zone_id
  ingress_hostname          = "ingress.${var.region}.${var.domain_name}"
  external_secrets_role_arn = "arn:aws:iam::${var.account_id}:role/${local.name}-external-secrets"
  permissions_boundary_arn  = local.boundary_arn
  account_id                = var.account_id
  tags                      = merge(local.tags["platform"], { service = "arctiq-portal" })
}

# Route 53 has the state of its health checks in us-east-1 only.
module "portal_readiness" {
  source    = "../../../modules/portal/modules/readiness-alarm"
  providers = { aws = aws.global }

  name            = "${local.name}-portal"
  health_check_id = module.portal.health_check_id
  alarm_topic_arn = data.terraform_remote_state.primary.outputs.alarm_topic_arn
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
    from_region               = "us-east-1"
    global_cluster_identifier = "arctiq-prod-orders"
    from_cluster_arn          = "arn:aws:rds:us-east-1:${var.account_id}:cluster:arctiq-prod-orders-us-east-1"
    routing_cluster_endpoints = data.terraform_remote_state.primary.outputs.routing.endpoints
    routing_control_on_arns   = [data.terraform_remote_state.primary.outputs.routing.controls["euw1"]]
    routing_control_off_arns  = [data.terraform_remote_state.primary.outputs.routing.controls["use1"]]
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
