module "tags" {
  source = "../tags"
  module = "dynamodb-table"
  values = var.tags
}

data "aws_caller_identity" "this" {}
data "aws_partition" "this" {}

locals {
  global = length(var.replicas) > 0
  # Replicas are fed from the stream.
  stream = local.global ? "NEW_AND_OLD_IMAGES" : var.stream_view_type

  # Every attribute that is a key somewhere, each once.
  attributes = { for key in flatten([
    [var.hash_key],
    var.range_key == null ? [] : [var.range_key],
    [for index in values(var.indexes) : concat([index.hash_key], index.range_key == null ? [] : [index.range_key])],
  ]) : key.name => key.type... }
}

resource "aws_dynamodb_table" "this" {
  name                        = var.name
  billing_mode                = var.provisioned == null ? "PAY_PER_REQUEST" : "PROVISIONED"
  read_capacity               = try(var.provisioned.read.min, null)
  write_capacity              = try(var.provisioned.write.min, null)
  hash_key                    = var.hash_key.name
  range_key                   = try(var.range_key.name, null)
  deletion_protection_enabled = var.deletion_protection
  stream_enabled              = local.stream != null
  stream_view_type            = local.stream
  tags                        = merge(module.tags.all, { backup = var.backup_tier })

  dynamic "attribute" {
    for_each = local.attributes

    content {
      name = attribute.key
      type = attribute.value[0]
    }
  }

  dynamic "global_secondary_index" {
    for_each = var.indexes

    content {
      name               = global_secondary_index.key
      hash_key           = global_secondary_index.value.hash_key.name
      range_key          = try(global_secondary_index.value.range_key.name, null)
      projection_type    = global_secondary_index.value.projection
      non_key_attributes = length(global_secondary_index.value.non_key_attributes) > 0 ? global_secondary_index.value.non_key_attributes : null
    }
  }

  dynamic "on_demand_throughput" {
    for_each = var.provisioned == null && (var.on_demand.max_read_units != null || var.on_demand.max_write_units != null) ? [var.on_demand] : []

    content {
      max_read_request_units  = on_demand_throughput.value.max_read_units
      max_write_request_units = on_demand_throughput.value.max_write_units
    }
  }

  point_in_time_recovery {
    enabled = true
  }

  server_side_encryption {
    enabled     = true
    kms_key_arn = aws_kms_key.this.arn
  }

  dynamic "ttl" {
    for_each = var.ttl_attribute == null ? [] : [var.ttl_attribute]

    content {
      enabled        = true
      attribute_name = ttl.value
    }
  }

  dynamic "replica" {
    for_each = var.replicas

    content {
      region_name            = replica.value.region
      kms_key_arn            = replica.value.kms_key_arn
      point_in_time_recovery = true
      propagate_tags         = true
    }
  }

  lifecycle {
    # Autoscaling owns these once the table is there.
    ignore_changes = [read_capacity, write_capacity]
  }
}

# Shows which keys are hot, the first question when requests are throttled.
resource "aws_dynamodb_contributor_insights" "this" {
  for_each   = var.contributor_insights ? toset(concat([""], keys(var.indexes))) : toset([])
  table_name = aws_dynamodb_table.this.name
  index_name = each.key == "" ? null : each.key
}
