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

# One global database for each bounded context; this region is the primary.
module "database_password" {
  source   = "../../../modules/aurora-global/modules/master-password"
  for_each = var.databases
}

module "database" {
  source   = "../../../modules/aurora-global"
  for_each = var.databases

  role                      = "primary"
  name                      = "arctiq-prod-${each.key}-${var.region}"
  region                    = var.region
  global_cluster_identifier = "arctiq-prod-${each.key}"
  engine_version            = var.engine_version
  database_name             = replace(each.key, "-", "_")
  master_password           = module.database_password[each.key].password
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

# What a table needs in the other region before it can have a replica there.
module "table_replica" {
  source    = "../../../modules/dynamodb-table/modules/replica-region"
  for_each  = { for name, table in var.tables : name => table if table.global }
  providers = { aws = aws.secondary }

  name            = "arctiq-prod-${each.key}"
  region          = var.secondary_region
  table_region    = var.region
  alarm_topic_arn = local.secondary_topic_arn
  tags            = merge(local.tags[each.value.team], { service = each.key })
}

module "table" {
  source   = "../../../modules/dynamodb-table"
  for_each = var.tables

  name            = "arctiq-prod-${each.key}"
  region          = var.region
  hash_key        = each.value.hash_key
  range_key       = each.value.range_key
  indexes         = each.value.indexes
  ttl_attribute   = each.value.ttl
  replicas        = each.value.global ? [{ region = var.secondary_region, kms_key_arn = module.table_replica[each.key].kms_key_arn }] : []
  alarm_topic_arn = module.observability.alarm_topic_arns["page"]
  tags            = merge(local.tags[each.value.team], { service = each.key })
}

module "bucket_copy" {
  source    = "../../../modules/bucket"
  for_each  = { for name, bucket in var.buckets : name => bucket if bucket.copied }
  providers = { aws = aws.secondary }

  name              = "arctiq-prod-${each.key}-${var.secondary_region}"
  region            = var.secondary_region
  access_log_bucket = null
  lifecycle_rules = each.value.expire_days == null && each.value.archive_days == null ? [] : [{
    id              = "age"
    transitions     = each.value.archive_days == null ? [] : [{ days = each.value.archive_days, storage_class = "GLACIER_IR" }]
    expiration_days = each.value.expire_days
  }]
  tags = merge(local.tags[each.value.team], { service = each.key })
}

module "bucket" {
  source   = "../../../modules/bucket"
  for_each = var.buckets

  name              = "arctiq-prod-${each.key}-${var.region}"
  region            = var.region
  access_log_bucket = null
  lifecycle_rules = each.value.expire_days == null && each.value.archive_days == null ? [] : [{
    id              = "age"
    transitions     = each.value.archive_days == null ? [] : [{ days = each.value.archive_days, storage_class = "GLACIER_IR" }]
    expiration_days = each.value.expire_days
  }]
  replication     = each.value.copied ? { bucket_arn = module.bucket_copy[each.key].arn, kms_key_arn = module.bucket_copy[each.key].kms_key_arn } : each.value.mirrored ? merge(data.terraform_remote_state.dr.outputs.mirrors[each.key], { account_id = local.accounts.dr }) : null
  alarm_topic_arn = module.observability.alarm_topic_arns["ticket"]
  tags            = merge(local.tags[each.value.team], { service = each.key })
}

module "backup" {
  source = "../../../modules/backup"

  name   = local.name
  region = var.region
  lock   = { mode = "compliance" }
  copy_vault_arns = {
    other_region     = "arn:aws:backup:eu-west-1:${var.account_id}:backup-vault:arctiq-prod-eu-west-1"
    security_account = "arn:aws:backup:${var.region}:${local.accounts.security}:backup-vault:arctiq-security-${var.region}"
  }

  velero = {
    bucket_name  = "${local.name}-velero"
    cluster_name = module.eks.cluster_name
  }

  alarm_topic_arn = module.observability.alarm_topic_arns["ticket"]
  tags            = merge(local.tags["platform"], { service = "backup" })
}
