module "tags" {
  source = "../tags"
  module = "vpn"
  values = var.tags
}

data "aws_caller_identity" "current" {}

locals {
  # Parameters of both tunnels of all connections. IKEv1 and everything that it needed
  # (SHA-1, small groups, AES-128) is not offered, so a device cannot fall back to it.
  ike_versions = ["ikev2"]
  encryption   = ["AES256-GCM-16", "AES256"]
  integrity    = ["SHA2-384", "SHA2-512"]
  dh_groups    = [20, 21]

  # Each tag of each attachment: AWS makes the attachment itself and leaves it untagged.
  attachment_tags = merge([
    for site in keys(var.customer_gateways) : {
      for key, value in merge(module.tags.all, { Name = "${var.name}-${site}" }) : "${site} ${key}" => { site = site, key = key, value = value }
    }
  ]...)
}

resource "aws_customer_gateway" "this" {
  for_each = var.customer_gateways

  type             = "ipsec.1"
  ip_address       = each.value.ip_address
  bgp_asn          = each.value.bgp_asn <= 2147483647 ? tostring(each.value.bgp_asn) : null
  bgp_asn_extended = each.value.bgp_asn > 2147483647 ? tostring(each.value.bgp_asn) : null
  device_name      = "${each.key}-${each.value.device}"

  tags = merge(module.tags.all, { Name = "${var.name}-${each.key}" })

  lifecycle {
    # A new address makes a new gateway; the connection moves over before the old one goes.
    create_before_destroy = true
  }
}

resource "aws_vpn_connection" "this" {
  for_each = var.customer_gateways

  type                = "ipsec.1"
  transit_gateway_id  = var.transit_gateway_id
  customer_gateway_id = aws_customer_gateway.this[each.key].id
  static_routes_only  = false

  # AWS makes the pre-shared keys and puts them into a secret of its own. The API then
  # answers without them, so neither a variable nor the state ever holds one.
  preshared_key_storage = "SecretsManager"

  tunnel1_inside_cidr                     = try(each.value.tunnel_inside_cidrs[0], null)
  tunnel1_ike_versions                    = local.ike_versions
  tunnel1_phase1_encryption_algorithms    = local.encryption
  tunnel1_phase1_integrity_algorithms     = local.integrity
  tunnel1_phase1_dh_group_numbers         = local.dh_groups
  tunnel1_phase1_lifetime_seconds         = 28800
  tunnel1_phase2_encryption_algorithms    = local.encryption
  tunnel1_phase2_integrity_algorithms     = local.integrity
  tunnel1_phase2_dh_group_numbers         = local.dh_groups
  tunnel1_phase2_lifetime_seconds         = 3600
  tunnel1_dpd_timeout_action              = "restart"
  tunnel1_dpd_timeout_seconds             = 30
  tunnel1_startup_action                  = "start"
  tunnel1_enable_tunnel_lifecycle_control = true

  tunnel1_log_options {
    cloudwatch_log_options {
      log_enabled       = true
      log_group_arn     = aws_cloudwatch_log_group.tunnels.arn
      log_output_format = "json"
    }
  }

  tunnel2_inside_cidr                     = try(each.value.tunnel_inside_cidrs[1], null)
  tunnel2_ike_versions                    = local.ike_versions
  tunnel2_phase1_encryption_algorithms    = local.encryption
  tunnel2_phase1_integrity_algorithms     = local.integrity
  tunnel2_phase1_dh_group_numbers         = local.dh_groups
  tunnel2_phase1_lifetime_seconds         = 28800
  tunnel2_phase2_encryption_algorithms    = local.encryption
  tunnel2_phase2_integrity_algorithms     = local.integrity
  tunnel2_phase2_dh_group_numbers         = local.dh_groups
  tunnel2_phase2_lifetime_seconds         = 3600
  tunnel2_dpd_timeout_action              = "restart"
  tunnel2_dpd_timeout_seconds             = 30
  tunnel2_startup_action                  = "start"
  tunnel2_enable_tunnel_lifecycle_control = true

  tunnel2_log_options {
    cloudwatch_log_options {
      log_enabled       = true
      log_group_arn     = aws_cloudwatch_log_group.tunnels.arn
      log_output_format = "json"
    }
  }

  tags = merge(module.tags.all, { Name = "${var.name}-${each.key}" })
}

resource "aws_ec2_tag" "attachment" {
  for_each = local.attachment_tags

  resource_id = aws_vpn_connection.this[each.value.site].transit_gateway_attachment_id
  key         = each.value.key
  value       = each.value.value
}
