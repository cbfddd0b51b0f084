# One global database for each bounded context; this region is the primary.
module "database_password" {
  source   = "../../../modules/aurora-global/modules/master-password"
  for_each = var.databases
}

module "database" {
  source   = "../../../modules/aurora-global"
  for_each = var.databases

  role                      = "primary"
  name                      = "arctiq-dev-${each.key}-${var.region}"
  region                    = var.region
  global_cluster_identifier = "arctiq-dev-${each.key}"
  engine_version            = var.engine_version
  database_name             = replace(each.key, "-", "_")
  master_password           = module.database_password[each.key].password
  instance_class            = each.value.instance_class
  instance_count            = each.value.instance_count
  vpc_id                    = module.network.vpc_id
  subnet_ids                = module.network.data_subnet_ids
  backup_tier               = each.value.backup_tier

  allowed_security_group_ids = { pods = module.eks.node_security_group_id }

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
  replicated    = false
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

module "table" {
  source   = "../../../modules/dynamodb-table"
  for_each = var.tables

  name            = "arctiq-dev-${each.key}"
  region          = var.region
  hash_key        = each.value.hash_key
  range_key       = each.value.range_key
  indexes         = each.value.indexes
  ttl_attribute   = each.value.ttl
  alarm_topic_arn = module.observability.alarm_topic_arns["page"]
  tags            = merge(local.tags[each.value.team], { service = each.key })
}

module "bucket" {
  source   = "../../../modules/bucket"
  for_each = var.buckets

  name              = "arctiq-dev-${each.key}-${var.region}"
  region            = var.region
  access_log_bucket = null
  lifecycle_rules = each.value.expire_days == null && each.value.archive_days == null ? [] : [{
    id              = "age"
    transitions     = each.value.archive_days == null ? [] : [{ days = each.value.archive_days, storage_class = "GLACIER_IR" }]
    expiration_days = each.value.expire_days
  }]
  alarm_topic_arn = module.observability.alarm_topic_arns["ticket"]
  tags            = merge(local.tags[each.value.team], { service = each.key })
}

module "backup" {
  source = "../../../modules/backup"

  name   = local.name
  region = var.region
  lock   = { mode = "governance" }
  # What is here can be made again from the code and from production's schemas.
  copy_vault_arns = null

  velero = {
    bucket_name  = "${local.name}-velero"
    cluster_name = module.eks.cluster_name
  }

  alarm_topic_arn = module.observability.alarm_topic_arns["ticket"]
  tags            = merge(local.tags["platform"], { service = "backup" })
}
