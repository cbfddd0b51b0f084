output "firewall_association_id" {
  description = "Association of the DNS Firewall with the VPC."
  value       = aws_route53_resolver_firewall_rule_group_association.this.id
}
