module "tags" {
  source = "../tags"
  module = "edge"
  values = var.tags
}

data "aws_caller_identity" "current" {}

data "aws_region" "current" {}

locals {
  # Policies that AWS keeps for everybody; their ids are the same in all accounts.
  managed_policies = {
    caching_disabled  = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"
    caching_optimized = "658327ea-f89d-4fab-a63d-7e88639e58f6"
    all_viewer        = "216adef6-5c7f-47e4-b989-5492eafa07d3"
  }
}

# Reads the asset bucket in the name of this distribution; nobody else can.
resource "aws_cloudfront_origin_access_control" "assets" {
  name                              = "${var.name}-assets"
  description                       = "Signs every request for ${var.asset_bucket.name}"
  origin_access_control_origin_type = "s3"
  signing_behavior                  = "always"
  signing_protocol                  = "sigv4"
}

# The key of a cached answer holds the query and the host, and nothing of the person who asks;
# what is not in the key is not forwarded, so no answer can depend on it.
resource "aws_cloudfront_cache_policy" "shared" {
  name        = "${var.name}-shared"
  comment     = "Answers that are the same for everybody"
  min_ttl     = 0
  default_ttl = var.cached_ttl_seconds
  max_ttl     = var.cached_ttl_seconds

  parameters_in_cache_key_and_forwarded_to_origin {
    enable_accept_encoding_brotli = true
    enable_accept_encoding_gzip   = true

    cookies_config {
      cookie_behavior = "none"
    }

    headers_config {
      header_behavior = "whitelist"

      headers {
        items = ["Host"]
      }
    }

    query_strings_config {
      query_string_behavior = "all"
    }
  }
}

resource "aws_cloudfront_response_headers_policy" "security" {
  name    = "${var.name}-security"
  comment = "Security headers of every answer"

  security_headers_config {
    strict_transport_security {
      access_control_max_age_sec = 31536000
      include_subdomains         = true
      preload                    = true
      override                   = true
    }

    content_security_policy {
      content_security_policy = var.content_security_policy
      override                = true
    }

    content_type_options {
      override = true
    }

    frame_options {
      frame_option = "DENY"
      override     = true
    }

    referrer_policy {
      referrer_policy = "strict-origin-when-cross-origin"
      override        = true
    }
  }

  remove_headers_config {
    items {
      header = "Server"
    }

    items {
      header = "X-Powered-By"
    }
  }
}

resource "aws_cloudfront_distribution" "this" {
  #checkov:skip=CKV_AWS_86:access logs go by CloudWatch log delivery (logs.tf), the older way needs a bucket with ACLs (until 2027-05-31)
  #checkov:skip=CKV_AWS_305:the origin answers / itself, a root object belongs to a static site (until 2027-05-31)
  #checkov:skip=CKV_AWS_310:the origin's name moves between regions by module dns-failover, an origin group would fail over reads only (until 2027-05-31)
  #checkov:skip=CKV2_AWS_47:the rule group is there by a dynamic block, a validation of managed_rules and a test demand it blocking (until 2027-05-31)
  #checkov:skip=CKV_AWS_374:countries are refused by the web ACL, where each refusal is logged (until 2027-05-31)
  comment         = var.name
  enabled         = true
  is_ipv6_enabled = true
  http_version    = "http2and3"
  price_class     = var.price_class
  aliases         = var.domain_names
  web_acl_id      = aws_wafv2_web_acl.this.arn

  origin {
    origin_id           = "api"
    domain_name         = var.origin.domain_name
    connection_attempts = 2
    connection_timeout  = 5

    custom_header {
      name  = "x-origin-verify"
      value = var.origin_secret
    }

    custom_origin_config {
      http_port                = 80
      https_port               = 443
      origin_protocol_policy   = "https-only"
      origin_ssl_protocols     = ["TLSv1.2"]
      origin_read_timeout      = var.origin.read_timeout
      origin_keepalive_timeout = 60
    }

    dynamic "origin_shield" {
      for_each = var.origin.shield_region == null ? [] : [var.origin.shield_region]

      content {
        enabled              = true
        origin_shield_region = origin_shield.value
      }
    }
  }

  origin {
    origin_id                = "assets"
    domain_name              = var.asset_bucket.domain_name
    origin_access_control_id = aws_cloudfront_origin_access_control.assets.id
  }

  # Whatever is not named below goes to the origin and is never kept.
  default_cache_behavior {
    target_origin_id           = "api"
    allowed_methods            = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"]
    cached_methods             = ["GET", "HEAD"]
    compress                   = true
    viewer_protocol_policy     = "redirect-to-https"
    cache_policy_id            = local.managed_policies.caching_disabled
    origin_request_policy_id   = local.managed_policies.all_viewer
    response_headers_policy_id = aws_cloudfront_response_headers_policy.security.id
  }

  dynamic "ordered_cache_behavior" {
    for_each = var.asset_bucket.paths

    content {
      path_pattern               = ordered_cache_behavior.value
      target_origin_id           = "assets"
      allowed_methods            = ["GET", "HEAD", "OPTIONS"]
      cached_methods             = ["GET", "HEAD"]
      compress                   = true
      viewer_protocol_policy     = "redirect-to-https"
      cache_policy_id            = local.managed_policies.caching_optimized
      response_headers_policy_id = aws_cloudfront_response_headers_policy.security.id
    }
  }

  dynamic "ordered_cache_behavior" {
    for_each = var.cached_paths

    content {
      path_pattern               = ordered_cache_behavior.value
      target_origin_id           = "api"
      allowed_methods            = ["GET", "HEAD", "OPTIONS"]
      cached_methods             = ["GET", "HEAD"]
      compress                   = true
      viewer_protocol_policy     = "redirect-to-https"
      cache_policy_id            = aws_cloudfront_cache_policy.shared.id
      response_headers_policy_id = aws_cloudfront_response_headers_policy.security.id
    }
  }

  viewer_certificate {
    acm_certificate_arn      = var.certificate_arn
    minimum_protocol_version = "TLSv1.2_2021"
    ssl_support_method       = "sni-only"
  }

  restrictions {
    geo_restriction {
      restriction_type = "none"
      locations        = []
    }
  }

  tags = merge(module.tags.all, { Name = var.name })

  lifecycle {
    precondition {
      condition     = data.aws_region.current.name == "us-east-1"
      error_message = "Run this module with a provider in us-east-1: web ACLs, certificates and metrics of CloudFront exist there only."
    }
  }
}

# Protection only: the subscription is one for the organisation and is made in the management account.
resource "aws_shield_protection" "this" {
  count = var.shield_advanced ? 1 : 0

  name         = var.name
  resource_arn = aws_cloudfront_distribution.this.arn

  tags = module.tags.all
}

locals {
  asset_bucket_statement = {
    Sid       = "ReadByDistribution"
    Effect    = "Allow"
    Principal = { Service = "cloudfront.amazonaws.com" }
    Action    = "s3:GetObject"
    Resource  = "arn:aws:s3:::${var.asset_bucket.name}/*"
    Condition = { StringEquals = { "AWS:SourceArn" = aws_cloudfront_distribution.this.arn } }
  }

  log_bucket_statement = {
    Sid       = "WriteByLogDelivery"
    Effect    = "Allow"
    Principal = { Service = "delivery.logs.amazonaws.com" }
    Action    = "s3:PutObject"
    Resource  = "${var.log_bucket_arn}/cloudfront/${var.name}/*"
    Condition = {
      StringEquals = { "aws:SourceAccount" = data.aws_caller_identity.current.account_id, "s3:x-amz-acl" = "bucket-owner-full-control" }
      ArnLike      = { "aws:SourceArn" = "arn:aws:logs:us-east-1:${data.aws_caller_identity.current.account_id}:delivery-source:${var.name}-*" }
    }
  }
}
