output "name" {
  description = "Name of the bucket."
  value       = aws_s3_bucket.this.id
}

output "arn" {
  description = "ARN of the bucket."
  value       = aws_s3_bucket.this.arn
}

output "regional_domain_name" {
  description = "Host name in the region, for origins of CloudFront."
  value       = aws_s3_bucket.this.bucket_regional_domain_name
}
