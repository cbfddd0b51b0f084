output "connection_ids" {
  description = "VPN connections by site."
  value       = { for site, connection in aws_vpn_connection.this : site => connection.id }
}

output "attachment_ids" {
  description = "Transit gateway attachments by site: input attachments of module transit-gateway (kind \"vpn\", segment \"shared\")."
  value       = { for site, connection in aws_vpn_connection.this : site => connection.transit_gateway_attachment_id }
}

output "tunnel_addresses" {
  description = "Outside addresses of the two tunnels by site, for the device at the other end."
  value       = { for site, connection in aws_vpn_connection.this : site => [connection.tunnel1_address, connection.tunnel2_address] }
}

output "preshared_key_secret_arns" {
  description = "Secrets Manager secret with the pre-shared keys by site. Who sets up the device reads it there; Terraform never sees the keys."
  value       = { for site, connection in aws_vpn_connection.this : site => connection.preshared_key_arn }
}

output "log_group_name" {
  description = "Log group of the tunnels."
  value       = aws_cloudwatch_log_group.tunnels.name
}

output "kms_key_arn" {
  description = "Key that the tunnel logs are encrypted with."
  value       = aws_kms_key.this.arn
}
