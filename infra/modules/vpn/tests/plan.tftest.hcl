mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = { account_id = "111122223333" }
  }

  mock_resource "aws_kms_key" {
    defaults = { arn = "arn:aws:kms:us-east-1:111122223333:key/11111111-2222-3333-4444-555555555555" }
  }

  mock_resource "aws_cloudwatch_log_group" {
    defaults = { arn = "arn:aws:logs:us-east-1:111122223333:log-group:mocked" }
  }

  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::111122223333:role/mocked" }
  }
}

variables {
  name               = "arctiq-vpn-use1"
  region             = "us-east-1"
  transit_gateway_id = "tgw-0123456789abcdef0"
  customer_gateways  = { dc1 = { ip_address = "203.0.113.10", bgp_asn = 65010, device = "edge-router-1" } }
  alarm_topic_arn    = "arn:aws:sns:us-east-1:111122223333:arctiq-alarms"
  tags               = { team = "platform", service = "vpn", environment = "network", cost_centre = "cc-1000" }
}

run "both_tunnels_are_strong" {
  command = plan

  assert {
    condition     = aws_vpn_connection.this["dc1"].tunnel1_ike_versions == toset(["ikev2"]) && aws_vpn_connection.this["dc1"].tunnel2_ike_versions == toset(["ikev2"])
    error_message = "IKEv2 only"
  }

  assert {
    condition     = aws_vpn_connection.this["dc1"].tunnel1_phase1_encryption_algorithms == toset(["AES256-GCM-16", "AES256"]) && aws_vpn_connection.this["dc1"].tunnel1_phase2_encryption_algorithms == toset(["AES256-GCM-16", "AES256"]) && aws_vpn_connection.this["dc1"].tunnel2_phase1_encryption_algorithms == toset(["AES256-GCM-16", "AES256"]) && aws_vpn_connection.this["dc1"].tunnel2_phase2_encryption_algorithms == toset(["AES256-GCM-16", "AES256"])
    error_message = "AES-256 only, in both phases"
  }

  assert {
    condition     = aws_vpn_connection.this["dc1"].tunnel1_phase1_integrity_algorithms == toset(["SHA2-384", "SHA2-512"]) && aws_vpn_connection.this["dc1"].tunnel1_phase2_integrity_algorithms == toset(["SHA2-384", "SHA2-512"]) && aws_vpn_connection.this["dc1"].tunnel2_phase1_integrity_algorithms == toset(["SHA2-384", "SHA2-512"]) && aws_vpn_connection.this["dc1"].tunnel2_phase2_integrity_algorithms == toset(["SHA2-384", "SHA2-512"])
    error_message = "SHA-2 of 384 bits or more, in both phases"
  }

  assert {
    condition     = aws_vpn_connection.this["dc1"].tunnel1_phase1_dh_group_numbers == toset([20, 21]) && aws_vpn_connection.this["dc1"].tunnel1_phase2_dh_group_numbers == toset([20, 21]) && aws_vpn_connection.this["dc1"].tunnel2_phase1_dh_group_numbers == toset([20, 21]) && aws_vpn_connection.this["dc1"].tunnel2_phase2_dh_group_numbers == toset([20, 21])
    error_message = "elliptic groups 20 and 21, in both phases"
  }

  assert {
    condition     = aws_vpn_connection.this["dc1"].tunnel1_dpd_timeout_action == "restart" && aws_vpn_connection.this["dc1"].tunnel1_startup_action == "start" && aws_vpn_connection.this["dc1"].tunnel2_dpd_timeout_action == "restart" && aws_vpn_connection.this["dc1"].tunnel2_startup_action == "start"
    error_message = "AWS brings a fallen tunnel up by itself"
  }

  assert {
    condition     = aws_vpn_connection.this["dc1"].static_routes_only == false && aws_vpn_connection.this["dc1"].transit_gateway_id == "tgw-0123456789abcdef0" && aws_vpn_connection.this["dc1"].vpn_gateway_id == null
    error_message = "routes by BGP, ending on the transit gateway"
  }
}

run "no_key_in_configuration_or_state" {
  command = plan

  assert {
    condition     = aws_vpn_connection.this["dc1"].preshared_key_storage == "SecretsManager"
    error_message = "AWS keeps the keys in Secrets Manager and answers without them"
  }
}

run "tunnels_write_their_log" {
  command = apply

  assert {
    condition     = aws_vpn_connection.this["dc1"].tunnel1_log_options[0].cloudwatch_log_options[0].log_enabled && aws_vpn_connection.this["dc1"].tunnel1_log_options[0].cloudwatch_log_options[0].log_group_arn == aws_cloudwatch_log_group.tunnels.arn && aws_vpn_connection.this["dc1"].tunnel2_log_options[0].cloudwatch_log_options[0].log_enabled && aws_vpn_connection.this["dc1"].tunnel2_log_options[0].cloudwatch_log_options[0].log_group_arn == aws_cloudwatch_log_group.tunnels.arn
    error_message = "both tunnels log to the encrypted group"
  }
}

run "logs_are_kept_encrypted" {
  command = apply

  assert {
    condition     = aws_cloudwatch_log_group.tunnels.kms_key_id == aws_kms_key.this.arn && aws_cloudwatch_log_group.tunnels.retention_in_days == 365
    error_message = "the log is encrypted with the module's key and kept for a year"
  }

  assert {
    condition     = aws_kms_key.this.enable_key_rotation && aws_kms_key.this.deletion_window_in_days == 30
    error_message = "the key rotates and cannot be lost within 30 days"
  }

  assert {
    condition     = strcontains(aws_kms_key.this.policy, "arn:aws:logs:us-east-1:111122223333:log-group:/aws/vendedlogs/arctiq-vpn/arctiq-vpn-use1")
    error_message = "the logs service may use the key for this group only"
  }
}

run "alarms_on_one_and_on_both_tunnels" {
  command = plan

  assert {
    condition     = keys(aws_cloudwatch_metric_alarm.tunnels) == ["dc1-degraded", "dc1-down"]
    error_message = "two alarms for a site"
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.tunnels["dc1-degraded"].threshold == 2 && aws_cloudwatch_metric_alarm.tunnels["dc1-down"].threshold == 1 && alltrue([for alarm in values(aws_cloudwatch_metric_alarm.tunnels) : alarm.comparison_operator == "LessThanThreshold" && alarm.treat_missing_data == "breaching"])
    error_message = "fewer than two tunnels, and fewer than one; silence counts as down"
  }

  assert {
    condition     = alltrue([for alarm in values(aws_cloudwatch_metric_alarm.tunnels) : length([for query in alarm.metric_query : query if length(query.metric) > 0]) == 2])
    error_message = "both tunnels are looked at"
  }
}

run "alarms_call_and_clear" {
  command = plan

  assert {
    condition     = alltrue([for alarm in values(aws_cloudwatch_metric_alarm.tunnels) : contains(alarm.alarm_actions, var.alarm_topic_arn) && contains(alarm.ok_actions, var.alarm_topic_arn)])
    error_message = "alarms tell when they begin and when they end"
  }
}

run "large_and_small_asn" {
  command = plan

  variables {
    customer_gateways = {
      dc1 = { ip_address = "203.0.113.10", bgp_asn = 65010, device = "edge-router-1" }
      dc2 = { ip_address = "203.0.113.20", bgp_asn = 4200000000, device = "edge-router-2", tunnel_inside_cidrs = ["169.254.10.0/30", "169.254.10.4/30"] }
    }
  }

  assert {
    condition     = aws_customer_gateway.this["dc1"].bgp_asn == "65010" && aws_customer_gateway.this["dc2"].bgp_asn_extended == "4200000000" && aws_customer_gateway.this["dc2"].bgp_asn == null
    error_message = "a number of 32 bits goes into the field made for it"
  }

  assert {
    condition     = aws_vpn_connection.this["dc2"].tunnel1_inside_cidr == "169.254.10.0/30" && aws_vpn_connection.this["dc2"].tunnel2_inside_cidr == "169.254.10.4/30"
    error_message = "inside ranges are those that were asked for"
  }
}

run "everything_carries_the_tags" {
  command = plan

  assert {
    condition = alltrue([
      for tags in concat(
        [aws_kms_key.this.tags, aws_cloudwatch_log_group.tunnels.tags],
        values(aws_customer_gateway.this)[*].tags,
        values(aws_vpn_connection.this)[*].tags,
        values(aws_cloudwatch_metric_alarm.tunnels)[*].tags,
        [{ for tag in values(aws_ec2_tag.attachment) : tag.key => tag.value }],
      ) :
      try(tags["team"] == "platform" && tags["service"] == "vpn" && tags["environment"] == "network" && tags["cost-centre"] == "cc-1000" && tags["managed-by"] == "terraform" && tags["module"] == "vpn", false)
    ])
    error_message = "every resource carries team, service, environment, cost-centre, managed-by and module"
  }
}
