# Card data: subnets without a route out, and a list of who may come in.
module "pci_segment" {
  source = "../../../modules/pci-segment"

  name               = "${local.name}-pci"
  region             = var.region
  vpc_id             = module.network.vpc_id
  vpc_cidr           = module.network.cidr
  availability_zones = var.availability_zones
  subnet_cidrs       = module.network.subnet_cidrs.pci

  ingress_peers = { for index, zone in ["a", "b", "c"] : "pods-${zone}" => {
    cidr              = module.network.subnet_cidrs.app[index]
    port              = 5432
    security_group_id = module.eks.node_security_group_id
  } }

  recorder        = { bucket_name = module.config_log.name, kms_key_arn = module.config_log.kms_key_arn }
  alarm_topic_arn = module.observability.alarm_topic_arns["page"]
  tags            = merge(local.tags["payments"], { service = "pci-segment" })
}

# What AWS Config saw, as evidence.
module "config_log" {
  source = "../../../modules/bucket"

  name              = "${local.name}-config"
  region            = var.region
  access_log_bucket = null
  lifecycle_rules   = [{ id = "age", transitions = [{ days = 90, storage_class = "GLACIER_IR" }], expiration_days = 1096 }]
  tags              = merge(local.tags["payments"], { service = "pci-segment" })
}

# One global database for each bounded context; this region is the secondary.
module "database" {
  source   = "../../../modules/aurora-global"
  for_each = var.databases

  role                      = "secondary"
  name                      = "arctiq-prod-${each.key}-${var.region}"
  region                    = var.region
  global_cluster_identifier = "arctiq-prod-${each.key}"
  engine_version            = var.engine_version
  instance_class            = each.value.instance_class
  instance_count            = each.value.instance_count
  vpc_id                    = module.network.vpc_id
  subnet_ids                = each.value.pci ? module.pci_segment.subnet_ids : module.network.data_subnet_ids
  backup_tier               = each.value.backup_tier

  # The module portal opens its own database to the pods; a second rule of the same kind is refused.
  allowed_security_group_ids = each.key == "portal" ? {} : { pods = module.eks.node_security_group_id }

  alarm_topic_arn = module.observability.alarm_topic_arns["page"]
  tags            = merge(local.tags[each.value.team], { service = each.value.service })
}

module "events" {
  source = "../../../modules/msk"

  name          = local.name
  region        = var.region
  instance_type = var.events.instance_type
  broker_count  = var.events.broker_count
  volume_gib    = { initial = var.events.volume_gib, max = var.events.volume_gib * 4 }
  replicated    = true
  vpc_id        = module.network.vpc_id
  subnet_ids    = module.network.data_subnet_ids

  allowed_security_group_ids    = { pods = module.eks.node_security_group_id }
  monitoring_security_group_ids = { pods = module.eks.node_security_group_id }

  alarm_topic_arn = module.observability.alarm_topic_arns["page"]
  tags            = merge(local.tags["platform"], { service = "msk" })
}

# Events flow both ways. Copies carry the name of their source in front of the
# topic's, and copies are not copied back.
module "events_from_primary" {
  source = "../../../modules/msk/modules/replicator"

  name           = "arctiq-prod-events-to-eu-west-1"
  region         = var.region
  source_cluster = local.primary_events
  target_cluster = local.own_events
  topics         = { exclude = ["eu-west-1\\..*", "__.*"] }

  alarm_topic_arn = module.observability.alarm_topic_arns["page"]
  tags            = merge(local.tags["platform"], { service = "msk" })
}

module "events_to_primary" {
  source    = "../../../modules/msk/modules/replicator"
  providers = { aws = aws.global }

  name           = "arctiq-prod-events-to-us-east-1"
  region         = var.global_region
  source_cluster = local.own_events
  target_cluster = local.primary_events
  topics         = { exclude = ["us-east-1\\..*", "__.*"] }

  alarm_topic_arn = data.terraform_remote_state.primary.outputs.alarm_topic_arn
  tags            = merge(local.tags["platform"], { service = "msk" })
}

# One cluster for all contexts; each logs in as a user that sees its own keys.
module "cache" {
  source = "../../../modules/redis"

  name               = local.name
  region             = var.region
  node_type          = var.cache.node_type
  shards             = var.cache.shards
  replicas_per_shard = var.cache.replicas_per_shard
  users              = { for user, prefix in var.cache.users : user => { access_string = "on ~${prefix}:* +@all -@dangerous" } }
  vpc_id             = module.network.vpc_id
  subnet_ids         = module.network.data_subnet_ids

  allowed_security_group_ids = { pods = module.eks.node_security_group_id }

  alarm_topic_arn = module.observability.alarm_topic_arns["page"]
  tags            = merge(local.tags["platform"], { service = "elasticache" })
}

module "search" {
  source = "../../../modules/opensearch"

  name             = local.name
  region           = var.region
  data_nodes       = var.search.data_nodes
  master_node_type = var.search.master_node_type
  master_role_arn  = var.administrator_role_arn
  access_role_arns = [for service in keys(local.search_clients) : "arn:aws:iam::${var.account_id}:role/${local.name}-${service}"]
  vpc_id           = module.network.vpc_id
  subnet_ids       = module.network.data_subnet_ids

  allowed_security_group_ids = { pods = module.eks.node_security_group_id }

  alarm_topic_arn = module.observability.alarm_topic_arns["page"]
  tags            = merge(local.tags["platform"], { service = "opensearch" })

  # The domain's policy names these roles: they have to exist.
  depends_on = [module.pod_role]
}

module "backup" {
  source = "../../../modules/backup"

  name   = local.name
  region = var.region
  lock   = { mode = "compliance" }
  copy_vault_arns = {
    other_region     = "arn:aws:backup:us-east-1:${var.account_id}:backup-vault:arctiq-prod-us-east-1"
    security_account = "arn:aws:backup:${var.region}:${local.accounts.security}:backup-vault:arctiq-security-${var.region}"
  }

  velero = {
    bucket_name  = "${local.name}-velero"
    cluster_name = module.eks.cluster_name
  }

  alarm_topic_arn = module.observability.alarm_topic_arns["ticket"]
  tags            = merge(local.tags["platform"], { service = "backup" })
}
