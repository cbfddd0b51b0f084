resource "aws_acm_certificate" "this" {
  domain_name               = var.domain_name
  subject_alternative_names = [local.regional_name]
  validation_method         = "DNS"

  tags = module.tags.all

  # The load balancer uses the old one until the new one is there.
  lifecycle {
    create_before_destroy = true
  }
}

# Keyed by the names that we asked for, which are known when planning.
resource "aws_route53_record" "validation" {
  for_each = toset([var.domain_name, local.regional_name])

  zone_id = var.hosted_zone_id
  name    = one([for option in aws_acm_certificate.this.domain_validation_options : option.resource_record_name if option.domain_name == each.value])
  type    = one([for option in aws_acm_certificate.this.domain_validation_options : option.resource_record_type if option.domain_name == each.value])
  records = [one([for option in aws_acm_certificate.this.domain_validation_options : option.resource_record_value if option.domain_name == each.value])]
  ttl     = 300

  # The primary's and the secondary's certificate ask for the same record for
  # the name that they share.
  allow_overwrite = true
}

resource "aws_acm_certificate_validation" "this" {
  certificate_arn         = aws_acm_certificate.this.arn
  validation_record_fqdns = [for record in aws_route53_record.validation : record.fqdn]
}

resource "aws_route53_record" "regional" {
  zone_id = var.hosted_zone_id
  name    = local.regional_name
  type    = "CNAME"
  ttl     = 60
  records = [var.ingress_hostname]
}

resource "aws_route53_record" "this" {
  zone_id         = var.hosted_zone_id
  name            = var.domain_name
  type            = "CNAME"
  ttl             = 60
  records         = [var.ingress_hostname]
  set_identifier  = var.region
  health_check_id = aws_route53_health_check.this.id

  failover_routing_policy {
    type = upper(var.role)
  }
}

resource "aws_route53_health_check" "this" {
  type              = "HTTPS"
  fqdn              = local.regional_name
  port              = 443
  resource_path     = var.health_check.path
  request_interval  = var.health_check.interval_seconds
  failure_threshold = var.health_check.failures
  enable_sni        = true
  measure_latency   = true

  tags = merge(module.tags.all, { Name = "${var.name} ready" })
}
