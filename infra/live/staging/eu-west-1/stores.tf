# One global database for each bounded context; this region is the secondary.
module "database" {
  source   = "../../../modules/aurora-global"
  for_each = var.databases

  role                      = "secondary"
  name                      = "arctiq-staging-${each.key}-${var.region}"
  region                    = var.region
  global_cluster_identifier = "arctiq-staging-${each.key}"
  engine_version            = var.engine_version
  instance_class            = each.value.instance_class
  instance_count            = each.value.instance_count
  vpc_id                    = module.network.vpc_id
  subnet_ids                = module.network.data_subnet_ids
  backup_tier               = each.value.backup_tier

  allowed_security_group_ids = { pods = module.eks.node_security_group_id }

  alarm_topic_arn = module.observability.alarm_topic_arns["page"]
  tags            = merge(local.tags[each.value.team], { service = each.value.service })
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
