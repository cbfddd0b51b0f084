output "distribution_id" {
  description = "Id of the distribution, for invalidations."
  value       = aws_cloudfront_distribution.this.id
}

output "distribution_arn" {
  description = "ARN of the distribution."
  value       = aws_cloudfront_distribution.this.arn
}

output "domain_name" {
  description = "Name that the alias records of domain_names point to."
  value       = aws_cloudfront_distribution.this.domain_name
}

output "hosted_zone_id" {
  description = "Hosted zone id of CloudFront for those alias records."
  value       = aws_cloudfront_distribution.this.hosted_zone_id
}

output "web_acl_arn" {
  description = "ARN of the web ACL."
  value       = aws_wafv2_web_acl.this.arn
}

output "waf_log_group_name" {
  description = "Log group of the web ACL (in us-east-1)."
  value       = aws_cloudwatch_log_group.waf.name
}

output "asset_bucket_policy_statement" {
  description = "Statement for the policy of the asset bucket: only this distribution reads it."
  value       = local.asset_bucket_statement
}

output "log_bucket_policy_statement" {
  description = "Statement for the policy of the log bucket: the delivery service of this account writes it."
  value       = local.log_bucket_statement
}

output "kms_key_arn" {
  description = "Key that the log of the web ACL is encrypted with."
  value       = aws_kms_key.this.arn
}
