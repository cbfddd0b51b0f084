locals {
  parameters = merge(
    {
      "rds.force_ssl"              = { value = "1" }
      "ssl_min_protocol_version"   = { value = "TLSv1.2" }
      "shared_preload_libraries"   = { value = "pg_stat_statements,pgaudit", static = true }
      "pgaudit.log"                = { value = "ddl,role" }
      "pgaudit.role"               = { value = "rds_pgaudit" }
      "log_connections"            = { value = "1" }
      "log_statement"              = { value = "ddl" }
      "log_min_duration_statement" = { value = "1000" }
    },
    var.commit_block_rpo_seconds == null ? {} : { "rds.global_db_rpo" = { value = tostring(var.commit_block_rpo_seconds) } },
  )
}

resource "aws_rds_cluster_parameter_group" "this" {
  name        = "${var.name}-pg${split(".", var.engine_version)[0]}"
  family      = "${local.engine}${split(".", var.engine_version)[0]}"
  description = "TLS only, audit by pgaudit"
  tags        = module.tags.all

  dynamic "parameter" {
    for_each = local.parameters

    content {
      name         = parameter.key
      value        = parameter.value.value
      apply_method = try(parameter.value.static, false) ? "pending-reboot" : "immediate"
    }
  }

  lifecycle {
    # A new major version has a new family.
    create_before_destroy = true
  }
}

# With two regions a limit on the lag stops all commits when the one other region cannot be reached.
check "commits_wait_for_the_other_region" {
  assert {
    condition     = var.commit_block_rpo_seconds == null
    error_message = "commit_block_rpo_seconds is set: with two regions, commits stop when the other region is away for longer than that. Keep it only where losing an order is worse than taking none, or where there is a third region."
  }
}
