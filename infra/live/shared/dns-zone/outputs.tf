output "zone_id" {
  description = "Id of the zone."
  value       = aws_route53_zone.this.zone_id
}

output "name_servers" {
  description = "Name servers, for the delegation in the zone above."
  value       = aws_route53_zone.this.name_servers
}

output "ds_record" {
  description = "DS record for the zone above: with it, resolvers check the signatures."
  value       = aws_route53_key_signing_key.this.ds_record
}
