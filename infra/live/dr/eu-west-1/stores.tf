# A global database cannot reach into another account. This vault takes copies from
# the production account; the plans of production do not send any here yet, they copy
# to the other region and to the security account.
module "vault" {
  source = "../../../modules/backup/modules/vault"

  name               = local.name
  region             = var.region
  lock               = { mode = "compliance", min_days = 7, max_days = 400 }
  source_account_ids = [local.accounts.prod]
  alarm_topic_arn    = module.observability.alarm_topic_arns["ticket"]
  tags               = merge(local.tags["platform"], { service = "backup" })
}

module "mirror" {
  source   = "../../../modules/bucket"
  for_each = var.mirrors

  name                         = "arctiq-dr-${each.key}-${var.region}"
  region                       = var.region
  access_log_bucket            = null
  replication_source_role_arns = ["arn:aws:iam::${local.accounts.prod}:role/${each.value.source_role}"]
  object_lock                  = each.value.lock_days == null ? null : { days = each.value.lock_days }
  tags                         = merge(local.tags[each.value.team], { service = each.key })
}
